package import PlanText

/// Nouns by id, in the order they were written.
package struct Table<Value: Sendable>: Sendable, Sequence {
  package struct Entry: Sendable {
    package let id: Located<String>
    package var value: Value
  }

  package private(set) var entries: [Entry] = []
  /// Places by id, kept only for tables too long to search.
  private var places: [String: Int]?
  private static var searchable: Int { 12 }

  package init() {}

  package var count: Int { entries.count }
  package var isEmpty: Bool { entries.isEmpty }
  package var ids: [String] { entries.map(\.id.value) }
  package func makeIterator() -> IndexingIterator<[Entry]> { entries.makeIterator() }

  package subscript(id: String) -> Value? { place(of: id).map { entries[$0].value } }

  /// The place where an id was written, if it is there.
  package func range(of id: String) -> SourceRange? { place(of: id).map { entries[$0].id.range } }

  /// Adds a noun; one with the same id must not be there.
  package mutating func append(_ id: Located<String>, _ value: Value) {
    places?[id.value] = entries.count
    entries.append(Entry(id: id, value: value))
    if places == nil, entries.count > Self.searchable {
      places = Dictionary(uniqueKeysWithValues: entries.enumerated().map { ($1.id.value, $0) })
    }
  }

  /// The place of an id among the entries, if it is there.
  package func place(of id: String) -> Int? {
    if let places { return places[id] }
    return entries.firstIndex { $0.id.value == id }
  }
}
