import PlanQuantities
package import PlanText

/// All lines of a budget, parents before children, with what they inherit.
package struct LineBook: Sendable {
  package private(set) var entries: [Entry] = []
  private var places: [String: Int] = [:]

  /// One line and its place in the tree.
  package struct Entry: Sendable {
    package let id: Located<String>
    package let line: Line
    package let parent: Int?
    package var children: [Int] = []
    /// Its own owner, or its nearest parent's.
    package let owner: Located<String>?
    /// Its own category, or its nearest parent's.
    package let category: Located<String>?
    /// Whether it is a yearly operating line.
    package let isOperating: Bool
    package var isLeaf: Bool { children.isEmpty }
  }

  package init() {}

  init(_ budget: Budget?) {
    guard let budget else { return }
    if let lines = budget.lines { add(lines, parent: nil, isOperating: false) }
    if let lines = budget.operating?.lines { add(lines, parent: nil, isOperating: true) }
  }

  private mutating func add(_ lines: Table<Line>, parent: Int?, isOperating: Bool) {
    for entry in lines {
      let place = entries.count
      entries.append(
        Entry(
          id: entry.id, line: entry.value, parent: parent,
          owner: entry.value.owner ?? parent.flatMap { entries[$0].owner },
          category: entry.value.category ?? parent.flatMap { entries[$0].category }, isOperating: isOperating))
      if places[entry.id.value] == nil { places[entry.id.value] = place }
      if let parent { entries[parent].children.append(place) }
      if let children = entry.value.lines { add(children, parent: place, isOperating: isOperating) }
    }
  }

  /// The place of a line among the entries.
  package func place(of id: String) -> Int? { places[id] }
  package subscript(id: String) -> Entry? { places[id].map { entries[$0] } }

  /// The lines directly under the budget, without operating lines.
  package var top: [Entry] { entries.filter { $0.parent == nil && !$0.isOperating } }
}
