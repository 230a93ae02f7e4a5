public import PlanText

/// Nouns by id, in the order they were written.
///
/// Public, for only what is public is specialised in other modules.
public struct Table<Value: Sendable>: Sendable, Sequence {
  public struct Entry: Sendable {
    public let id: Located<String>
    public var value: Value
  }

  public private(set) var entries: [Entry] = []
  /// The ids of the entries, in their order: a search through them knows what it reads, whatever the nouns are.
  public private(set) var ids: [String] = []
  /// Whether an entry was written that could not be read: then nothing can be said of the sum, nor of what is not there.
  package internal(set) var isIncomplete = false
  /// Places by id, kept only for tables too long to search.
  @usableFromInline var places: [String: Int]?
  private static var searchable: Int { 12 }

  package init() {}

  @inlinable public var count: Int { entries.count }
  @inlinable public var isEmpty: Bool { entries.isEmpty }
  @inlinable public func makeIterator() -> IndexingIterator<[Entry]> { entries.makeIterator() }

  @inlinable public subscript(id: String) -> Value? { place(of: id).map { entries[$0].value } }

  /// The place where an id was written, if it is there.
  @inlinable public func range(of id: String) -> SourceRange? { place(of: id).map { entries[$0].id.range } }

  /// Makes room for so many more nouns.
  mutating func reserve(_ more: Int) {
    entries.reserveCapacity(entries.count + more)
    ids.reserveCapacity(ids.count + more)
  }

  /// Adds a noun; one with the same id must not be there.
  package mutating func append(_ id: Located<String>, _ value: Value) {
    places?[id.value] = entries.count
    entries.append(Entry(id: id, value: value))
    ids.append(id.value)
    if places == nil, entries.count > Self.searchable {
      places = Dictionary(uniqueKeysWithValues: ids.enumerated().map { ($1, $0) })
    }
  }

  /// The same nouns in the same places, each changed.
  package func changed(_ change: (String, inout Value) -> Void) -> Table {
    var table = self
    for place in table.entries.indices { change(table.entries[place].id.value, &table.entries[place].value) }
    return table
  }

  /// The place of an id among the entries, if it is there.
  @inlinable public func place(of id: String) -> Int? {
    if let places { return places[id] }
    return ids.firstIndex(of: id)
  }
}
