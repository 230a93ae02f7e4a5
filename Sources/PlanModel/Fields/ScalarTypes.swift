package import PlanExpressions
package import PlanQuantities
package import PlanText

extension FieldType where Value == Text {
  /// A string in the plan's first language, or a mapping of language tags to strings.
  package static var text: Self { FieldType(.text) { node, decoder in decoder.text(node) } }
  /// A text that may be empty: a rule then asks for it, where the plan must have it.
  package static var prose: Self { FieldType(.prose) { node, decoder in decoder.text(node, mayBeEmpty: true) } }
}

extension FieldType where Value == Located<String> {
  /// One token, not translated.
  package static var word: Self { FieldType(.word) { node, decoder in decoder.word(node, shape: .word) } }
  /// A path relative to the file that names it.
  package static var file: Self { FieldType(.file) { node, decoder in decoder.word(node, shape: .file) } }
  /// A colour, `#0B4F6C`; six hexadecimal digits, the sign may be left out.
  package static var colour: Self { FieldType(.colour) { node, decoder in decoder.colour(node) } }
  /// The id of a noun of another section.
  package static func reference(_ target: Target) -> Self {
    FieldType(.reference(target)) { node, decoder in decoder.reference(node, to: target) }
  }
}

extension FieldType where Value == Located<Bool> {
  /// `true` or `false`.
  package static var flag: Self { FieldType(.flag) { node, decoder in decoder.flag(node) } }
}

extension FieldType where Value == Located<Int> {
  /// A whole number without a unit.
  package static var integer: Self { FieldType(.integer) { node, decoder in decoder.integer(node) } }
}

extension FieldType where Value == Located<Quantity> {
  /// A quantity of a kind; another kind is said to be out of place.
  package static func quantity(_ kind: QuantityKind) -> Self {
    FieldType(.quantity(kind)) { node, decoder in decoder.quantity(node, kind: kind) }
  }
  package static var money: Self { .quantity(.money) }
  package static var amount: Self { .quantity(.amount) }
  package static var share: Self { .quantity(.share) }
  package static var percent: Self { .quantity(.percent) }
  package static var duration: Self { .quantity(.duration) }
  package static var count: Self { .quantity(.count) }
  package static var often: Self { .quantity(.often) }
  package static var ratio: Self { .quantity(.ratio) }
}

extension FieldType where Value == Located<Literal> {
  /// Whatever literal the language has, periods and pairs included.
  package static var literal: Self {
    FieldType(.quantity(.quantity)) { node, decoder in decoder.literal(node, kind: .quantity) }
  }
  /// A change against a baseline: relative, in points, a multiple, or a pair.
  package static var change: Self {
    FieldType(.quantity(.change)) { node, decoder in decoder.literal(node, kind: .change) }
  }
}

extension FieldType where Value == Located<Baseline> {
  /// A quantity, or `none`: there is nothing yet.
  package static var baseline: Self {
    FieldType(.orNone(.quantity(.quantity))) { node, decoder in
      if decoder.isWord("none", node) { return Located(.none, at: decoder.range(node)) }
      return decoder.quantity(node, kind: .quantity).map { $0.map { .level($0) } }
    }
  }
}

extension FieldType where Value == Located<CivilDate> {
  package static var date: Self { FieldType(.date) { node, decoder in decoder.date(node) } }
}

extension FieldType where Value == Located<Period> {
  /// A period, a range of periods, or a day.
  package static var period: Self { FieldType(.period) { node, decoder in decoder.period(node) } }
}

extension FieldType where Value == Located<Expression> {
  /// An expression over the plan's figures.
  package static var expression: FieldType<Located<Expression>> {
    FieldType(.expression) { node, decoder in decoder.expression(node, isCondition: false) }
  }
  /// A condition that holds or does not, without a window.
  package static var requirement: FieldType<Located<Expression>> {
    FieldType(.condition) { node, decoder in decoder.expression(node, isCondition: false) }
  }
  /// A condition, with a window if wanted.
  package static var condition: FieldType<Located<Expression>> {
    FieldType(.condition) { node, decoder in decoder.expression(node, isCondition: true) }
  }
}

extension FieldType where Value == Link {
  /// `id`, or `id SS+2w`.
  package static var link: Self { FieldType(.link) { node, decoder in decoder.link(node) } }
}

extension FieldType where Value == Payer {
  /// A line or reserve, or a mapping of several to money.
  package static var payer: Self { FieldType(.payer) { node, decoder in decoder.payer(node) } }
}

extension FieldType {
  /// A word of a closed list.
  package static func choice<Word: Choice>(_ type: Word.Type) -> FieldType<Located<Word>>
  where Value == Located<Word> {
    FieldType<Located<Word>>(.choice(Word.allCases.map(\.rawValue))) { node, decoder in decoder.choice(node, Word.self)
    }
  }
}

/// Where a KPI starts from.
package enum Baseline: Sendable {
  /// There is nothing yet; only the target speaks.
  case none
  case level(Quantity)

  /// The level, if there is one.
  package var quantity: Quantity? {
    if case .level(let quantity) = self { quantity } else { nil }
  }
}
