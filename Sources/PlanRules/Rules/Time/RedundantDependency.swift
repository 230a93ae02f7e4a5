import PlanModel
import PlanQuantities
import PlanSchedule
package import PlanText

/// A link says what other links say already.
///
/// - zh-Hans: 多余的依赖：其他依赖已经说明
/// - zh-Hant: 多餘的相依關係：其他相依關係已經說明
///
/// ## Why it matters
/// Links that add nothing hide those that count, and each is one more to keep right when the plan changes.
///
/// ## How to mend
/// Take the link out. What is said here is only of plain links from a finish to a start, without a lag, that follow from
/// others through tasks whose dates are computed.
///
/// ## Bad
/// ```yaml
/// tasks:
///   design: {duration: 5wd, deliverable: drafts, owner: cmo}
///   build: {duration: 20wd, after: [design], deliverable: web shop, owner: cmo}
///   test: {duration: 3wd, after: [design, build], deliverable: test report, owner: cmo}
/// ```
///
/// ## Mended
/// ```yaml
/// tasks:
///   design: {duration: 5wd, deliverable: drafts, owner: cmo}
///   build: {duration: 20wd, after: [design], deliverable: web shop, owner: cmo}
///   test: {duration: 3wd, after: [build], deliverable: test report, owner: cmo}
/// ```
package struct RedundantDependency: Rule {
  package static let code = "T613"
  package static let severity = Severity.advice

  package init() {}

  package func check(_ context: RuleContext) {
    guard context.plan.hasLinks, context.schedule.circleLinks.isEmpty else { return }
    var paths = Paths(context.schedule)
    for (link, way) in paths.redundant() { report(link, way, context) }
  }

  private func report(_ link: ScheduledLink, _ way: [String], _ context: RuleContext) {
    let (from, to) = (link.from.id, link.to.id)
    let steps = PlanText.way(way + [to])
    context.report(
      Diagnostic(
        Self.self, at: link.range,
        Message(
          en: "`\(to)` waits for `\(from)` anyway: \(steps)", hans: "`\(to)` 本来就要等 `\(from)`：\(steps)",
          hant: "`\(to)` 本來就要等 `\(from)`：\(steps)"),
        help: Message(
          en: "take `\(from)` out of `after`", hans: "请从 `after` 中删去 `\(from)`", hant: "請從 `after` 中刪去 `\(from)`")))
  }
}

/// Ways along plain links from finishes to starts.
private struct Paths {
  private let links: [ScheduledLink]
  /// The links' ends, each once; all else speaks of them by their places here.
  private var ends: [ScheduledLink.End] = []
  /// What a plain link that holds a finish comes from, and which link it is, by the end it leads to.
  private var incoming: [[(from: Int, link: Int)]] = []
  /// The day from which an end starts that moves with what it waits for; nil for all others.
  private var starts: [CivilDate?] = []
  /// The day on which an end is finished.
  private var finishes: [CivilDate?] = []
  /// Where the search came from to an end, and in which search that was.
  private var came: [(search: Int, from: Int?)] = []
  private var search = 0
  /// How many steps may still be taken; a network this dense is left alone.
  private var steps = 200_000

  init(_ schedule: Schedule) {
    links = schedule.links
    var places: [ScheduledLink.End: Int] = [:]
    for (number, link) in links.enumerated() where link.kind == .finishToStart && (link.lag?.count ?? 0) >= 0 {
      let to = place(of: link.to, in: schedule, &places)
      incoming[to].append((place(of: link.from, in: schedule, &places), number))
    }
  }

  private mutating func place(
    of end: ScheduledLink.End, in schedule: Schedule, _ places: inout [ScheduledLink.End: Int]
  ) -> Int {
    if let place = places[end] { return place }
    let place = ends.count
    places[end] = place
    ends.append(end)
    incoming.append([])
    came.append((0, nil))
    switch end.kind {
    case .milestone:
      let milestone = schedule.milestone(end.id)
      finishes.append(milestone?.expected)
      // A milestone comes at the end of its day.
      starts.append(milestone.flatMap { $0.isReached ? nil : $0.expected?.adding(days: 1) })
    case .task:
      let task = schedule.task(end.id)
      finishes.append(task?.finish)
      starts.append(task.flatMap { $0.isFixed || $0.status == .done ? nil : $0.start })
    }
    return place
  }

  /// Plain links beside which there is another way, in the order written, with that way: the ids from one end to the last
  /// but one. Of two links that say the same, the first written stays.
  mutating func redundant() -> [(link: ScheduledLink, way: [String])] {
    var found: [(number: Int, way: [String])] = []
    for to in incoming.indices where incoming[to].count > 1 {
      let own = incoming[to].filter { links[$0.link].lag == nil && !links[$0.link].isGate }
      let beside = ways(to, from: Set(own.map(\.from)))
      let first = firstLinks(to)
      for (from, number) in own {
        if let told = first[from], links[told].range != links[number].range {
          found.append((number, [ends[from].id]))
        } else if let way = beside[from] {
          found.append((number, way))
        }
      }
    }
    return found.sorted { $0.number < $1.number }.map { (links[$0.number], $0.way) }
  }

  /// Of the links that lead to an end from each other, the one that says it first: one with a lag, else the first written.
  private func firstLinks(_ end: Int) -> [Int: Int] {
    func rank(_ link: Int) -> (Int, UInt32) { (links[link].lag == nil ? 1 : 0, links[link].range.start) }
    return Dictionary(
      incoming[end].lazy.map { ($0.from, $0.link) }, uniquingKeysWith: { rank($1) < rank($0) ? $1 : $0 })
  }

  /// Other ways to an end, by where they start, each among the shortest: the ids up to the last but one.
  private mutating func ways(_ end: Int, from sought: Set<Int>) -> [Int: [String]] {
    guard let earliest = sought.compactMap({ finishes[$0] }).min() else { return [:] }
    search += 1
    var found: [Int: [String]] = [:]
    var open: [Int] = []
    for (from, _) in incoming[end] where came[from].search != search && isMoved(from, after: earliest) {
      came[from] = (search, nil)
      open.append(from)
    }
    var next = 0
    while next < open.count, steps > 0 {
      let place = open[next]
      next += 1
      for (from, _) in incoming[place] {
        steps -= 1
        if sought.contains(from), found[from] == nil { found[from] = way(from, place) }
        if came[from].search != search, isMoved(from, after: earliest) {
          came[from] = (search, place)
          open.append(from)
        }
      }
    }
    return found
  }

  /// Whether an end moves with what it waits for, so that what waits for it waits for that too, and comes late enough to
  /// wait for what is finished on a day.
  private func isMoved(_ place: Int, after finish: CivilDate) -> Bool {
    starts[place].map { $0 > finish } ?? false
  }

  /// The way from a start over the next end to where the search began; nil where one of them comes before the start is
  /// finished, which a link that is not kept allows.
  private func way(_ start: Int, _ next: Int) -> [String]? {
    guard let finish = finishes[start] else { return nil }
    var ids = [ends[start].id]
    var place: Int? = next
    while let step = place {
      guard isMoved(step, after: finish) else { return nil }
      ids.append(ends[step].id)
      place = came[step].from
    }
    return ids
  }
}
