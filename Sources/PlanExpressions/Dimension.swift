package import PlanQuantities
package import PlanText

/// What kind of thing an expression gives, known even where its value is not.
package enum Dimension: Sendable, Hashable {
  /// Not known; fits everything and is never complained of.
  case unknown
  /// The literal `0`, which fits every figure.
  case zero
  /// A number of nouns, from `count`; compares with any counted unit.
  case tally
  case quantity(Unit, Mark)
  /// A date or a period.
  case date
  case truth
  /// Figures by period.
  indirect case series(Dimension)
  /// The figures of a map.
  indirect case figures(Dimension)

  /// What a value is, as far as it says.
  package init(_ value: Value) {
    switch value {
    case .quantity(let quantity): self = .quantity(quantity.unit, quantity.mark)
    case .period: self = .date
    case .truth: self = .truth
    case .series(let series): self = .series(Dimension(first: series.points.map(\.value)))
    case .figures(let values): self = .figures(Dimension(first: values))
    case .unknown, .missing, .undefined: self = .unknown
    }
  }

  private init(first values: [Value]) {
    self = values.lazy.map { Dimension($0) }.first { $0 != .unknown } ?? .unknown
  }

  /// A plain number.
  static let number = Dimension.quantity(.none, .none)

  /// What one figure of a map or series is; the dimension itself for a single figure.
  var element: Dimension {
    switch self {
    case .series(let element), .figures(let element): element
    default: self
    }
  }

  /// Whether it holds many figures.
  var isCollection: Bool {
    switch self {
    case .series, .figures: true
    default: false
    }
  }

  /// The unit in arithmetic; nil for what has none.
  package var unit: Unit? {
    switch self {
    case .zero, .tally: Unit.none
    case .quantity(let unit, _): unit
    default: nil
    }
  }

  var mark: Mark {
    if case .quantity(_, let mark) = self { mark } else { .none }
  }

  /// Whether it is a percentage, promille or number of points without a unit.
  var isPercentage: Bool {
    guard case .quantity(let unit, let mark) = self, unit.isPure else { return false }
    return mark == .percent || mark == .permille || mark == .points
  }
}

extension Dimension: Phrased {
  package func phrase(in language: Language) -> String { message.text(in: language) }

  private var message: Message {
    switch self {
    case .unknown: Message(en: "of unknown kind", hans: "种类未知", hant: "種類未知")
    case .zero: Message(en: "zero", hans: "零", hant: "零")
    case .tally: Message(en: "a number", hans: "个数", hant: "個數")
    case .date: Message(en: "a date", hans: "日期", hant: "日期")
    case .truth: Message(en: "a condition", hans: "条件", hant: "條件")
    case .series(let element):
      Message(en: "a series (\(element))", hans: "按期数列（\(element)）", hant: "按期數列（\(element)）")
    case .figures(let element):
      Message(en: "a map of figures (\(element))", hans: "一组数值（\(element)）", hant: "一組數值（\(element)）")
    case .quantity(let unit, let mark): quantityMessage(unit, mark)
    }
  }

  private func quantityMessage(_ unit: Unit, _ mark: Mark) -> Message {
    if unit.isMoney, let code = unit.currency {
      return Message(en: "money (\(code))", hans: "金额（\(code)）", hant: "金額（\(code)）")
    }
    if unit.isMoneyPerTime, let code = unit.currency {
      return Message(en: "money a year (\(code)/y)", hans: "年金额（\(code)/年）", hant: "年金額（\(code)/年）")
    }
    if unit.isTime { return Message(en: "a duration", hans: "时长", hant: "時長") }
    guard unit.isPure else {
      return mark == .percent && unit.isPerTime
        ? Message(en: "a percentage a year", hans: "年百分率", hant: "年百分率")
        : Message(en: "in \(unit)", hans: "单位为 \(unit)", hant: "單位為 \(unit)")
    }
    return switch mark {
    case .percent: Message(en: "a percentage", hans: "百分比", hant: "百分比")
    case .permille: Message(en: "a permillage", hans: "千分比", hant: "千分比")
    case .points: Message(en: "percentage points", hans: "百分点", hant: "百分點")
    case .ratio: Message(en: "a ratio", hans: "比率", hant: "比率")
    case .score: Message(en: "a score", hans: "评分", hant: "評分")
    case .none: Message(en: "a plain number", hans: "纯数", hant: "純數")
    }
  }
}
