import PlanAnalysis
import PlanExpressions
import PlanModel
import PlanQuantities
import PlanText

/// The report of a plan, as a document that any notation can print.
func report(_ plan: CompiledPlan) -> Report {
  let title = plan.text(plan.plan.common.title) ?? plan.plan.id?.value ?? "marplan"
  var builder = ReportBuilder(plan: plan, report: Report(title, language: plan.language))
  builder.addHead()
  builder.addFindings()
  builder.addMoney()
  builder.addGoals()
  builder.addTimetable()
  builder.addFeasibility()
  builder.addAssumptions()
  builder.addClaims()
  builder.add(.paragraph([Report.Span(ReportWord.traceNote.text(in: plan.language))]))
  return builder.report
}

/// Puts the report together, a section a method; a section without data is left out. The sections are in further files.
struct ReportBuilder {
  let plan: CompiledPlan
  var report: Report

  mutating func add(_ block: Report.Block) { report.blocks.append(block) }

  mutating func heading(_ word: Message, level: Int = 2) { add(.heading(level, self.word(word))) }

  /// A table without its empty columns; nothing where it has no rows.
  mutating func add(_ caption: Message, _ columns: [Report.Column], _ rows: [Report.Row]) {
    guard !rows.isEmpty else { return }
    var table = Report.Table(word(caption), columns)
    table.rows = rows
    add(.table(table.withoutEmptyColumns))
  }

  // MARK: Pieces

  func word(_ message: Message) -> String { message.text(in: plan.language) }

  func column(_ message: Message) -> Report.Column { Report.Column(word(message)) }

  func figures(_ message: Message) -> Report.Column { Report.Column(word(message), isFigures: true) }

  func text(_ text: Text?) -> [Report.Span] { .text(plan.text(text)) }

  func person(_ id: String?) -> [Report.Span] { .text(id.map { plan.person($0) }) }

  func day(_ day: CivilDate?) -> [Report.Span] { .text(day?.phrase(in: plan.language)) }

  func period(_ period: Period?) -> [Report.Span] { .text(period?.phrase(in: plan.language)) }

  /// The figure at a path, marked where a finding bears on it; why there is none, if it is not there.
  func figure(_ path: String) -> [Report.Span] {
    guard let figure = plan.figures.figure(path) else { return [] }
    return value(figure.value, isDoubtful: plan.isDoubtful(path))
  }

  func value(_ value: Value, isDoubtful: Bool = false) -> [Report.Span] {
    let word: Message
    switch value {
    case .missing: word = ReportWord.missing
    case .undefined, .unknown: word = ReportWord.undefined
    default: return [Report.Span(oneLine(plan.text(value)), isDoubtful ? .doubtful : .plain)]
    }
    let reason = value.reason.map { ReportWord.colon(plan.language) + $0.text(in: plan.language) } ?? ""
    return [Report.Span(self.word(word))] + .message(reason)
  }

  func quantity(_ quantity: Quantity?, isDoubtful: Bool = false) -> [Report.Span] {
    quantity.map { value(.quantity($0), isDoubtful: isDoubtful) } ?? []
  }

  /// A literal as the report's readers write it.
  func literal(_ literal: Literal?, isDoubtful: Bool = false) -> [Report.Span] {
    switch literal {
    case .quantity(let quantity)?: return self.quantity(quantity, isDoubtful: isDoubtful)
    case let other?: return [Report.Span(oneLine(other.phrase(in: plan.language)), isDoubtful ? .doubtful : .plain)]
    case nil: return []
    }
  }

  // MARK: Head

  mutating func addHead() {
    let head = plan.plan
    let facts: [(Message, [Report.Span])] = [
      (ReportWord.period, period(head.period?.value)), (ReportWord.evaluation, period(head.evaluation?.value)),
      (ReportWord.currency, .text(head.currency?.value)), (ReportWord.owner, person(head.owner?.value)),
      (ReportWord.sponsor, person(head.sponsor?.value)), (ReportWord.manager, person(head.manager?.value)),
      (ReportWord.status, .text(word(head.life.word))),
      (ReportWord.asOf, plan.resolved.today.map { day($0) } ?? .text(word(ReportWord.notSaid))),
    ]
    add(.facts(facts.filter { !$0.1.isEmpty }.map { (word($0.0), $0.1) }))
  }
}
