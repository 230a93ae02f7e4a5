package import PlanAnalysis
package import PlanExpressions
package import PlanModel
import PlanQuantities
package import PlanSchedule
package import PlanText

/// What outputs need to know of a plan or a portfolio to write its figures.
package protocol Compiled {
  /// The language of whatever is said for a reader.
  var language: Language { get }
  /// The files that figures and diagnostics point into.
  var sources: SourceMap { get }
  var locator: SourceLocator { get }
  /// The language that plain text is in, by its tag.
  var firstLanguage: String { get }
  /// Whether an error or a warning bears on a figure, or on one that it rests on.
  func isDoubtful(_ path: String) -> Bool
}

extension Compiled {
  /// A value as the language's readers write it, rounded as far as a figure is looked at.
  package func text(_ value: Value) -> String {
    if case .quantity(let quantity) = value { return quantity.computedPhrase(in: language) }
    return value.phrase(in: language)
  }

  /// A text of the plan on one line; nil where there is none.
  func text(_ text: Text?) -> String? { text.map { oneLine($0.phrase(in: language)) } }

  /// The path and line where a range starts; nil for what stands in no file.
  func place(_ range: SourceRange?) -> (file: String, line: Int)? {
    guard let range, range.isSomewhere, sources[range.file] != nil else { return nil }
    return (locator.path(range.file), locator.positions(range).start.line)
  }
}

/// A plan with all that was found out about it: the one value that every format takes.
package struct CompiledPlan: Compiled {
  package let resolved: ResolvedPlan
  /// Every figure of the plan by its path.
  package let figures: Figures
  /// When everything happens.
  package var schedule: Schedule { figures.schedule }
  /// Everything that recurs, in the order written.
  package let events: [ScheduledEvent]
  /// In the order of output.
  package let diagnostics: [Diagnostic]
  /// The files that figures and diagnostics point into.
  package let sources: SourceMap
  /// The language of whatever is said for a reader.
  package let language: Language
  /// What the user asks of the report's looks.
  let presentation: Presentation
  package let locator: SourceLocator
  private let doubts: Doubts
  private let made = MadeReport()

  /// - Parameter schedule: the plan's schedule, where it was worked out before.
  package init(
    _ resolved: ResolvedPlan, schedule: Schedule? = nil, diagnostics: [Diagnostic], sources: SourceMap,
    language: Language, presentation: Presentation = Presentation()
  ) {
    self.presentation = presentation
    self.resolved = resolved
    self.diagnostics = diagnostics
    self.sources = sources
    self.language = language
    figures = Figures(resolved, schedule: schedule)
    events = scheduledEvents(resolved, figures.calendars)
    locator = SourceLocator(sources)
    doubts = Doubts(figures, diagnostics)
  }

  package var plan: Plan { resolved.plan }
  package var firstLanguage: String { plan.languages?.first?.value ?? "en" }

  /// The report, put together once for all notations.
  var report: Report {
    if let report = made.report { return report }
    var report = PlanReports.report(self)
    report.others = OtherLanguages(made.others, plain: firstLanguage, in: language)
    made.report = report
    return report
  }

  /// Every phase, milestone and task in the order written, phases first, with its dates.
  var scheduleRows: [ScheduleRow] {
    if let rows = made.rows { return rows }
    let rows = allScheduleRows()
    made.rows = rows
    return rows
  }

  /// Whether an error or a warning bears on a figure, or on one that it rests on.
  package func isDoubtful(_ path: String) -> Bool { doubts.isDoubtful(path) }

  /// A text of the plan on one line; nil where there is none.
  func text(_ text: Text?) -> String? { text.map { oneLine(phrase($0)) } }

  /// A text of the plan as it is written; one in another language than the report is remembered with its tag.
  func phrase(_ text: Text) -> String {
    let wording = text.wording(in: language)
    let tag = wording.tag.isEmpty ? firstLanguage : wording.tag
    if Language(tag: tag) != language { made.others[oneLine(wording.text)] = tag }
    return wording.text
  }

  /// What a noun is called: its title, else its id.
  func name(_ common: Common, id: String) -> String { text(common.title) ?? oneLine(id) }

  /// A role's title, else its id.
  func person(_ id: String) -> String { text(plan.team?.roles?[id]?.common.title) ?? oneLine(id) }

  /// A line's or reserve's title, else its id.
  func lineName(_ id: String) -> String {
    text(resolved.lines[id]?.line.common.title ?? plan.budget?.reserves?[id]?.common.title) ?? oneLine(id)
  }

  /// A file's path as the report writes it: without the folder of the plan's own head.
  func shortPath(_ path: String) -> String {
    let head = locator.path(resolved.file.id)
    guard let end = head.lastIndex(of: "/"), path.hasPrefix(head[...end]) else { return path }
    return String(path[head.index(after: end)...])
  }

  /// Places as a report writes them, each once.
  func places(_ ranges: [SourceRange]) -> [Report.Place] {
    var places: [Report.Place] = []
    for range in ranges {
      guard let place = place(range) else { continue }
      let written = Report.Place(
        text: "\(shortPath(place.file)):\(place.line)", link: presentation.links?.link(place.file, place.line))
      if !places.contains(written) { places.append(written) }
    }
    return places
  }

  /// The money at a path, where it is one figure; a line of a year's cost is money a year.
  func money(_ path: String) -> Quantity? {
    guard let quantity = figures.figure(path)?.quantity, !quantity.isRange else { return nil }
    return quantity.unit.isMoney || quantity.unit.isMoneyPerTime ? quantity : nil
  }

  /// The part of the total that the money at a path is; nil where either is not one figure of one currency.
  func shareOfTotal(_ path: String) -> Quantity? {
    guard let part = money(path), let total = money("budget.total"), part.unit == total.unit,
      let share = part.value.divided(by: total.value)
    else { return nil }
    return Quantity(share, mark: .percent)
  }
}

/// Where a plan's report and timetable are kept once they are put together, and the texts in other languages that went
/// into the report.
private final class MadeReport {
  var report: Report?
  var rows: [ScheduleRow]?
  /// Language tags by text.
  var others: [String: String] = [:]
}
