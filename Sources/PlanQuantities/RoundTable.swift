/// Rounds a table to whole numbers so that it still adds up both ways: every row to its sum, and every cell, column and
/// group of columns to within one of what it was.
///
/// This is controlled rounding (L. H. Cox, "A constructive procedure for unbiased controlled rounding", 1987). Each row
/// is first split by largest remainder, taking into account what the rows above left over in a column; where a column
/// is then off by one or more, units are moved along a path through other rows, which flow theory says there is.
///
/// - Parameters:
///   - rows: not negative, of one length, each with a whole sum.
///   - groups: for each column the number of its group, from 0; all in one without.
/// - Returns: nil where the rows are not so.
package func roundTable(_ rows: [[Fraction]], groups: [Int]? = nil) -> [[Int]]? {
  guard let width = rows.first?.count else { return [] }
  let groups = groups ?? Array(repeating: 0, count: width)
  guard groups.count == width, rows.allSatisfy({ $0.count == width }) else { return nil }
  var table = RoundedTable(groups)
  for row in rows where !table.add(row) { return nil }
  table.repair()
  return table.cells
}

private struct RoundedTable {
  private(set) var cells: [[Int]] = []
  private let groups: [Int]
  private let members: [[Int]]
  /// What each cell has beyond a whole number.
  private var remainders: [[Fraction]] = []
  /// What the rows so far left over in each column, and in each group.
  private var columnCarry: [Fraction]
  private var groupCarry: [Fraction]
  /// Which cells were rounded up.
  private var isUp: [[Bool]] = []

  init(_ groups: [Int]) {
    self.groups = groups
    members = (0..<(groups.max() ?? -1) + 1).map { group in groups.indices.filter { groups[$0] == group } }
    columnCarry = Array(repeating: 0, count: groups.count)
    groupCarry = Array(repeating: 0, count: members.count)
  }

  /// Splits a row by largest remainder: first between groups, then inside each.
  mutating func add(_ row: [Fraction]) -> Bool {
    let floors = row.map(\.floor)
    let wholes = floors.compactMap(\.int)
    let rest = zip(row, floors).map { $0 - $1 }
    guard wholes.count == row.count, !row.contains(where: \.isNegative),
      let units = rest.reduce(Fraction(0), +).int
    else { return false }
    let sums = members.map { $0.reduce(Fraction(0)) { $0 + rest[$1] } }
    var counts = sums.map { $0.floor.int ?? 0 }
    let over = zip(sums, counts).map { $0 - Fraction($1) }
    for group in Self.order(over, groupCarry).prefix(units - counts.reduce(0, +)) { counts[group] += 1 }
    var up = Array(repeating: false, count: row.count)
    for (group, columns) in members.enumerated() where counts[group] > 0 {
      let order = Self.order(columns.map { rest[$0] }, columns.map { columnCarry[$0] })
      for place in order.prefix(counts[group]) { up[columns[place]] = true }
    }
    for column in row.indices where !rest[column].isZero { columnCarry[column] += rest[column] - (up[column] ? 1 : 0) }
    for group in members.indices where !sums[group].isZero {
      groupCarry[group] += sums[group] - Fraction(counts[group])
    }
    cells.append(zip(wholes, up).map { $0 + ($1 ? 1 : 0) })
    remainders.append(rest)
    isUp.append(up)
    return true
  }

  /// Places with something beyond a whole, the most due first; between equals the earlier.
  private static func order(_ remainders: [Fraction], _ carry: [Fraction]) -> [Int] {
    let due = zip(remainders, carry).map { $0 + $1 }
    return remainders.indices.filter { !remainders[$0].isZero }.sorted {
      due[$0] == due[$1] ? $0 < $1 : due[$0] > due[$1]
    }
  }

  /// Moves units between rows until every column and group is within one of its sum.
  mutating func repair() {
    guard columnCarry.contains(where: { $0.magnitude >= 1 }) || groupCarry.contains(where: { $0.magnitude >= 1 }) else {
      return
    }
    // From rows through a row's part of a group and the column to the column's group and the whole.
    var flow = UnitFlow()
    let whole = flow.addNode()
    let groupNodes = members.map { _ in flow.addNode() }
    let columnNodes = groups.map { _ in flow.addNode() }
    for (group, columns) in members.enumerated() {
      let sum = columns.reduce(Fraction(0)) { sum, column in sum + total(column) }
      let count = columns.reduce(0) { $0 + ups($1) }
      flow.add(from: groupNodes[group], to: whole, around: sum, flow: count)
      for column in columns {
        flow.add(from: columnNodes[column], to: groupNodes[group], around: total(column), flow: ups(column))
      }
    }
    var edges: [(row: Int, column: Int, edge: Int)] = []
    for (row, rest) in remainders.enumerated() {
      let rowNode = flow.addNode()
      for columns in members {
        let part = flow.addNode()
        let count = columns.count { isUp[row][$0] }
        flow.add(from: rowNode, to: part, around: columns.reduce(Fraction(0)) { $0 + rest[$1] }, flow: count)
        for column in columns where !rest[column].isZero {
          let edge = flow.add(
            from: part, to: columnNodes[column], around: rest[column], flow: isUp[row][column] ? 1 : 0)
          edges.append((row, column, edge))
        }
      }
    }
    flow.repair()
    for (row, column, edge) in edges { cells[row][column] += flow.flow(edge) - (isUp[row][column] ? 1 : 0) }
  }

  private func total(_ column: Int) -> Fraction { remainders.reduce(Fraction(0)) { $0 + $1[column] } }
  private func ups(_ column: Int) -> Int { isUp.count { $0[column] } }
}

/// A flow of whole units through edges with bounds, brought within them by moving units along paths.
private struct UnitFlow {
  private struct Edge {
    let from: Int
    let to: Int
    let low: Int
    let high: Int
    var flow: Int
  }

  private var edges: [Edge] = []
  /// The edges that begin or end at each node.
  private var touching: [[Int]] = []

  mutating func addNode() -> Int {
    touching.append([])
    return touching.count - 1
  }

  /// Adds an edge whose flow may be the whole number below or above an amount.
  @discardableResult
  mutating func add(from: Int, to: Int, around amount: Fraction, flow: Int) -> Int {
    let low = amount.floor.int ?? 0
    edges.append(Edge(from: from, to: to, low: low, high: amount.isWhole ? low : low + 1, flow: flow))
    touching[from].append(edges.count - 1)
    touching[to].append(edges.count - 1)
    return edges.count - 1
  }

  func flow(_ edge: Int) -> Int { edges[edge].flow }

  /// Brings every edge within its bounds, a unit at a time; each unit moved brings one edge nearer and none further.
  mutating func repair() {
    for edge in edges.indices {
      while edges[edge].flow > edges[edge].high {
        guard let path = path(from: edges[edge].from, to: edges[edge].to, without: edge) else { break }
        edges[edge].flow -= 1
        follow(path)
      }
      while edges[edge].flow < edges[edge].low {
        guard let path = path(from: edges[edge].to, to: edges[edge].from, without: edge) else { break }
        edges[edge].flow += 1
        follow(path)
      }
    }
  }

  private mutating func follow(_ path: [(edge: Int, isForward: Bool)]) {
    for step in path { edges[step.edge].flow += step.isForward ? 1 : -1 }
  }

  /// The shortest way by which one unit more can get from a node to another.
  private func path(from start: Int, to end: Int, without excluded: Int) -> [(edge: Int, isForward: Bool)]? {
    var came: [Int: (node: Int, edge: Int, isForward: Bool)] = [:]
    var queue = [start]
    var next = 0
    while next < queue.count, came[end] == nil {
      let node = queue[next]
      next += 1
      for place in touching[node] where place != excluded {
        let edge = edges[place]
        let isForward = edge.from == node
        let other = isForward ? edge.to : edge.from
        guard isForward ? edge.flow < edge.high : edge.flow > edge.low, other != start, came[other] == nil else {
          continue
        }
        came[other] = (node, place, isForward)
        queue.append(other)
      }
    }
    var steps: [(edge: Int, isForward: Bool)] = []
    var node = end
    while node != start {
      guard let step = came[node] else { return nil }
      steps.append((step.edge, step.isForward))
      node = step.node
    }
    return steps
  }
}
