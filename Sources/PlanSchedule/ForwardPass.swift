extension Network {
  /// The nodes in an order in which what is waited for comes first; what lies on a circle, or waits for it, is left out.
  func order() -> [Int] {
    var waiting = nodes.indices.map { incoming[$0].count }
    var order: [Int] = []
    order.reserveCapacity(nodes.count)
    order += nodes.indices.filter { waiting[$0] == 0 }
    var next = 0
    while next < order.count {
      for arc in outgoing[order[next]] {
        let node = arcs[arc].to
        waiting[node] -= 1
        if waiting[node] == 0 { order.append(node) }
      }
      next += 1
    }
    return order
  }

  /// The earliest dates: each as soon as what it waits for allows, none before its phase or the plan begins.
  mutating func forward(_ order: [Int]) {
    for node in order {
      for arc in incoming[node] { arcs[arc].bound = bound(arcs[arc]) }
      switch nodes[node].kind {
      case .computed(let stretch) where nodes[node].isComputed: compute(node, stretch)
      case .milestone: place(node)
      default: break
      }
    }
  }

  /// What one link allows, from the dates of the earlier end.
  private func bound(_ arc: Arc) -> Int? {
    guard let source = arc.leavesFinish ? nodes[arc.from].finish : nodes[arc.from].start else { return nil }
    let workdays = workdays(arc.to)
    let later = nodes[arc.to]
    if later.isMilestone {
      return workdays.evening(after: source, arc.lag, isStart: !arc.leavesFinish && !nodes[arc.from].isMilestone)
    }
    let time = workdays.after(source, arc.lag)
    guard case .computed(let stretch) = later.kind, later.isComputed else { return time }
    return arc.reachesFinish ? workdays.start(of: stretch, finishing: time) : workdays.next(time)
  }

  private mutating func compute(_ node: Int, _ stretch: Stretch) {
    let bounds = incoming[node].map { arcs[$0].bound }
    guard let base = nodes[node].base ?? bounds.lazy.compactMap({ $0 }).max(), !bounds.contains(nil) else { return }
    let start = workdays(node).next(bounds.reduce(base) { max($0, $1 ?? $0) })
    let finish = workdays(node).finish(of: stretch, starting: start)
    guard Reach.holds(start, finish - 1) else { return }
    (nodes[node].start, nodes[node].finish) = (start, finish)
  }

  /// A milestone stands on its day, or later where its links do not allow that.
  private mutating func place(_ node: Int) {
    guard !nodes[node].isDone else { return }
    let bounds = incoming[node].compactMap { arcs[$0].bound }
    guard let earliest = bounds.max(), Reach.holds(earliest - 1) else { return }
    nodes[node].earliest = earliest
    let finish = max(earliest, nodes[node].finish ?? earliest)
    (nodes[node].start, nodes[node].finish) = (finish, finish)
  }

  /// Whether a link leaves what waits no earlier date: no working day lies between its two ends.
  func isDriving(_ arc: Arc) -> Bool {
    guard let bound = arc.bound, let date = date(boundedBy: arc) else { return false }
    return workdays(arc.to).count(bound) >= workdays(arc.to).count(date)
  }

  /// Whether the dates of the two ends contradict a link.
  func isBroken(_ arc: Arc) -> Bool {
    guard let bound = arc.bound, let date = date(boundedBy: arc) else { return false }
    return workdays(arc.to).count(bound) > workdays(arc.to).count(date)
  }

  /// The date of the later end that a link's bound speaks of.
  private func date(boundedBy arc: Arc) -> Int? {
    let later = nodes[arc.to]
    if later.isComputed { return later.start }
    return arc.reachesFinish ? later.finish : later.start
  }
}
