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
    for (link, others) in paths.candidates {
      guard let way = paths.way(from: link.from, through: others, avoiding: link) else { continue }
      report(link, way, context)
    }
  }

  private func report(_ link: ScheduledLink, _ way: [String], _ context: RuleContext) {
    let (from, to) = (link.from.id, link.to.id)
    let steps = (way + [to]).map { "`\($0)`" }.joined(separator: " → ")
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
  private let schedule: Schedule
  /// Links to each end that hold what waits until the earlier one is finished.
  private var incoming: [ScheduledLink.End: [ScheduledLink]] = [:]
  /// How many steps may still be taken; a network this dense is left alone.
  private var steps = 200_000

  init(_ schedule: Schedule) {
    self.schedule = schedule
    for link in schedule.links where link.kind == .finishToStart && (link.lag?.count ?? 0) >= 0 {
      incoming[link.to, default: []].append(link)
    }
  }

  /// Plain links that share what waits with others, in the order written, with those others.
  var candidates: [(link: ScheduledLink, others: [ScheduledLink])] {
    schedule.links.compactMap { link in
      guard link.kind == .finishToStart, link.lag == nil, !link.isGate, let all = incoming[link.to], all.count > 1
      else { return nil }
      return (link, all)
    }
  }

  /// The ids from one end to the last but one, by another way than a link; of two links that say the same, the first
  /// written stays. Nil where there is no other way.
  mutating func way(from start: ScheduledLink.End, through links: [ScheduledLink], avoiding: ScheduledLink) -> [String]?
  {
    let isTold = links.contains { other in
      other.from == start && other.range != avoiding.range
        && (other.lag != nil || other.range.start < avoiding.range.start)
    }
    if isTold { return [start.id] }
    guard let finish = start.kind == .task ? schedule.task(start.id)?.finish : schedule.milestone(start.id)?.expected
    else { return nil }
    var came: [ScheduledLink.End: ScheduledLink.End?] = [:]
    var open = links.filter { $0.from != start && isMoved($0.from, after: finish) }.map(\.from)
    for end in open { came[end] = .some(nil) }
    while let end = open.popLast(), steps > 0 {
      for link in incoming[end] ?? [] {
        steps -= 1
        if link.from == start { return way(start, end, came) }
        if came[link.from] == nil, isMoved(link.from, after: finish) {
          came[link.from] = end
          open.append(link.from)
        }
      }
    }
    return nil
  }

  /// Whether an end moves with what it waits for, so that what waits for it waits for that too, and comes late enough to
  /// wait for what is finished on a day.
  private func isMoved(_ end: ScheduledLink.End, after finish: CivilDate) -> Bool {
    if end.kind == .milestone {
      guard let milestone = schedule.milestone(end.id), let day = milestone.expected else { return false }
      return !milestone.isReached && day >= finish
    }
    guard let task = schedule.task(end.id), let start = task.start else { return false }
    return !task.isFixed && task.status != .done && start > finish
  }

  private func way(
    _ start: ScheduledLink.End, _ next: ScheduledLink.End, _ came: [ScheduledLink.End: ScheduledLink.End?]
  ) -> [String] {
    var ids = [start.id, next.id]
    var end = next
    while let step = came[end] ?? nil {
      ids.append(step.id)
      end = step
    }
    return ids
  }
}
