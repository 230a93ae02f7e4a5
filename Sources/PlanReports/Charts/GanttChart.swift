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
    let isCritical: Bool
    let isSummary: Bool
    let lateFinish: CivilDate?
    let floatText: String?
    let done: Fraction?
    let baseline: Period?
    let disputed: Period?
    let disputeText: String?
    let lateText: String?

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

  let language: Language
  let groups: [Group]
  let links: [Link]
  let milestones: [Milestone]
  let phases: [Phase]
  let today: CivilDate?
  /// The month in which years begin.
  let yearStarts: Int
  let freeDays: Set<CivilDate>
  /// The first and last day drawn; nil where nothing has dates.
  let days: (first: CivilDate, last: CivilDate)?
  /// What was left out and why, one sentence each, in the report's language; the last page says it too.
  package let omissions: [String]

  /// The rows a page holds.
  static let pageLength = 28
  /// The bars above which only critical ones and summaries are drawn.
  static let barLimit = 120
  /// The links above which only critical ones are drawn.
  static let linkLimit = 40

  /// - Parameters:
  ///   - groups: the bars in reading order. Above 120 only critical bars and summaries are drawn, and the chart says so.
  ///   - links: above 40 only the critical ones are drawn, and the chart says so.
  ///   - phases: those of the main track; phases that overlap an earlier one are not drawn as bands.
  ///   - today: the report's date; no line is drawn where it is outside the chart.
  ///   - yearStarts: the month in which years begin.
  ///   - isFreeDay: whether nobody works on a day; drawn at the scale of weeks alone.
  package init(
    language: Language, groups: [Group], links: [Link] = [], milestones: [Milestone] = [], phases: [Phase] = [],
    today: CivilDate?, yearStarts: Int = 1, isFreeDay: (CivilDate) -> Bool = { _ in false }
  ) {
    self.language = language
    self.yearStarts = yearStarts
    self.milestones = milestones
    self.phases = phases
    self.today = today
    var omissions: [String] = []

    let all = groups.reduce(0) { $0 + $1.bars.count }
    self.groups = GanttChart.kept(groups)
    let kept = self.groups.reduce(0) { $0 + $1.bars.count }
    if kept < all { omissions.append(GanttChartWord.bars(kept, of: all).text(in: language)) }

    let ids = Set(self.groups.flatMap(\.bars).map(\.id))
    let drawable = links.filter { ids.contains($0.from) && ids.contains($0.to) }
    self.links = drawable.count > GanttChart.linkLimit ? drawable.filter(\.isCritical) : drawable
    if self.links.count < drawable.count {
      omissions.append(GanttChartWord.links(self.links.count, of: drawable.count).text(in: language))
    }

    let bars = self.groups.flatMap(\.bars)
    var dates = bars.flatMap { [$0.start, $0.finish] } + milestones.map(\.date)
    dates += bars.flatMap { [$0.lateFinish, $0.baseline?.first, $0.baseline?.last].compactMap(\.self) }
    dates += bars.flatMap { [$0.disputed?.first, $0.disputed?.last].compactMap(\.self) }
    if !dates.isEmpty { dates += phases.flatMap { [$0.period.first, $0.period.last] } }
    var days: (first: CivilDate, last: CivilDate)?
    if let first = dates.min(), let last = dates.max() { days = (first, last) }
    self.days = days

    var free: Set<CivilDate> = []
    if let days, days.first.days(until: days.last) < 14 * 7 {
      for offset in 0...days.first.days(until: days.last) {
        let day = days.first.adding(days: offset)
        if isFreeDay(day) { free.insert(day) }
      }
    }
    freeDays = free

    let pages = ganttPages(self.groups, length: GanttChart.pageLength) { $0 }
    var pageOf: [String: Int] = [:]
    for (number, page) in pages.enumerated() {
      for case .bar(let bar) in page { pageOf[bar.id] = number }
    }
    let crossing = self.links.count { pageOf[$0.from] != pageOf[$0.to] }
    if crossing > 0 { omissions.append(GanttChartWord.crossing(crossing).text(in: language)) }
    self.omissions = omissions
  }

  /// The bars worth drawing: all, or summaries and critical ones; of those too, and of the rest where nothing is
  /// critical, as many as there is room for, in order.
  private static func kept(_ groups: [Group]) -> [Group] {
    let all = groups.flatMap(\.bars)
    var kept = Set(all.indices)
    if all.count > barLimit {
      func rank(_ bar: Bar) -> Int { bar.isSummary ? 0 : bar.isCritical ? 1 : 2 }
      let matters = all.indices.filter { rank(all[$0]) < 2 }
      let order = (matters.isEmpty ? Array(all.indices) : matters).sorted { (rank(all[$0]), $0) < (rank(all[$1]), $1) }
      kept = Set(order.prefix(barLimit))
    }
    var place = 0
    return groups.compactMap { group in
      let bars = group.bars.filter { _ in
        defer { place += 1 }
        return kept.contains(place)
      }
      return bars.isEmpty ? nil : Group(name: group.name, bars: bars)
    }
  }

  /// The chart's pages: none without a bar or milestone, else one or more, in order.
  package var pages: [any Chart] {
    guard let days else { return [] }
    let pages = ganttPages(groups, length: Self.pageLength) { GanttChartWord.continued($0).text(in: language) }
    if pages.isEmpty { return [GanttPage(chart: self, days: days, rows: [], bars: 0..<0, isLast: true)] }
    var first = 0
    return pages.enumerated().map { number, rows in
      let bars = first..<first + rows.count(where: \.isBar)
      first = bars.upperBound
      return GanttPage(chart: self, days: days, rows: rows, bars: bars, isLast: number + 1 == pages.count)
    }
  }

  /// How many bars all pages hold.
  var barCount: Int { groups.reduce(0) { $0 + $1.bars.count } }
}
