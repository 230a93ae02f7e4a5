import PlanAnalysis
import PlanModel
import PlanQuantities
import PlanSchedule
import PlanText

/// A milestone with the short key it has in every chart and table of the report.
struct KeyedMilestone {
  /// M1 for the first in time, M2 for the next.
  let key: String
  let id: String
  let name: String
  /// The day it is planned for.
  let date: CivilDate
  let state: MilestoneState
  /// What speaks against it, in a word or two.
  let remark: String?
}

extension CompiledPlan {
  /// Every dated milestone in the order of time, with how it stands.
  var keyedMilestones: [KeyedMilestone] {
    let dated = schedule.milestones.compactMap { item in item.day.map { (item, $0) } }.enumerated()
      .sorted { ($0.element.1.dayNumber, $0.offset) < ($1.element.1.dayNumber, $1.offset) }.map(\.element)
    return dated.enumerated().map { place, element in
      let (item, day) = element
      let (state, remark) = state(of: item)
      return KeyedMilestone(
        key: "M\(place + 1)", id: item.id, name: text(item.title) ?? oneLine(item.id), date: day, state: state,
        remark: remark)
    }
  }

  /// Met, out of reach by its links, or with findings; what speaks against it.
  private func state(of item: ScheduledMilestone) -> (MilestoneState, String?) {
    if item.isReached { return (.met, nil) }
    if let slip = item.slip, slip > 0 {
      return (
        .unreachable,
        word(
          Message(
            en: "\(slip) working days late", hans: "晚\(slip)个工作日", hant: "晚\(slip)個工作日"))
      )
    }
    guard let common = plan.milestones?[item.id]?.common else { return (.planned, nil) }
    let own = diagnostics.filter { diagnostic in
      diagnostic.severity >= .warning
        && (common.range.touches(diagnostic.range) || common.keyRange.touches(diagnostic.range))
    }
    guard let first = own.max(by: { $0.severity < $1.severity }) else { return (.planned, nil) }
    return (.atRisk, Self.remark(first.code).map(word) ?? first.code)
  }
}

extension CompiledPlan {
  /// The usual findings on milestones in a word or two; others go by their code.
  private static func remark(_ code: String) -> Message? {
    switch code {
    case "T606": ReportWord.noOwner
    case "T605", "T616": Message(en: "no deliverable", hans: "无交付物", hant: "無交付成果")
    case "T607": Message(en: "no working day", hans: "非工作日", hant: "非工作日")
    case "T612": Message(en: "overdue", hans: "已逾期", hant: "已逾期")
    default: nil
    }
  }
}

extension ReportBuilder {
  /// The first page's picture of phases and milestones; nil where there are none.
  var phaseTrack: PhaseTrack? {
    let phases = mainPhases
    guard !phases.isEmpty || !milestones.isEmpty else { return nil }
    let held = plan.plan.milestones?.entries ?? []
    let marked = Set(held.compactMap { plan.plan.phase(of: $0.value)?.id.value })
    return PhaseTrack(
      language: language, unit: amounts.unit(),
      phases: phases.map { phase in
        PhaseTrack.Phase(
          name: phase.name, period: phase.period, amount: phase.money.map { amounts.money($0) },
          share: phase.share.map { amounts.headlinePercent($0) },
          gap: marked.contains(phase.id) || held.isEmpty
            ? nil : word(Message(en: "nothing marks its end", hans: "期末无验收", hant: "期末無驗收")))
      },
      milestones: milestones.map {
        PhaseTrack.Milestone(
          key: $0.key, name: $0.name, date: $0.date, dateText: monthOf($0.date), state: $0.state, remark: $0.remark)
      }, today: plan.resolved.today, yearStarts: plan.resolved.yearStarts)
  }

  /// A phase with its period and what it may spend.
  struct DatedPhase {
    let id: String
    let name: String
    let period: Period
    let money: Fraction?
    let share: Fraction?
  }

  /// The phases of the main timetable that have dates, in the order written.
  var mainPhases: [DatedPhase] {
    (plan.plan.phases?.entries ?? []).compactMap { entry in
      guard entry.value.trackName == "main", let period = entry.value.period?.value else { return nil }
      let own = plan.figures.phaseSpending[entry.id.value]
      return DatedPhase(
        id: entry.id.value, name: plan.name(entry.value.common, id: entry.id.value), period: period,
        money: own?.money.value, share: own?.share.value)
    }
  }

  // MARK: Days in words

  /// A day in a sentence: 15 Nov 2024, 2024年11月15日.
  func spoken(_ day: CivilDate) -> String {
    guard language == .english else { return day.phrase(in: language) }
    let (year, month, dayOfMonth) = day.components
    return "\(dayOfMonth) \(Self.months[month - 1]) \(year)"
  }

  /// A period in a sentence: 2024 Q4 – 2025 Q4.
  func spoken(_ period: Period) -> String {
    guard language == .english else { return period.phrase(in: language) }
    return period.text.replacing("..", with: " – ")
  }

  /// A day's month: Dec 2024, 2024年12月.
  func monthOf(_ day: CivilDate) -> String {
    let (year, month, _) = day.components
    return language == .english ? "\(Self.months[month - 1]) \(year)" : "\(year)年\(month)月"
  }

  private static let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
}
