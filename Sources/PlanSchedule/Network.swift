import PlanModel
import PlanQuantities
import PlanText

/// Tasks and milestones as points of a network, with mornings for times: the finish of what ends on a day is the
/// morning of the day after.
struct Network {
  var nodes: [Node] = []
  var arcs: [Arc] = []
  /// The calendars in use; nodes name them by place.
  var calendars: [Workdays] = []
  /// Places of arcs by the node they lead to, and by the one they come from.
  private(set) var incoming = Adjacency()
  private(set) var outgoing = Adjacency()

  /// A task or milestone.
  struct Node {
    enum Kind {
      /// A task with a duration.
      case computed(Stretch)
      /// A task with two dates.
      case fixed
      /// A milestone, whose planned day ends at `finish`, if it has one.
      case milestone
    }

    let kind: Kind
    /// Its place in the plan's table.
    let place: Int
    let calendar: Int
    let calendarName: String?
    var isDone = false
    /// Whether the day it was done settles its dates.
    var isSettled = false
    /// The morning before which it may not start.
    var base: Int?
    /// The morning by which it must be finished: the day after its due date or, for a milestone, its date.
    var due: Int?
    /// When it happens: as written, else worked out going forward. A milestone's two are one.
    var start: Int?
    var finish: Int?
    /// When the links let a milestone come, its own date aside.
    var earliest: Int?
    var lateStart: Int?
    var lateFinish: Int?
    /// What going back found for a milestone before its own date was looked at.
    var needed: Int?
    var freeFloat: Int?

    var isMilestone: Bool { if case .milestone = kind { true } else { false } }
    /// Whether going forward works out its dates.
    var isComputed: Bool { if case .computed = kind { !isSettled } else { false } }
  }

  /// A link.
  struct Arc {
    let from: Int
    let to: Int
    let kind: Link.Kind
    let lag: Stretch?
    let isGate: Bool
    let range: SourceRange
    /// The earliest time of the later end by this link alone: the start of a task, the finish of a milestone; for fixed
    /// dates, of the end that the link speaks of.
    var bound: Int?

    var leavesFinish: Bool { kind == .finishToStart || kind == .finishToFinish }
    var reachesFinish: Bool { kind == .finishToFinish || kind == .startToFinish }
  }

  mutating func connect() {
    incoming = Adjacency(nodes.count, arcs.map(\.to))
    outgoing = Adjacency(nodes.count, arcs.map(\.from))
  }

  func workdays(_ node: Int) -> Workdays { calendars[nodes[node].calendar] }
}

/// Places of arcs by node, in one array.
struct Adjacency {
  private var starts: [Int] = [0]
  private var places: [Int] = []

  init() {}

  init(_ count: Int, _ ends: [Int]) {
    starts = Array(repeating: 0, count: count + 1)
    for end in ends { starts[end + 1] += 1 }
    for node in 0..<count { starts[node + 1] += starts[node] }
    places = Array(repeating: 0, count: ends.count)
    var filled = starts
    for (place, end) in ends.enumerated() {
      places[filled[end]] = place
      filled[end] += 1
    }
  }

  subscript(node: Int) -> ArraySlice<Int> { places[starts[node]..<starts[node + 1]] }
}
