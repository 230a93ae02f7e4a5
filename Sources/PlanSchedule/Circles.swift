extension Network {
  /// Circles among the nodes that an order left out, as places of links: each link leads from what the one before it
  /// waits for. No node lies on two of them.
  func circles(without order: [Int]) -> [[Int]] {
    guard order.count < nodes.count else { return [] }
    let core = core(without: order)
    var state = Array(repeating: 0, count: nodes.count)
    var circles: [[Int]] = []
    for (walk, first) in nodes.indices.enumerated() where core[first] && state[first] == 0 {
      var path: [Int] = []
      var node = first
      // Every node of the core waits for another of it, so a walk ends only where one has been.
      while state[node] == 0, let arc = incoming[node].first(where: { core[arcs[$0].from] }) {
        state[node] = walk + 1
        path.append(arc)
        node = arcs[arc].from
      }
      guard state[node] == walk + 1, let start = path.firstIndex(where: { arcs[$0].to == node }) else { continue }
      circles.append(Array(path[start...]))
    }
    return circles
  }

  /// The nodes left that both wait and are waited for, among those that an order left out.
  private func core(without order: [Int]) -> [Bool] {
    var core = Array(repeating: true, count: nodes.count)
    for node in order { core[node] = false }
    var waited = nodes.indices.map { node in outgoing[node].count { core[arcs[$0].to] } }
    var ends = nodes.indices.filter { core[$0] && waited[$0] == 0 }
    while let end = ends.popLast() {
      core[end] = false
      for arc in incoming[end] where core[arcs[arc].from] {
        waited[arcs[arc].from] -= 1
        if waited[arcs[arc].from] == 0 { ends.append(arcs[arc].from) }
      }
    }
    return core
  }
}
