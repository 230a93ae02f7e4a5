package import PlanQuantities
package import PlanText

/// What a noun says in one of its fields, as far as a condition can use it.
package struct FieldContent: Sendable {
  package let form: Form
  /// Where it is written, where that is one place.
  package let place: SourceRange?

  package init(form: Form, place: SourceRange?) {
    self.form = form
    self.place = place
  }

  package enum Form: Sendable {
    /// Nothing was written, or nothing that could be read.
    case nothing
    case quantity(Quantity)
    case period(Period)
    case flag(Bool)
    /// A word, or a list of them; of a closed list, what may be written.
    case words([String], allowed: [String]?)
    /// A text for people.
    case text
    /// A noun within the noun.
    case noun(any Noun)
    /// Nouns or values by id.
    case table(any EntryTable)
    /// So many of something else: periods, links, nouns without ids.
    case several(Int)
  }
}

/// Nouns or values by id, whatever they are.
package protocol EntryTable: Sendable {
  /// How many there are.
  var count: Int { get }
  /// What stands under an id, as a field's content; nil where nothing does.
  func content(of id: String) -> FieldContent?
}

extension Noun {
  /// What the noun says in a field; nil where its kind has no such field.
  package func content(of key: String) -> FieldContent? {
    guard let field = Self.table.fields.first(where: { $0.key == key }) else { return nil }
    let value: Any? =
      switch key {
      case "title": common.title
      case "note": common.note
      case "source": common.source
      case "as_of": field.value(in: self) ?? common.asOf
      case "based_on": common.basedOn
      default: field.value(in: self)
      }
    return FieldContent(value, field.shape)
  }

  /// The field that a bare scalar stands for (◆), if the noun has a short form.
  package static var principalKey: String? { table.principal.map { table.fields[$0].key } }

  /// The keys of the noun's fields.
  package static var keys: [String] { table.fields.map(\.key) }
}

extension FieldContent {
  fileprivate init(_ value: Any?, _ shape: Shape?) {
    var allowed: [String]?
    if case .choice(let words) = shape { allowed = words }
    switch value {
    case let value as Located<Quantity>: self.init(form: .quantity(value.value), place: value.range)
    case let value as Located<Period>: self.init(form: .period(value.value), place: value.range)
    case let value as Located<CivilDate>: self.init(day: value)
    case let value as Located<Bool>: self.init(form: .flag(value.value), place: value.range)
    case let value as Located<Int>: self.init(form: .quantity(Quantity(Fraction(value.value))), place: value.range)
    case let value as Located<Literal>: self.init(literal: value)
    case let value as Located<Baseline>:
      self.init(form: value.value.quantity.map { .quantity($0) } ?? .several(1), place: value.range)
    case let value as Located<String>: self.init(form: .words([value.value], allowed: allowed), place: value.range)
    case let value as [Located<String>]:
      self.init(form: .words(value.map(\.value), allowed: allowed), place: value.first?.range)
    case let value as any WordChoice: self.init(form: .words([value.word], allowed: allowed), place: value.range)
    case let value as Text: self.init(form: .text, place: value.range)
    case let value as any EntryTable: self.init(form: .table(value), place: nil)
    case let value as any Noun: self.init(form: .noun(value), place: value.common.range)
    case let value as any Counted: self.init(form: .several(value.count), place: nil)
    case nil: self.init(form: .nothing, place: nil)
    default: self.init(form: .several(1), place: nil)
    }
  }

  private init(day: Located<CivilDate>) {
    let period = Period(first: day.value, last: day.value)
    self.init(form: period.map { .period($0) } ?? .nothing, place: day.range)
  }

  private init(literal: Located<Literal>) {
    switch literal.value {
    case .quantity(let quantity): self.init(form: .quantity(quantity), place: literal.range)
    case .period(let period): self.init(form: .period(period), place: literal.range)
    default: self.init(form: .several(1), place: literal.range)
    }
  }
}

/// A word of a closed list with its place, whichever list it is of.
private protocol WordChoice {
  var word: String { get }
  var range: SourceRange { get }
}

extension Located: WordChoice where Value: Choice {
  fileprivate var word: String { value.rawValue }
}

/// What can be counted and not be named one by one.
private protocol Counted {
  var count: Int { get }
}

extension Array: Counted {}

extension PeriodTable: Counted {
  fileprivate var count: Int { entries.count }
}

extension Table: EntryTable {
  package func content(of id: String) -> FieldContent? { self[id].map { FieldContent($0, nil) } }
}
