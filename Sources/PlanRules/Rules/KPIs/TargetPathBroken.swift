import PlanAnalysis
import PlanModel
import PlanQuantities
package import PlanText

/// A KPI's targets by period run backwards, or end short of the objective's target.
///
/// - zh-Hans: 指标的各期目标倒退，或未达到最终目标值
/// - zh-Hant: 指標的各期目標倒退，或未達到最終目標值
///
/// ## Why it matters
/// Months are judged by the path. One that dips lets a bad month pass; one that ends below the target is kept to the
/// end and misses it.
///
/// ## How to mend
/// Mend the point, or the objective's target. Equal steps are fine, and so is any path of a KPI that should `hold`.
///
/// ## Bad
/// ```yaml
/// kpis:
///   members:
///     {unit: members, direction: up, baseline: 8000 members, path: {2025Q2: 9500 members, 2025Q4: 9000 members}}
/// ```
///
/// ## Mended
/// ```yaml
/// kpis:
///   members:
///     {unit: members, direction: up, baseline: 8000 members, path: {2025Q2: 9500 members, 2025Q4: 9800 members}}
/// ```
package struct TargetPathBroken: Rule {
  package static let code = "K205"
  package static let severity = Severity.warning

  package init() {}

  /// One figure of a path, and when it is due.
  private struct Point {
    let period: Period
    let figure: Located<Quantity>
  }

  package func check(_ context: RuleContext) {
    guard let kpis = context.plan.kpis else { return }
    for place in kpis.entries.indices {
      guard let path = kpis.entries[place].value.path, !path.isEmpty,
        let direction = kpis.entries[place].value.direction, direction.value != .hold
      else { continue }
      let points = path.entries.map { Point(period: $0.period.value, figure: $0.value) }
        .sorted { $0.period.last < $1.period.last }
      checkSteps(kpis.entries[place], points, direction, context)
      checkEnd(kpis.entries[place].id.value, points, direction.value, context)
    }
  }

  /// Whether the first of two figures is on the bad side of the second, whatever their ranges.
  private func isWorse(_ a: Quantity, than b: Quantity, _ direction: Direction) -> Bool {
    guard a.unit == b.unit, Mark.compare(a.mark, b.mark) else { return false }
    return direction == .up ? a.high < b.low : a.low > b.high
  }

  private func checkSteps(
    _ entry: Table<KPI>.Entry, _ points: [Point], _ direction: Located<Direction>, _ context: RuleContext
  ) {
    // A cumulative path counts from zero, while its baseline is a whole earlier period.
    let isCumulative = entry.value.cumulative?.value == true
    var before: (figure: Located<Quantity>, name: Message)?
    if !isCumulative, let baseline = entry.value.baseline, let level = baseline.value.quantity {
      before = (Located(level, at: baseline.range), Message(en: "baseline", hans: "基线", hant: "基線"))
    }
    for point in points {
      defer { before = (point.figure, Message(verbatim: point.period.text)) }
      guard let last = before, isWorse(point.figure.value, than: last.figure.value, direction.value) else { continue }
      let way =
        direction.value == .up
        ? Message(en: "up", hans: "上升", hant: "上升") : Message(en: "down", hans: "下降", hant: "下降")
      let (id, name, figure, earlier) = (entry.id.value, point.period.text, point.figure.value, last.figure.value)
      context.report(
        Diagnostic(
          Self.self, at: point.figure.range,
          Message(
            en: "the path of \(id) goes from \(earlier) to \(figure) in \(name), but the KPI should go \(way)",
            hans: "\(id) 的目标在 \(name) 由 \(earlier) 变为 \(figure)，而指标应\(way)",
            hant: "\(id) 的目標在 \(name) 由 \(earlier) 變為 \(figure)，而指標應\(way)"),
          label: Message(verbatim: name),
          labels: [
            .init(
              last.figure.range,
              Message(en: "\(last.name): \(earlier)", hans: "\(last.name)：\(earlier)", hant: "\(last.name)：\(earlier)")),
            .init(direction.range, Message(en: "good is \(way)", hans: "以\(way)为好", hant: "以\(way)為好")),
          ],
          help: Message(
            en: "a step no worse than \(earlier) is needed; else mend `direction` or the figure before",
            hans: "本期应不差于 \(earlier)；否则请更正 `direction` 或前一数字", hant: "本期應不差於 \(earlier)；否則請更正 `direction` 或前一數字")))
    }
  }

  /// The point that speaks of an objective's due day: the one that ends with it, or the last, if that reaches it.
  private func checkEnd(_ kpi: String, _ points: [Point], _ direction: Direction, _ context: RuleContext) {
    guard let objectives = context.plan.objectives?.entries else { return }
    for entry in context.figures.objectives(of: kpi).map({ objectives[$0] }) where entry.value.scope == nil {
      guard let target = entry.value.target, let due = entry.value.due,
        let first = points.firstIndex(where: { $0.period.last >= due.value }),
        points[first].period.last == due.value || first == points.count - 1
      else { continue }
      let point = points[first]
      guard isWorse(point.figure.value, than: target.value, direction),
        case .differs = agreement(
          stated: target.value, derived: point.figure.value, approximate: context.resolved.approximate)
      else { continue }
      let (name, figure) = (point.period.text, point.figure.value)
      context.report(
        Diagnostic(
          Self.self, at: point.figure.range,
          Message(
            en: "the path of \(kpi) ends at \(figure) in \(name), short of the target \(target.value) due \(due.value)",
            hans: "\(kpi) 的目标到 \(name) 为 \(figure)，未达到 \(due.value) 应达到的 \(target.value)",
            hant: "\(kpi) 的目標到 \(name) 為 \(figure)，未達到 \(due.value) 應達到的 \(target.value)"),
          labels: [.init(target.range, .figure("target", target.value))],
          help: Message(
            en: "let the path end at \(target.value), or mend the target", hans: "请让路径止于 \(target.value)，或更正目标值",
            hant: "請讓路徑止於 \(target.value)，或更正目標值")))
    }
  }
}
