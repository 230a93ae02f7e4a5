package import PlanModel
package import PlanQuantities
package import PlanText

/// When everything of a plan happens: what `schedule(_:)` gives.
///
/// Dates are whole days. A task starts in the morning of its first day and is finished in the evening of its last; a
/// milestone stands at the end of its day. So a task that follows another finish to start begins on the next working
/// day, and what starts and finishes on one day took one day.
package struct Schedule: Sendable {
  /// Every task that is not dropped, in the order written.
  package let tasks: [ScheduledTask]
  /// Every milestone that is not dropped, in the order written.
  package let milestones: [ScheduledMilestone]
  /// Every link between two of them, in the order written; links to or from what was dropped or is unknown are left out.
  package let links: [ScheduledLink]
  /// The last day of the last task or milestone that has dates; nil where nothing has.
  package let finish: CivilDate?
  /// Circles of things that wait for each other, as the links that make them: each comes from the end that the next one
  /// leads to. What lies on a circle, or waits for it, and has no dates of its own has no dates.
  package let circleLinks: [[ScheduledLink]]
  /// The ids on each circle, in the order in which one waits for the next, and the last for the first.
  package let circles: [[String]]
  private let circlePlaces: [String: Int]
  private let taskPlaces: [String: Int]
  private let milestonePlaces: [String: Int]
  /// Places of links by the end that waits.
  private let incoming: [ScheduledLink.End: [Int]]

  init(
    tasks: [ScheduledTask], milestones: [ScheduledMilestone], links: [ScheduledLink], finish: CivilDate?,
    circleLinks: [[ScheduledLink]]
  ) {
    self.tasks = tasks
    self.milestones = milestones
    self.links = links
    self.finish = finish
    self.circleLinks = circleLinks
    let circles = circleLinks.map { $0.map(\.to.id) }
    self.circles = circles
    circlePlaces = Dictionary(
      circles.indices.flatMap { place in circles[place].map { ($0, place) } }, uniquingKeysWith: { first, _ in first })
    taskPlaces = Dictionary(tasks.enumerated().map { ($1.id, $0) }) { first, _ in first }
    milestonePlaces = Dictionary(milestones.enumerated().map { ($1.id, $0) }) { first, _ in first }
    incoming = Dictionary(grouping: links.indices) { links[$0].to }
  }

  /// The first circle that something is part of.
  package func circle(of id: String) -> [String]? { circlePlaces[id].map { circles[$0] } }

  /// Whether any link is declared. If not, nobody said what waits for what: then nothing is critical and no float is
  /// known.
  package var hasLinks: Bool { !links.isEmpty }

  /// The scheduled task with an id; nil where there is none or it was dropped.
  package func task(_ id: String) -> ScheduledTask? { taskPlaces[id].map { tasks[$0] } }
  /// The scheduled milestone with an id; nil where there is none or it was dropped.
  package func milestone(_ id: String) -> ScheduledMilestone? { milestonePlaces[id].map { milestones[$0] } }

  /// The links by which a task or milestone waits, in the order written; then those of its phase's gate.
  package func links(to end: ScheduledLink.End) -> [ScheduledLink] { (incoming[end] ?? []).map { links[$0] } }

  /// What keeps a task or milestone from being earlier: where its driving link comes from; of several links that drive
  /// it, the first written. Nil where nothing does.
  package func driver(of end: ScheduledLink.End) -> ScheduledLink.End? {
    guard let places = incoming[end], let place = places.first(where: { links[$0].isDriving }) else { return nil }
    return links[place].from
  }

  /// The chain of driving links that leads to a task or milestone: from what nothing drives, to the thing itself.
  package func chain(to end: ScheduledLink.End) -> [ScheduledLink.End] {
    var chain = [end]
    var seen: Set<ScheduledLink.End> = [end]
    while let last = chain.last, let driver = driver(of: last), seen.insert(driver).inserted { chain.append(driver) }
    return chain.reversed()
  }
}

/// A task with its dates.
package struct ScheduledTask: Sendable {
  package let id: String
  package let title: Text?
  package let phase: String?
  /// The owner, or who answers by the RACI row.
  package let owner: String?
  package let status: Status
  /// Whether its two dates are written in the plan: nothing moves them, holidays and links included.
  package let isFixed: Bool
  /// The name of its working calendar: its own, else the plan's; nil for Monday to Friday without holidays.
  package let calendar: String?
  /// Working days from its first day to its last, both counted; nil without dates.
  package let duration: Int?
  /// The duration as written; nil for a task with dates of its own.
  package let writtenDuration: Quantity?
  /// First day: as written, or the earliest that its links, its phase and the gate of its phase allow; for a task that
  /// is done, worked back from the day it was done. Nil where it cannot be told: on a circle, or past the year 9999.
  package let start: CivilDate?
  /// Last day: as written, computed, or the day it was done.
  package let finish: CivilDate?
  /// The latest days that hold up neither the plan's finish, nor a `due`, nor a milestone, nor a task with fixed dates;
  /// earlier than `start` and `finish` where one of these cannot be kept. Nil for what is done and where nothing is known.
  package let lateStart: CivilDate?
  package let lateFinish: CivilDate?
  /// Working days of its calendar that it may slip before it holds up the plan's finish, a `due`, a milestone or a
  /// fixed task; negative where one of these cannot be kept. Nil for what is done, without dates, or without any link.
  package let totalFloat: Int?
  /// Working days it may slip before it moves anything that waits for it; never negative. Nil as `totalFloat` is.
  package let freeFloat: Int?
  /// Whether its total float is used up.
  package let isCritical: Bool
  package let due: CivilDate?
  package let doneOn: CivilDate?

  /// Earliest start: the same as `start`, for what can start earlier does.
  package var earlyStart: CivilDate? { start }
  /// Earliest finish: the same as `finish`.
  package var earlyFinish: CivilDate? { finish }
  /// First and last day as a period; nil without dates.
  package var period: Period? {
    guard let start, let finish else { return nil }
    return Period(first: start, last: finish)
  }
}

/// A milestone with the day it is planned for and the day its links allow.
package struct ScheduledMilestone: Sendable {
  package let id: String
  package let title: Text?
  /// The phase it names, or the one of the main timetable that its day lies in.
  package let phase: String?
  package let owner: String?
  package let status: Status
  /// The name of its working calendar: its own, else the plan's; nil for Monday to Friday without holidays.
  package let calendar: String?
  /// The day as planned: its date, or the last day of its period; nil where it could not be read.
  package let day: CivilDate?
  /// The earliest day that its links allow; nil without links, once it is done, or where it cannot be told.
  package let earliest: CivilDate?
  /// The day to reckon with: the day it was done, else the later of `day` and `earliest`.
  package let expected: CivilDate?
  /// The latest day that holds up nothing: `day`, or earlier where what follows needs it earlier.
  package let latest: CivilDate?
  /// Working days that `earliest` lies after `day`; zero where the day can be kept, nil where `earliest` is.
  package let slip: Int?
  /// Working days between `earliest` and `latest`; negative where the day cannot be kept, nil where `earliest` is.
  package let float: Int?
  /// Whether its float is used up.
  package let isCritical: Bool
  package let doneOn: CivilDate?
  /// Whether it is done.
  package var isReached: Bool { status == .done || doneOn != nil }
}

/// A link between two tasks or milestones.
package struct ScheduledLink: Sendable {
  package let from: End
  package let to: End
  package let kind: Link.Kind
  /// The lag, or the lead where it is negative; nil for none.
  package let lag: Lag?
  /// Whether it is the gate of a phase: written once there, and holding every task of the phase that has no fixed dates.
  package let isGate: Bool
  /// Whether no working day lies between the ends it ties: by this link, what waits could not come earlier than it does.
  package let isDriving: Bool
  /// Whether it is driving, and both ends are critical.
  package let isCritical: Bool
  /// Whether the dates of its two ends contradict it, as only fixed dates and days done can.
  package let isBroken: Bool
  /// Where it is written: the entry under `after`, or the phase's `gate`.
  package let range: SourceRange

  /// One end of a link.
  package struct End: Hashable, Sendable {
    package enum Kind: String, Hashable, Sendable { case task, milestone }
    package let kind: Kind
    package let id: String
    package init(_ kind: Kind, _ id: String) {
      self.kind = kind
      self.id = id
    }
  }
}

/// How far after the earlier end the later one comes.
package struct Lag: Hashable, Sendable {
  /// How many; negative for a lead.
  package let count: Int
  package let unit: Unit

  /// What it is counted in: working days of the calendar of what waits, days, or calendar months.
  package enum Unit: String, Hashable, Sendable { case workingDays, days, months }
}
