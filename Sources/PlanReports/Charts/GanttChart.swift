package import PlanQuantities
package import PlanText

/// When things happen: bars over time with their links, milestones, phases and the report's date.
///
/// Long charts come as several pages, each a chart of its own.
package struct GanttChart: Sendable {
  /// A bar.
  package struct Bar: Sendable {
    let id: String
    let name: String
    let start: CivilDate
    let finish: CivilDate
    var isCritical = false
    var isSummary = false
    var lateFinish: CivilDate?
    var floatText: String?
    var done: Fraction?
    var baseline: Period?
    var disputed: Period?
    var disputeText: String?
    var lateText: String?

    /// - Parameters:
    ///   - id: what links call it; ids are the caller's and never reach the page.
    ///   - start: its first day.
    ///   - finish: its last day.
    ///   - isCritical: whether the end of the plan hangs on it.
    ///   - isSummary: whether it stands for others; summaries stay where a chart is cut to what matters.
    ///   - lateFinish: the last day it may end without moving the plan's end; nil without float.
    ///   - floatText: the float as printed, such as `12 d`.
    ///   - done: the part done, 0 to 1.
    ///   - baseline: the dates of the approved revision, where they differ.
    ///   - disputed: the days two sources disagree on.
    ///   - disputeText: what the other source says, such as `technical plan: Q3`.
    ///   - lateText: by how much it is overdue, such as `late 6 d`.
    package init(
      id: String, name: String, start: CivilDate, finish: CivilDate, isCritical: Bool = false,
      isSummary: Bool = false, lateFinish: CivilDate? = nil, floatText: String? = nil, done: Fraction? = nil,
      baseline: Period? = nil, disputed: Period? = nil, disputeText: String? = nil, lateText: String? = nil
    ) {
      self.id = id
      self.name = name
      self.start = start
      self.finish = max(start, finish)
      self.isCritical = isCritical
      self.isSummary = isSummary
      self.lateFinish = lateFinish
      self.floatText = floatText
      self.done = done
      self.baseline = baseline
      self.disputed = disputed
      self.disputeText = disputeText
      self.lateText = lateText
    }
  }

  /// Bars that belong together: a phase, a team or a source.
  package struct Group: Sendable {
    let name: String?
    let bars: [Bar]

    /// - Parameter name: the heading; nil for none.
    package init(name: String?, bars: [Bar]) {
      self.name = name
      self.bars = bars
    }
  }

  /// A dependency between two bars.
  package struct Link: Sendable {
    /// Which ends it ties: finish to start, start to start, finish to finish, start to finish.
    package enum Kind: String, Sendable, CaseIterable {
      case fs = "FS"
      case ss = "SS"
      case ff = "FF"
      case sf = "SF"
    }

    let from: String
    let to: String
    let kind: Kind
    let lag: String?
    let isCritical: Bool

    /// - Parameters:
    ///   - from: the id of the bar that comes first.
    ///   - to: the id of the bar that waits.
    ///   - lag: the lag or lead as printed, such as `+5 d`.
    package init(from: String, to: String, kind: Kind = .fs, lag: String? = nil, isCritical: Bool = false) {
      self.from = from
      self.to = to
      self.kind = kind
      self.lag = lag
      self.isCritical = isCritical
    }
  }

  /// A milestone in the lane below.
  package struct Milestone: Sendable {
    let key: String
    let name: String
    let date: CivilDate
    let state: MilestoneState

    /// - Parameter key: the short name it has in every chart and table, such as `M1`.
    package init(key: String, name: String, date: CivilDate, state: MilestoneState) {
      self.key = key
      self.name = name
      self.date = date
      self.state = state
    }
  }

  /// A phase, drawn as a band over the whole height.
  package struct Phase: Sendable {
    let name: String
    let period: Period
    let amount: String?

    /// - Parameter amount: its money as tables print it; nil where none is said.
    package init(name: String, period: Period, amount: String? = nil) {
      self.name = name
      self.period = period
      self.amount = amount
    }
  }

  /// - Parameters:
  ///   - groups: the bars in reading order. Above 120 only critical bars and summaries are drawn, and the chart says so.
  ///   - links: above 40 only the critical ones are drawn, and the chart says so.
  ///   - phases: those of the main track; phases that overlap are not drawn as bands.
  ///   - today: the report's date; no line is drawn where it is outside the chart.
  ///   - isFreeDay: whether nobody works on a day; drawn at the scale of weeks alone.
  package init(
    language: Language, groups: [Group], links: [Link] = [], milestones: [Milestone] = [], phases: [Phase] = [],
    today: CivilDate?, isFreeDay: (CivilDate) -> Bool = { _ in false }
  ) {
  }

  /// The chart's pages: none without a bar or milestone, else one or more, in order.
  package var pages: [any Chart] { [] }

  /// What was left out and why, one sentence each, in the report's language; the pages say it too.
  package var omissions: [String] { [] }
}
