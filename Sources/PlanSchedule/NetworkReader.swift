import PlanModel
import PlanQuantities
import PlanText

/// Makes the network of a plan: its tasks in the order written, then its milestones, without what was dropped.
struct NetworkReader {
  private let resolved: ResolvedPlan
  private let book: WorkdayBook
  private var network = Network()
  /// Nodes by place in the plan's tables; -1 for what was dropped.
  private var taskNodes: [Int] = []
  private var milestoneNodes: [Int] = []
  private var calendarPlaces: [String?: Int] = [:]
  /// What decides when work without links begins: the plan's first day.
  private let planStart: Int?

  private var plan: Plan { resolved.plan }

  private init(_ resolved: ResolvedPlan, _ book: WorkdayBook) {
    self.resolved = resolved
    self.book = book
    planStart = (resolved.plan.period?.value ?? NetworkReader.firstDated(resolved.plan))?.first.dayNumber
  }

  static func read(_ resolved: ResolvedPlan, _ book: WorkdayBook) -> Network {
    var reader = NetworkReader(resolved, book)
    reader.addTasks()
    reader.addMilestones()
    reader.addLinks()
    reader.addGates()
    reader.network.connect()
    return reader.network
  }

  /// The earliest period of a plan whose own could not be read.
  private static func firstDated(_ plan: Plan) -> Period? {
    let phases = (plan.phases?.entries ?? []).compactMap(\.value.period?.value)
    let tasks = (plan.tasks?.entries ?? []).compactMap(\.value.period?.value)
    return (phases + tasks).min()
  }

  private mutating func calendar(_ own: Located<String>?) -> (place: Int, name: String?) {
    let name = resolved.calendarName(own)
    if let place = calendarPlaces[name] { return (place, name) }
    network.calendars.append(book.workdays(name))
    calendarPlaces[name] = network.calendars.count - 1
    return (network.calendars.count - 1, name)
  }

  // MARK: Nodes

  private mutating func addTasks() {
    guard let tasks = plan.tasks else { return }
    taskNodes = Array(repeating: -1, count: tasks.count)
    network.nodes.reserveCapacity(tasks.count + (plan.milestones?.count ?? 0))
    for (place, entry) in tasks.entries.enumerated() where entry.value.status?.value != .dropped {
      taskNodes[place] = network.nodes.count
      network.nodes.append(node(entry.value, place))
    }
  }

  private mutating func node(_ task: WorkTask, _ place: Int) -> Network.Node {
    let (calendar, name) = calendar(task.calendar)
    let stretch = task.duration.flatMap { Stretch($0.value, network.calendars[calendar]) }
    var node =
      if task.period == nil, let stretch {
        // Work takes a day at least.
        Network.Node(
          kind: .computed(Stretch(max(1, stretch.count), stretch.unit)), place: place, calendar: calendar,
          calendarName: name)
      } else {
        Network.Node(kind: .fixed, place: place, calendar: calendar, calendarName: name)
      }
    node.isDone = task.isDone
    node.due = task.due.map { $0.value.dayNumber + 1 }
    let phase = task.phase.flatMap { plan.phases?[$0.value]?.period?.value.first.dayNumber }
    node.base = phase ?? planStart
    if let period = task.period?.value {
      node.start = period.first.dayNumber
      node.finish = period.last.dayNumber + 1
    } else if stretch == nil, let due = task.due?.value.dayNumber {
      // All that is known of it is the day by which it is done.
      node.start = due
      node.finish = due + 1
    }
    if let done = task.doneOn?.value.dayNumber {
      node.isSettled = true
      node.finish = done + 1
      if case .computed(let stretch) = node.kind {
        node.start = network.calendars[calendar].start(of: stretch, finishing: done + 1)
      } else {
        node.start = node.start.map { min($0, done) }
      }
    }
    return node
  }

  private mutating func addMilestones() {
    guard let milestones = plan.milestones else { return }
    milestoneNodes = Array(repeating: -1, count: milestones.count)
    for (place, entry) in milestones.entries.enumerated() where entry.value.status?.value != .dropped {
      let milestone = entry.value
      let (calendar, name) = calendar(milestone.calendar)
      var node = Network.Node(kind: .milestone, place: place, calendar: calendar, calendarName: name)
      node.isDone = milestone.isDone
      let day = milestone.doneOn?.value ?? milestone.day
      node.finish = day.map { $0.dayNumber + 1 }
      node.start = node.finish
      node.due = milestone.day.map { $0.dayNumber + 1 }
      milestoneNodes[place] = network.nodes.count
      network.nodes.append(node)
    }
  }

  // MARK: Links

  private mutating func addLinks() {
    for place in taskNodes.indices where taskNodes[place] >= 0 {
      for link in plan.tasks?.entries[place].value.after ?? [] { add(link, to: taskNodes[place]) }
    }
    for place in milestoneNodes.indices where milestoneNodes[place] >= 0 {
      for link in plan.milestones?.entries[place].value.after ?? [] { add(link, to: milestoneNodes[place]) }
    }
  }

  /// The node of an id: of a task, else of a milestone; nil for what is unknown or was dropped.
  private func node(_ id: String) -> Int? {
    let found =
      plan.tasks?.place(of: id).map { taskNodes[$0] } ?? plan.milestones?.place(of: id).map { milestoneNodes[$0] }
    return found.flatMap { $0 < 0 ? nil : $0 }
  }

  private mutating func add(_ link: Link, to node: Int) {
    guard let from = self.node(link.id.value) else { return }
    let lag = link.lag.flatMap { Stretch($0, network.workdays(node)) }
    network.arcs.append(
      Network.Arc(
        from: from, to: node, kind: link.kind, lag: lag.flatMap { $0.count == 0 ? nil : $0 }, isGate: false,
        range: link.range))
  }

  /// A phase's gate holds its tasks that have no dates of their own, unless they name it themselves.
  private mutating func addGates() {
    guard let phases = plan.phases, phases.entries.contains(where: { $0.value.gate != nil }) else { return }
    for place in taskNodes.indices where taskNodes[place] >= 0 && network.nodes[taskNodes[place]].isComputed {
      guard let task = plan.tasks?.entries[place].value, let phase = task.phase, let gate = phases[phase.value]?.gate,
        let milestone = plan.milestones?.place(of: gate.value), milestoneNodes[milestone] >= 0,
        task.after?.contains(where: { $0.id.value == gate.value && $0.kind == .finishToStart }) != true
      else { continue }
      network.arcs.append(
        Network.Arc(
          from: milestoneNodes[milestone], to: taskNodes[place], kind: .finishToStart, lag: nil, isGate: true,
          range: gate.range))
    }
  }
}

extension WorkTask {
  /// Whether it is done.
  package var isDone: Bool { status?.value == .done || doneOn != nil }
}

extension Milestone {
  /// Whether it is done.
  package var isDone: Bool { status?.value == .done || doneOn != nil }
}
