import PlanAnalysis
import PlanExpressions
import PlanModel
import PlanQuantities
import PlanRules
import PlanSchedule
import PlanText

/// The report of a plan, as a document that any notation can print.
func report(_ plan: CompiledPlan) -> Report {
  let builder = ReportBuilder(plan)
  var report = Report(language: plan.language)
  builder.writeHead(of: &report)
  report.firstPage = builder.firstPage
  report.sections = builder.sections
  report.notes = builder.notes.all()
  return report
}

/// Puts the report together; each part of it is in a file of its own.
struct ReportBuilder {
  let plan: CompiledPlan
  let amounts: Amounts
  let notes: NoteBook
  let summary: FindingSummary
  let milestones: [KeyedMilestone]

  init(_ plan: CompiledPlan) {
    self.plan = plan
    amounts = Amounts(language: plan.language, currency: plan.plan.currencyCode, largest: plan.largestAmount)
    notes = NoteBook(plan, amounts)
    summary = FindingSummary(plan)
    milestones = plan.keyedMilestones
  }

  /// The sections that have something to say, in the order of reading or of the theme. Findings are never left out.
  var sections: [Report.Section] {
    let order = plan.presentation.theme.sections ?? Theme.Section.allCases
    let all = order.contains(.findings) ? order : order + [.findings]
    let chapters = self.chapters
    return (chapters[nil] ?? []) + all.flatMap { [section($0)].compactMap(\.self) + (chapters[$0] ?? []) }
  }

  private func section(_ section: Theme.Section) -> Report.Section? {
    switch section {
    case .kpi: goalsSection
    case .audience: audienceSection
    case .channels: channelsSection
    case .budget: budgetSection
    case .alloc: allocationSection
    case .schedule: scheduleSection
    case .team: teamSection
    case .tech: technologySection
    case .partners: partnersSection
    case .risks: risksSection
    case .feas: feasibilitySection
    case .mon: monitoringSection
    case .adj: adjustmentsSection
    case .sources: sourcesSection
    case .findings: findingsSection
    case .gaps: gapsSection
    case .defs: definitionsSection
    }
  }

  // MARK: Pieces

  var language: Language { plan.language }

  func word(_ message: Message) -> String { message.text(in: language) }

  /// A sentence whose `{names}` are filled with spans.
  func sentence(_ message: Message, _ slots: [String: [Report.Span]] = [:]) -> [Report.Span] {
    var spans: [Report.Span] = []
    var rest = Substring(word(message))
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      if open > rest.startIndex { spans.append(.text(String(rest[..<open]), .plain)) }
      spans += slots[String(rest[rest.index(after: open)..<close])] ?? []
      rest = rest[rest.index(after: close)...]
    }
    if !rest.isEmpty { spans.append(.text(String(rest), .plain)) }
    return spans
  }

  func column(_ message: Message, _ kind: Report.Column.Kind = .text) -> Report.Column {
    Report.Column(title: word(message), kind: kind)
  }

  func text(_ text: Text?) -> [Report.Span] { .text(plan.text(text)) }

  func person(_ id: String?) -> [Report.Span] { .text(id.map { plan.person($0) }) }

  /// A day as tables write it, 2024-11-15.
  func day(_ day: CivilDate?) -> [Report.Span] { .text(day?.text) }

  func period(_ period: Period?) -> [Report.Span] { .text(period?.phrase(in: language)) }

  var notSaid: [Report.Span] { [.text(word(ReportWord.notSaid), .muted)] }
  var none: [Report.Span] { [.text("—", .muted)] }

  // MARK: Figures

  /// The figure at a path with its note; why there is none where it is missing; nothing where the plan has none.
  func figure(_ path: String, _ level: Amounts.Level, isInText: Bool = true) -> [Report.Span] {
    guard let figure = plan.figures.figure(path) else { return [] }
    // No note either: nothing would cite it.
    if figure.value.reason != nil { return [.status(.unknown, word(ReportWord.undefined))] }
    guard let note = notes.number(path) else { return [] }
    return [
      .figure(
        Report.Figured(
          text: amounts.text(figure.value, level, isInText: isInText), exact: figure.value.exact, note: note,
          isDoubtful: plan.isDoubtful(path)))
    ]
  }

  /// A figure as printed otherwise, such as rounded so that a column adds up.
  func figure(_ path: String, printed text: String) -> [Report.Span] {
    guard let figure = plan.figures.figure(path), let note = notes.number(path) else { return .text(text) }
    return [
      .figure(Report.Figured(text: text, exact: figure.value.exact, note: note, isDoubtful: plan.isDoubtful(path)))
    ]
  }

  /// A figure the report makes itself.
  func figure(_ derived: NoteBook.Derived, _ level: Amounts.Level, isInText: Bool = true) -> [Report.Span] {
    [
      .figure(
        Report.Figured(
          text: amounts.text(derived.value, level, isInText: isInText), exact: derived.value.exact,
          note: notes.number(derived), isDoubtful: derived.inputs.contains(where: plan.isDoubtful)))
    ]
  }

  /// A stated quantity that needs no note of its own.
  func quantity(_ quantity: Quantity?, _ level: Amounts.Level = .table, isInText: Bool = false) -> [Report.Span] {
    .text(quantity.map { amounts.text($0, level, isInText: isInText) })
  }

  /// Links to the notes of several figures, for a line under a table or chart.
  func noteLinks(_ paths: [String]) -> [Report.Span] {
    let numbers = paths.compactMap { notes.number($0) }
    return numbers.isEmpty ? [] : [.notes(numbers)]
  }

  /// The exact money at a path in the plan's currency; nil where it is not one figure.
  func money(_ path: String) -> Fraction? {
    guard let quantity = plan.figures.figure(path)?.quantity, !quantity.isRange,
      quantity.unit.isMoney, quantity.unit.currency == plan.plan.currencyCode
    else { return nil }
    return quantity.value
  }

  /// A table without its empty columns; nothing where it has no rows.
  func table(
    _ caption: Message, remark: [Report.Span] = [], _ columns: [Report.Column], _ rows: [Report.Row],
    _ shape: Report.Table.Shape = .cards, isLong: Bool = false, hidesCaption: Bool = false
  ) -> [Report.Block] {
    guard !rows.isEmpty else { return [] }
    var table = Report.Table(caption: word(caption), remark: remark, columns: columns)
    table.rows = rows
    (table.shape, table.isLong, table.hidesCaption) = (shape, isLong, hidesCaption)
    return [.table(table.withoutEmptyColumns)]
  }

  /// The unit of tables, as a remark behind a caption.
  var unitRemark: [Report.Span] { .text(amounts.unit()) }
}

extension CompiledPlan {
  /// The largest amount of the plan's currency, by which the report chooses its steps.
  fileprivate var largestAmount: Fraction {
    let paths = ["budget.total", "budget.lines", "feasibility.npv", "feasibility.investment"]
    return paths.compactMap { path -> Fraction? in
      guard let quantity = figures.figure(path)?.quantity, quantity.unit.isMoney else { return nil }
      return quantity.high.magnitude
    }.max() ?? 0
  }
}
