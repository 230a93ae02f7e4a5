package import PlanModel
import PlanQuantities
import PlanText

/// Works out when everything of a plan happens, by the critical path method (Kelley and Walker, 1959) with the four links
/// of the precedence diagram: one pass forward for the earliest dates, one back for the latest.
///
/// - A task with two dates keeps them, whatever its links and the calendar say. One with a duration starts as early as
///   its links allow, on a working day, not before its phase begins or, without one, the plan, nor before the gate of its
///   phase is reached.
/// - A milestone stands on its day, or later where its links do not allow that. What comes before it is to be done by
///   its day: its date, like a `due`, bounds the late dates.
/// - A task done on a day was finished on it. What was dropped is left out.
/// - Working days are counted on the calendar of the task; those of a lag on the calendar of what waits.
///
/// Time and room grow with tasks and links together.
///
/// - Parameter book: the plan's calendars, where they are made ready for others too.
package func schedule(_ resolved: ResolvedPlan, _ book: WorkdayBook? = nil) -> Schedule {
  var network = NetworkReader.read(resolved, book ?? WorkdayBook(resolved))
  let order = network.order()
  network.forward(order)
  if !network.arcs.isEmpty { network.backward(order) }
  return Schedule(network, circles: network.circles(without: order), resolved.plan)
}

extension Schedule {
  init(_ network: Network, circles: [[Int]], _ plan: Plan) {
    var tasks: [ScheduledTask] = []
    var milestones: [ScheduledMilestone] = []
    var ends: [ScheduledLink.End] = []
    ends.reserveCapacity(network.nodes.count)
    for place in network.nodes.indices {
      if network.nodes[place].isMilestone {
        if let entry = plan.milestones?.entries[network.nodes[place].place] {
          milestones.append(ScheduledMilestone(entry, network, place, plan))
          ends.append(ScheduledLink.End(.milestone, entry.id.value))
        }
      } else if let entry = plan.tasks?.entries[network.nodes[place].place] {
        tasks.append(ScheduledTask(entry, network, place))
        ends.append(ScheduledLink.End(.task, entry.id.value))
      }
    }
    let critical = tasks.map(\.isCritical) + milestones.map(\.isCritical)
    let links = network.arcs.map { arc in
      let isDriving = network.isDriving(arc)
      return ScheduledLink(
        from: ends[arc.from], to: ends[arc.to], kind: arc.kind,
        lag: arc.lag.map { Lag(count: $0.count, unit: $0.unit) },
        isGate: arc.isGate, isDriving: isDriving, isCritical: isDriving && critical[arc.from] && critical[arc.to],
        isBroken: network.isBroken(arc), range: arc.range)
    }
    self.init(
      tasks: tasks, milestones: milestones, links: links,
      finish: network.nodes.lazy.compactMap(\.finish).max().map(evening),
      circleLinks: circles.map { $0.map { links[$0] } })
  }
}

/// The day whose evening a time is, given as the morning after.
private func evening(_ morning: Int) -> CivilDate { CivilDate(dayNumber: morning - 1) }

extension ScheduledTask {
  fileprivate init(_ entry: Table<WorkTask>.Entry, _ network: Network, _ place: Int) {
    let (task, node) = (entry.value, network.nodes[place])
    let workdays = network.workdays(place)
    let float = network.totalFloat(place)
    id = entry.id.value
    title = task.common.title
    phase = task.phase?.value
    owner = task.owner?.value ?? task.raci?.value.roles("A").first?.value
    status = task.status?.value ?? (task.isDone ? .done : .planned)
    isFixed = task.period != nil
    calendar = node.calendarName
    duration = node.start.flatMap { start in node.finish.map { workdays.count($0) - workdays.count(start) } }
    writtenDuration = task.duration?.value
    start = node.start.map { CivilDate(dayNumber: $0) }
    finish = node.finish.map(evening)
    lateStart = node.lateStart.map { CivilDate(dayNumber: $0) }
    lateFinish = node.lateFinish.map(evening)
    totalFloat = float
    freeFloat = node.freeFloat
    isCritical = float.map { $0 <= 0 } ?? false
    due = task.due?.value
    doneOn = task.doneOn?.value
  }
}

extension ScheduledMilestone {
  fileprivate init(_ entry: Table<Milestone>.Entry, _ network: Network, _ place: Int, _ plan: Plan) {
    let (milestone, node) = (entry.value, network.nodes[place])
    let workdays = network.workdays(place)
    id = entry.id.value
    title = milestone.common.title
    phase = plan.phase(of: milestone)?.id.value
    owner = milestone.owner?.value ?? milestone.raci?.value.roles("A").first?.value
    status = milestone.status?.value ?? (milestone.isDone ? .done : .planned)
    calendar = node.calendarName
    day = milestone.day
    earliest = node.earliest.map(evening)
    expected = node.finish.map(evening)
    latest = node.lateFinish.map(evening)
    slip = node.earliest.flatMap { earliest in
      node.due.map { max(0, workdays.count(earliest) - workdays.count($0)) }
    }
    // Without links towards it a milestone's date is a given: its float is what follows from those that wait for it.
    let isFree = network.incoming[place].isEmpty
    let bound = isFree ? (network.outgoing[place].isEmpty ? nil : node.needed) : node.lateFinish
    let from = isFree ? node.finish : node.earliest
    float = bound.flatMap { bound in from.map { workdays.count(bound) - workdays.count($0) } }
    let isHeld =
      !network.outgoing[place].isEmpty
      && (node.needed.flatMap { needed in node.finish.map { workdays.count(needed) <= workdays.count($0) } } ?? false)
    isCritical = isHeld || float.map { $0 <= 0 } ?? false
    doneOn = milestone.doneOn?.value
  }
}
