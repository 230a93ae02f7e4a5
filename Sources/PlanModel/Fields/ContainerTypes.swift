package import PlanQuantities
import PlanSyntax
package import PlanText

extension FieldType {
  /// A list; one item may stand without brackets. Lists of several files follow one another.
  package static func list<Item: Sendable>(_ item: FieldType<Item>) -> FieldType<[Item]> where Value == [Item] {
    FieldType<[Item]>(uniting: .list(item.shape)) { node, decoder, present in
      var items = present ?? []
      let nodes = decoder.items(node)
      items.reserveCapacity(items.count + nodes.count)
      decoder.apart { decoder in
        for node in nodes {
          if let value = item.read(node, &decoder, nil) { items.append(value) }
        }
      }
      return items
    }
  }

  /// Nouns by id; maps of several files unite.
  package static func map<N: Noun>(_ noun: N.Type) -> FieldType<Table<N>> where Value == Table<N> {
    let shape = Shape.map(.noun(N.nounName))
    return FieldType<Table<N>>(uniting: shape) { node, decoder, present in
      var table = present ?? Table()
      if table.isEmpty { table.reserve(decoder.tree.count(node)) }
      if !decoder.isWhole(node) { table.isIncomplete = true }
      decoder.eachEntry(node, of: shape) { decoder, id, value in
        guard decoder.isFree(id, in: table, kind: N.nounName) else { return }
        table.append(id, decoder.noun(value, N.self, keyRange: id.range))
      }
      return table
    }
  }

  /// Values by an id that names a noun of another section, such as shares by phase.
  package static func keyed<Item: Sendable>(by target: Target, _ item: FieldType<Item>) -> FieldType<Table<Item>>
  where Value == Table<Item> {
    let shape = Shape.keyed(by: .reference(target), item.shape)
    return FieldType<Table<Item>>(uniting: shape) { node, decoder, present in
      var table = present ?? Table()
      if table.isEmpty { table.reserve(decoder.tree.count(node)) }
      if !decoder.isWhole(node) { table.isIncomplete = true }
      decoder.eachEntry(node, of: shape) { decoder, id, value in
        decoder.note(reference: id, to: target)
        guard decoder.isFree(id, in: table, kind: target.rawValue) else { return }
        if let item = item.read(value, &decoder, nil) { table.append(id, item) } else { table.isIncomplete = true }
      }
      return table
    }
  }

  /// Values by a word that is no id, such as the weights of methods.
  package static func words<Item: Sendable>(_ item: FieldType<Item>) -> FieldType<Table<Item>>
  where Value == Table<Item> {
    let shape = Shape.keyed(by: .word, item.shape)
    return FieldType<Table<Item>>(uniting: shape) { node, decoder, present in
      var table = present ?? Table()
      if !decoder.isWhole(node) { table.isIncomplete = true }
      decoder.eachEntry(node, of: shape) { decoder, id, value in
        guard decoder.isFree(id, in: table, kind: "word") else { return }
        if let item = item.read(value, &decoder, nil) { table.append(id, item) } else { table.isIncomplete = true }
      }
      return table
    }
  }

  /// Values by period, in the order written.
  package static func series<Item: Sendable>(_ item: FieldType<Item>) -> FieldType<PeriodTable<Item>>
  where Value == PeriodTable<Item> {
    let shape = Shape.keyed(by: .period, item.shape)
    return FieldType<PeriodTable<Item>>(uniting: shape) { node, decoder, present in
      var series = present ?? PeriodTable()
      if !decoder.isWhole(node) { series.isIncomplete = true }
      if series.isEmpty { series.entries.reserveCapacity(decoder.tree.count(node)) }
      var known = KnownPeriods(series.entries.map(\.period), adding: decoder.tree.count(node))
      decoder.eachPair(node, of: shape) { decoder, key, value in
        guard let period = decoder.period(key) else { return }
        if let first = known[period.value] {
          if decoder.isElsewhere(first) {
            decoder.report(DuplicateId.key(decoder.tree.text(key), at: period.range, first: first))
          }
          return
        }
        if let item = item.read(value, &decoder, nil) {
          series.entries.append((period, item))
          known.add(period)
        } else {
          series.isIncomplete = true
        }
      }
      return series
    }
  }
}

extension FieldType where Value: Noun {
  /// One noun; what several files say of it unites.
  package static func noun(_ type: Value.Type) -> Self {
    FieldType(uniting: .noun(Value.nounName)) { node, decoder, present in
      decoder.noun(node, Value.self, keyRange: decoder.keyRange, adding: present, isUnited: true)
    }
  }
}

extension FieldType {
  /// One noun that one document says whole, such as a flight's media row.
  package static func part(_ type: Value.Type) -> Self where Value: Noun {
    FieldType(.noun(Value.nounName)) { node, decoder in
      decoder.noun(node, Value.self, keyRange: decoder.keyRange)
    }
  }

  /// Nouns in a list; one may stand without brackets. Lists of several files follow one another.
  package static func nouns<N: Noun>(_ noun: N.Type) -> Self where Value == [N] {
    .list(
      FieldType<N>(.noun(N.nounName)) { node, decoder in
        decoder.noun(node, N.self, keyRange: decoder.range(node))
      })
  }

  /// Nouns by an id that names a noun of another section.
  package static func nouns<N: Noun>(by target: Target, _ noun: N.Type) -> Self where Value == Table<N> {
    .keyed(
      by: target,
      FieldType<N>(.noun(N.nounName)) { node, decoder in
        decoder.noun(node, N.self, keyRange: decoder.range(node))
      })
  }

  /// Nouns by period.
  package static func nouns<N: Noun>(byPeriod type: N.Type) -> Self where Value == PeriodTable<N> {
    let item = FieldType<N>(.noun(N.nounName)) { node, decoder in
      decoder.noun(node, N.self, keyRange: decoder.range(node))
    }
    return FieldType<PeriodTable<N>>.series(item)
  }
}

/// The periods a series has already, and where; many of them are looked up, few are searched.
private struct KnownPeriods {
  private var few: [Located<Period>]
  private var many: [Period: SourceRange]?

  /// - Parameter more: how many may be added.
  init(_ periods: [Located<Period>], adding more: Int) {
    few = periods
    if periods.count + more > 24 {
      many = Dictionary(periods.map { ($0.value, $0.range) }, uniquingKeysWith: { first, _ in first })
    }
  }

  subscript(period: Period) -> SourceRange? {
    if let many { return many[period] }
    return few.first { $0.value == period }?.range
  }

  mutating func add(_ period: Located<Period>) {
    if many != nil { many?[period.value] = period.range } else { few.append(period) }
  }
}

/// Values by period, in the order written.
package struct PeriodTable<Item: Sendable>: Sendable {
  package var entries: [(period: Located<Period>, value: Item)] = []
  /// Whether an entry was written whose value could not be read: then nothing can be said of the sum.
  package internal(set) var isIncomplete = false
  package init() {}

  package var isEmpty: Bool { entries.isEmpty }

  /// The value of a period, if it is written.
  package subscript(period: Period) -> Item? { entries.first { $0.period.value == period }?.value }
}
