package import PlanQuantities
package import PlanText

/// What an expression comes to.
package enum Value: Sendable, Hashable {
  case quantity(Quantity)
  /// A period, or a date as a period of one day.
  case period(Period)
  /// Figures by period.
  case series(Series)
  /// The figures of a map, such as the amounts of all lines.
  case figures([Value])
  case truth(Bool)
  /// A truth that cannot be told, and why.
  case unknown(Message)
  /// A figure that is not there, and which.
  case missing(Message)
  /// A figure that cannot be, such as a quotient by zero, and why.
  case undefined(Message)

  /// The quantity, where it is one.
  package var quantity: Quantity? {
    if case .quantity(let quantity) = self { quantity } else { nil }
  }

  /// The truth, where one can be told.
  package var truth: Bool? {
    if case .truth(let truth) = self { truth } else { nil }
  }

  /// Why there is no value: for undefined, missing and unknown ones.
  package var reason: Message? {
    switch self {
    case .unknown(let reason), .missing(let reason), .undefined(let reason): reason
    default: nil
    }
  }

  /// The value that stands for two operands of which one is no value: undefined before missing before unknown.
  static func absence(_ a: Value, _ b: Value) -> Value? {
    let (first, second) = (a.absenceRank, b.absenceRank)
    return first == 0 && second == 0 ? nil : second > first ? b : a
  }

  /// The value itself, where it is none.
  var absence: Value? { absenceRank == 0 ? nil : self }

  static func absence(among values: [Value]) -> Value? {
    var found: Value?
    for value in values where value.absenceRank > (found?.absenceRank ?? 0) { found = value }
    return found
  }

  private var absenceRank: Int {
    switch self {
    case .undefined: 3
    case .missing: 2
    case .unknown: 1
    default: 0
    }
  }

  /// The figure without its mark.
  var unmarked: Value { changed { $0.mark = .none } }

  /// The figure with another one's mark.
  func marked(as other: Value) -> Value { changed { $0.mark = other.quantity?.mark ?? .none } }

  private func changed(_ change: (inout Quantity) -> Void) -> Value {
    guard case .quantity(var quantity) = self else { return self }
    change(&quantity)
    return .quantity(quantity)
  }
}

extension Value: Phrased {
  package func phrase(in language: Language) -> String {
    switch self {
    case .quantity(let quantity): quantity.phrase(in: language)
    case .period(let period): period.phrase(in: language)
    case .series(let series): list(series.points.map(\.value), language)
    case .figures(let values): list(values, language)
    case .truth(let truth):
      Message(en: truth ? "true" : "false", hans: truth ? "成立" : "不成立", hant: truth ? "成立" : "不成立")
        .text(in: language)
    case .unknown: Message(en: "unknown", hans: "未知", hant: "未知").text(in: language)
    case .missing: Message(en: "missing", hans: "缺失", hant: "缺少").text(in: language)
    case .undefined: Message(en: "undefined", hans: "无定义", hant: "無定義").text(in: language)
    }
  }

  /// At most six figures, and a sign that there are more.
  private func list(_ values: [Value], _ language: Language) -> String {
    let shown = values.prefix(6).map { $0.phrase(in: language) }
    return (values.count > 6 ? shown + ["…"] : shown).joined(separator: ", ")
  }
}
