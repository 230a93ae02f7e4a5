import PlanAnalysis
import PlanExpressions
import PlanModel
import PlanQuantities
import PlanText

extension ReportBuilder {
  /// Objectives against baseline, with how far each says what SMART asks; the measures they are judged by.
  var goalsSection: Report.Section? {
    let objectives = plan.plan.objectives?.entries ?? []
    let kpis = plan.plan.kpis?.entries ?? []
    guard !objectives.isEmpty || !kpis.isEmpty else { return nil }
    let contradicted = objectives.count { !contradictions(of: $0).isEmpty }
    let headline = sentence(
      Sentence.goals(
        objectives.count, numbers: objectives.count { $0.value.target != nil },
        owners: objectives.count { owner(of: $0.value) != nil },
        sources: objectives.count { kpi(of: $0.value)?.value.common.source != nil }, contradictions: contradicted))
    var section = Report.Section(id: "kpi", name: word(ReportWord.goals), headline: headline)
    section.blocks = scorecard(objectives) + measureTable(kpis) + scorecards(.evaluation)
    return section
  }

  private func kpi(of objective: Objective) -> Table<KPI>.Entry? {
    objective.kpi.flatMap { id in plan.plan.kpis.flatMap { kpis in kpis.place(of: id.value).map { kpis.entries[$0] } } }
  }

  private func owner(of objective: Objective) -> String? {
    objective.owner?.value ?? kpi(of: objective)?.value.owner?.value
  }

  /// The findings that set an objective's figures against each other.
  private func contradictions(of entry: Table<Objective>.Entry) -> [RankedFinding] {
    summary.ordered.filter { finding in
      guard let pair = finding.diagnostic.contradiction, finding.diagnostic.severity > .advice else { return false }
      return pair.subject.hasPrefix("objectives.\(entry.id.value).")
        || finding.diagnostic.labels.contains { entry.value.common.range.touches($0.range) }
          && pair.subject.hasPrefix("claims.")
    }
  }

  // MARK: Scorecard

  private func scorecard(_ objectives: [Table<Objective>.Entry]) -> [Report.Block] {
    guard !objectives.isEmpty else { return [] }
    let changes = objectives.map { relativeChange(of: $0) }
    let scale = RelativeChangeScale(changes.compactMap { $0 })
    let rows = zip(objectives, changes).map { row($0, change: $1, scale: scale) }
    let key: [Report.Span] = [
      .status(.good, word(ReportWord.met)), .text("\u{2002}", .plain), .status(.half, word(ReportWord.partly)),
      .text("\u{2002}", .plain), .status(.bad, word(ReportWord.missed)), .text("\u{2002}", .plain),
      .status(.unknown, word(ReportWord.cannotTell)),
      .text("\u{2002}" + word(ReportWord.smart), .plain), .dot,
    ]
    let paths = objectives.flatMap { ["objectives.\($0.id.value).target", "objectives.\($0.id.value).change"] }
    return table(
      Message(en: "Targets against baseline", hans: "目标与基线", hant: "目標與基準"),
      remark: .text(
        word(
          Message(
            en: "bars: relative change on one scale; a bar to the left is a decrease", hans: "条形为相对变化，同一刻度；向左为下降",
            hant: "長條為相對變化，同一刻度；向左為下降"))),
      [
        column(ReportWord.objective, .name), column(ReportWord.baseline, .figures), column(ReportWord.target, .figures),
        column(ReportWord.change), column(ReportWord.remark), column(ReportWord.due), column(ReportWord.owner),
        Report.Column(title: "SMART", kind: .marks),
      ], rows) + [.source(key + noteLinks(paths))]
  }

  /// How far the target lies from the baseline, with the label of its bar.
  private func relativeChange(of entry: Table<Objective>.Entry) -> (change: Fraction, label: String)? {
    guard let target = entry.value.target?.value, !target.isRange,
      let baseline = kpi(of: entry.value)?.value.baseline?.value.quantity, !baseline.isRange,
      baseline.unit == target.unit, let part = target.value.divided(by: baseline.value)
    else { return nil }
    return (part - 1, amounts.percent(part - 1, places: (part * 100).isWhole ? 0 : 1, signed: true))
  }

  private func row(
    _ entry: Table<Objective>.Entry, change: (change: Fraction, label: String)?, scale: RelativeChangeScale
  ) -> Report.Row {
    let objective = entry.value
    let kpi = kpi(of: objective)
    let baseline = kpi.map { figure("kpis.\($0.id.value).baseline", else: nil, .full, isInText: true) } ?? []
    let target = figure("objectives.\(entry.id.value).target", else: nil, .full, isInText: true)
    let bar = change.map { change -> [Report.Span] in
      let direction = kpi?.value.direction?.value
      let isBetter = direction == .down ? change.change <= 0 : direction == .up ? change.change >= 0 : true
      return [
        .change(
          RelativeChangeBar(change: change.change, label: change.label, isBetter: isBetter, scale: scale),
          label: change.label)
      ]
    }
    return Report.Row(cells: [
      [.text(plan.name(objective.common, id: entry.id.value), .plain)],
      kpi == nil ? none : baseline.isEmpty ? notSaid : baseline, target.isEmpty ? notSaid : target, bar ?? none,
      remark(entry), day(objective.due?.value), person(owner(of: objective)), smart(entry),
    ])
  }

  /// What is said of the objective elsewhere, else the change in points.
  private func remark(_ entry: Table<Objective>.Entry) -> [Report.Span] {
    if let finding = contradictions(of: entry).first, let pair = finding.diagnostic.contradiction {
      let said = side(pair.stated).plainText
      return [.text(word(Message(en: "stated \(said)", hans: "原文\(said)", hant: "原文\(said)")), .bad)]
    }
    guard let target = entry.value.target?.value, target.mark == .percent, !target.isRange,
      let baseline = kpi(of: entry.value)?.value.baseline?.value.quantity, baseline.mark == .percent
    else { return [] }
    return [.text(amounts.points(target.value - baseline.value), .muted)]
  }

  /// Five marks: specific, measurable, achievable, relevant, time-bound, as far as the plan lets one tell.
  private func smart(_ entry: Table<Objective>.Entry) -> [Report.Span] {
    let objective = entry.value
    let kpi = kpi(of: objective)?.value
    let specific: Report.Status = kpi == nil ? .bad : owner(of: objective) == nil ? .half : .good
    let hasNumbers = objective.target != nil && kpi?.baseline?.value.quantity != nil
    let measurable: Report.Status =
      !hasNumbers ? .bad : kpi?.common.source == nil && kpi?.formula == nil ? .half : .good
    let isContradicted = !contradictions(of: entry).isEmpty
    let achievable: Report.Status = isContradicted ? .bad : .unknown
    let relevant: Report.Status = plan.isUsed(kpi: objective.kpi?.value) ? .good : .unknown
    let timely: Report.Status = objective.due == nil ? .bad : .good
    return zip("SMART", [specific, measurable, achievable, relevant, timely]).map { letter, status in
      .mark(status, word(ReportWord.word(for: status)), letter: String(letter))
    }
  }

  // MARK: Measures

  private func measureTable(_ kpis: [Table<KPI>.Entry]) -> [Report.Block] {
    table(
      Message(en: "How it is measured", hans: "如何衡量", hant: "如何衡量"),
      [
        column(ReportWord.kpi, .name), column(ReportWord.unit), column(ReportWord.formula, .wide),
        column(ReportWord.limit, .figures), column(ReportWord.cadence), column(ReportWord.source),
        column(ReportWord.owner),
      ],
      kpis.map { entry in
        let kpi = entry.value
        return Report.Row(cells: [
          [.text(plan.name(kpi.common, id: entry.id.value), .plain)], .text(kpi.unit.map { oneLine($0.value) }),
          .text(kpi.formula.map { oneLine($0.value.text) }, .code), quantity(kpi.limit?.value),
          .text(kpi.cadence.map { word($0.value.word) }), text(kpi.common.source), person(kpi.owner?.value),
        ])
      }, isLong: true)
  }
}

extension CompiledPlan {
  /// Whether a KPI moves money or marks progress: a benefit is driven by it, a milestone or task aims at it, or a formula
  /// of the feasibility uses it.
  fileprivate func isUsed(kpi id: String?) -> Bool {
    guard let id else { return false }
    if plan.feasibility?.benefits?.contains(where: { $0.value.driver?.value == id }) == true { return true }
    if plan.milestones?.contains(where: { $0.value.targets?[id] != nil }) == true { return true }
    if plan.tasks?.contains(where: { $0.value.kpi?.value == id }) == true { return true }
    let flows = plan.feasibility?.flows?.entries ?? []
    return flows.contains { entry in entry.value.equals?.value.paths.contains { $0.names.first == id } == true }
  }
}
