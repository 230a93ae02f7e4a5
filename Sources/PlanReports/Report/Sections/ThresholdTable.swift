import PlanAnalysis
import PlanExpressions
import PlanModel
import PlanQuantities
import PlanText

extension ReportBuilder {
  /// Baselines against the thresholds at which alerts fire, and against the limits of KPIs.
  func thresholdTable(_ alerts: [WatchedAlert]) -> [Report.Block] {
    let rows = (plan.plan.kpis?.entries ?? []).flatMap { entry -> [Report.Row] in
      let thresholds = alerts.compactMap { alert -> Threshold? in
        guard alert.alert.kpi?.value == entry.id.value, let condition = alert.alert.when?.value else { return nil }
        return threshold(condition, entry.value)
      }
      if thresholds.isEmpty, entry.value.limit == nil { return [] }
      let watched = alerts.contains { $0.alert.kpi?.value == entry.id.value }
      return (thresholds.isEmpty ? [nil] : thresholds.map { $0 }).map { row(entry, $0, isWatched: watched) }
    }
    return table(
      Message(en: "Baselines against thresholds", hans: "基线与阈值", hant: "基準與門檻"),
      remark: .text(
        word(
          Message(
            en: "dot: baseline; tick: threshold; hatched: the alert fires", hans: "圆点为基线，竖线为阈值，斜纹为触发区间",
            hant: "圓點為基準，豎線為門檻，斜紋為觸發區間"))),
      [
        column(ReportWord.kpi, .name), column(ReportWord.baseline, .figures),
        column(Message(en: "Threshold", hans: "阈值", hant: "門檻"), .figures), column(ReportWord.bar, .bar),
        column(ReportWord.limit, .figures), column(ReportWord.target, .figures), column(ReportWord.status),
        column(ReportWord.owner),
      ], rows)
  }

  /// From where an alert fires, and on which side.
  private struct Threshold {
    let value: Quantity
    let firesAbove: Bool
  }

  /// The threshold of a condition that sets `actual` against one figure or against the KPI's limit.
  private func threshold(_ condition: Expression, _ kpi: KPI) -> Threshold? {
    guard case .binary(let sign, _, let left, let right) = condition.root.form, case .path(let path) = left.form,
      path.text == "actual"
    else { return nil }
    let value: Quantity? =
      switch right.form {
      case .literal(.quantity(let quantity)): quantity
      case .path(let path) where path.text == "limit": kpi.limit?.value
      default: nil
      }
    guard let value, !value.isRange else { return nil }
    switch sign {
    case .greater, .atLeast: return Threshold(value: value, firesAbove: true)
    case .less, .atMost: return Threshold(value: value, firesAbove: false)
    default: return nil
    }
  }

  private func row(_ entry: Table<KPI>.Entry, _ threshold: Threshold?, isWatched: Bool) -> Report.Row {
    let kpi = entry.value
    let baseline = kpi.baseline?.value.quantity
    let shown = figure("kpis.\(entry.id.value).baseline", else: nil, .full, isInText: true)
    var bar: [Report.Span] = []
    var state: [Report.Span] =
      isWatched ? [] : [.status(.warn, word(Message(en: "nobody watches", hans: "无人监控", hant: "無人監控")))]
    if let threshold, let baseline, !baseline.isRange, baseline.unit == threshold.value.unit {
      let fires =
        threshold.firesAbove ? baseline.value > threshold.value.value : baseline.value < threshold.value.value
      bar = [
        .threshold(
          ThresholdBar(
            baseline: baseline.value, threshold: threshold.value.value, firesAbove: threshold.firesAbove))
      ]
      state = [
        fires
          ? .status(.bad, word(Message(en: "would fire now", hans: "现已触发", hant: "現已觸發")))
          : .status(.good, word(Message(en: "does not fire", hans: "未触发", hant: "未觸發")))
      ]
    }
    let sign = threshold.map { $0.firesAbove ? "> " : "< " } ?? ""
    let bound = threshold.map { sign + amounts.text($0.value, .full, isInText: true) }
    return Report.Row(cells: [
      name(kpi.common, entry.id), shown.isEmpty ? notSaid : shown, .text(bound), bar,
      quantity(kpi.limit?.value, .full, isInText: true),
      figure("kpis.\(entry.id.value).target", else: nil, .full, isInText: true), state,
      person(kpi.owner?.value),
    ])
  }
}
