extension Network {
  /// The latest dates that hold up neither the end of all, nor a date that is promised, nor one that is fixed.
  mutating func backward(_ order: [Int]) {
    guard let end = nodes.lazy.compactMap(\.finish).max() else { return }
    for node in order.reversed() where !nodes[node].isDone && nodes[node].finish != nil {
      var (lateFinish, lateStart) = (end, Int.max)
      for arc in outgoing[node] {
        guard let latest = latest(arcs[arc], isLate: true) else { continue }
        if arcs[arc].leavesFinish { lateFinish = min(lateFinish, latest) } else { lateStart = min(lateStart, latest) }
      }
      settle(node, lateFinish, lateStart)
      nodes[node].freeFloat = freeFloat(node)
    }
  }

  /// The latest time of the earlier end of a link by the late dates of the later end or, if not, by its early ones.
  private func latest(_ arc: Arc, isLate: Bool) -> Int? {
    let later = nodes[arc.to]
    guard !later.isDone else { return nil }
    let workdays = workdays(arc.to)
    if later.isMilestone {
      guard let evening = isLate ? later.lateFinish ?? later.finish : later.finish else { return nil }
      return workdays.before(
        evening: evening, arc.lag, isStart: !arc.leavesFinish && !nodes[arc.from].isMilestone)
    }
    // A task with dates of its own does not move, so what it waits for must be done by those.
    let isMoving = isLate && later.isComputed
    let times = isMoving ? (later.lateStart, later.lateFinish) : (later.start, later.finish)
    guard var time = arc.reachesFinish ? times.1 : times.0 else { return nil }
    if case .computed(let stretch) = later.kind, stretch.unit == .workingDays { time = workdays.next(time) }
    return workdays.before(time, arc.lag)
  }

  /// Takes the two bounds that links set, with a date that is promised, for the late dates of a node.
  private mutating func settle(_ place: Int, _ lateFinish: Int, _ lateStart: Int) {
    let node = nodes[place]
    let workdays = workdays(place)
    switch node.kind {
    case .computed(let stretch):
      let byFinish = workdays.latestStart(of: stretch, finishingBy: min(lateFinish, node.due ?? lateFinish))
      let start = lateStart == .max ? byFinish : min(byFinish, workdays.previous(lateStart))
      nodes[place].lateStart = start
      nodes[place].lateFinish = workdays.finish(of: stretch, starting: start)
    case .fixed:
      guard let start = node.start, let finish = node.finish else { return }
      let bound = min(lateFinish, node.due ?? lateFinish)
      let days = workdays.count(finish) - workdays.count(start)
      var late =
        days > 0
        ? workdays.latestStart(of: Stretch(days, .workingDays), finishingBy: bound) : bound - (finish - start)
      if lateStart != .max { late = min(late, workdays.previous(lateStart)) }
      // A first day that is not worked is moved by whole working days, and by none where there is no float.
      let isTight = workdays.count(late) == workdays.count(start)
      nodes[place].lateStart = isTight ? start : late
      nodes[place].lateFinish =
        isTight || days == 0
        ? (isTight ? finish : late + finish - start) : workdays.finish(of: Stretch(days, .workingDays), starting: late)
    case .milestone:
      let needed = min(lateFinish, lateStart)
      nodes[place].needed = needed
      let late = min(needed, node.due ?? needed)
      (nodes[place].lateStart, nodes[place].lateFinish) = (late, late)
    }
  }

  /// Working days a node may slip before its finish, or the start that others wait for, comes too late.
  func totalFloat(_ place: Int) -> Int? {
    let node = nodes[place]
    guard let start = node.start, let finish = node.finish, let lateStart = node.lateStart,
      let lateFinish = node.lateFinish
    else { return nil }
    let workdays = workdays(place)
    let byFinish = workdays.count(lateFinish) - workdays.count(finish)
    return node.isMilestone ? byFinish : min(byFinish, workdays.count(lateStart) - workdays.count(start))
  }

  /// Working days a node may slip before anything that waits for it does; its total float where nothing waits.
  private func freeFloat(_ place: Int) -> Int? {
    let workdays = workdays(place)
    let floats = outgoing[place].compactMap { arc -> Int? in
      guard let latest = latest(arcs[arc], isLate: false),
        let date = arcs[arc].leavesFinish ? nodes[place].finish : nodes[place].start
      else { return nil }
      return workdays.count(latest) - workdays.count(date)
    }
    return (floats.min() ?? totalFloat(place)).map { max(0, $0) }
  }
}
