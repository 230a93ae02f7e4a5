import PlanQuantities
package import PlanText

/// All lines of a budget, parents before children, with what they inherit.
package struct LineBook: Sendable {
  package private(set) var entries: [Entry] = []
  /// Whether lines were written that could not be read.
  package private(set) var isIncomplete = false
  /// The first place of each id, kept only for budgets with too many lines to search.
  private var places: [String: Int]?
  private static let searchable = 12

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
    guard entries.count > Self.searchable else { return }
    places = Dictionary(
      entries.enumerated().map { ($1.id.value, $0) }, uniquingKeysWith: { first, _ in first })
  }

  private mutating func add(_ lines: Table<Line>, parent: Int?, isOperating: Bool) {
    isIncomplete = isIncomplete || lines.isIncomplete
    for entry in lines {
      let place = entries.count
      entries.append(
        Entry(
          id: entry.id, line: entry.value, parent: parent,
          owner: entry.value.owner ?? parent.flatMap { entries[$0].owner },
          category: entry.value.category ?? parent.flatMap { entries[$0].category }, isOperating: isOperating))
      if let parent { entries[parent].children.append(place) }
      if let children = entry.value.lines { add(children, parent: place, isOperating: isOperating) }
    }
  }

  /// The place of a line among the entries.
  package func place(of id: String) -> Int? {
    if let places { return places[id] }
    for place in entries.indices where entries[place].id.value == id { return place }
    return nil
  }

  package subscript(id: String) -> Entry? { place(of: id).map { entries[$0] } }

  /// The lines directly under the budget, without operating lines.
  package var top: [Entry] { topPlaces().map { entries[$0] } }

  /// The places of the lines directly under the budget, or of those directly under its operating cost.
  package func topPlaces(isOperating: Bool = false) -> [Int] {
    entries.indices.filter { entries[$0].parent == nil && entries[$0].isOperating == isOperating }
  }

  /// The places of a line and of those above it, from the line upwards.
  package func lineage(of place: Int) -> UnfoldFirstSequence<Int> {
    sequence(first: place) { entries[$0].parent }
  }
}
