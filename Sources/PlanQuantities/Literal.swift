package import PlanText

/// What a piece of text says once a field asks for a value.
package enum Literal: Hashable, Sendable {
  case quantity(Quantity)
  case period(Period)
  /// A change from one figure to another: `72小时→4小时`.
  indirect case pair(Quantity, Quantity)
  /// Opening hours: `24x7`, `7×24小时`.
  case hours(perDay: Int, days: Int)

  /// The quantity, where it is one.
  package var quantity: Quantity? {
    if case .quantity(let quantity) = self { quantity } else { nil }
  }

  /// The period, where it is one.
  package var period: Period? {
    if case .period(let period) = self { period } else { nil }
  }

  /// What it says, without a language: reads back to the same value.
  package var canonicalText: String {
    switch self {
    case .quantity(let quantity): quantity.canonicalText
    // Four digits alone are a number.
    case .period(let period): period.text.utf8.count == 4 ? period.text + "年" : period.text
    case .pair(let from, let to): from.canonicalText + "→" + to.canonicalText
    case .hours(let perDay, let days): "\(perDay)x\(days)"
    }
  }
}

extension Literal: Phrased {
  package func phrase(in language: Language) -> String {
    switch self {
    case .quantity(let quantity): quantity.phrase(in: language)
    case .period(let period): period.phrase(in: language)
    case .pair(let from, let to): from.phrase(in: language) + "→" + to.phrase(in: language)
    case .hours(let perDay, let days):
      switch language {
      case .english: "\(perDay)x\(days)"
      case .simplified: "\(days)×\(perDay)小时"
      case .traditional: "\(days)×\(perDay)小時"
      }
    }
  }
}
