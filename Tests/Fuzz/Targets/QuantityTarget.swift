import PlanQuantities
import PlanText

/// Literals in all notations.
package struct QuantityTarget: FuzzTarget {
  package static let name = "quantities"
  package static let longest = 128
  package static var words: [String] { FuzzWords.literals }

  package init() {}

  /// What a plan's figures may be written in.
  static let dialects = [
    Dialect(currency: "CNY"), Dialect(), Dialect(currency: "TWD"),
    Dialect(currency: "CNY", currencyWords: ["元": "HKD", "₿": "XBT"], units: ["坪": "坪", "人": "worker"]),
  ]

  package func check(_ bytes: [UInt8]) -> String? {
    guard let first = bytes.first, String(validating: bytes.dropFirst(), as: UTF8.self) != nil else { return nil }
    let dialect = QuantityTarget.dialects[Int(first) % QuantityTarget.dialects.count]
    return bytes.dropFirst().withUnsafeBufferPointer { problem(UnsafeBufferPointer(rebasing: $0[...]), dialect) }
  }

  private func problem(_ text: UnsafeBufferPointer<UInt8>, _ dialect: Dialect) -> String? {
    _ = parseUnit(text, dialect)
    if let prefix = parseLiteralPrefix(text, from: 0, dialect), case .success(let found) = prefix,
      !(1...text.count).contains(found.end)
    {
      return "a literal ends at \(found.end) of \(text.count)"
    }
    switch parseLiteral(text, dialect) {
    case .failure(let problem):
      return text.count >= problem.range.upperBound ? nil : "a problem at \(problem.range) of \(text.count)"
    case .success(let literal):
      for language in Language.allCases { _ = literal.phrase(in: language) }
      if let problem = QuantityTarget.readBack(literal, dialect) { return problem }
      return text.first == 0x20 ? nil : longWay(text, literal, dialect)
    }
  }

  /// What is printed reads back as the same.
  static func readBack(_ literal: Literal, _ dialect: Dialect) -> String? {
    let printed = literal.canonicalText
    guard case .success(let again) = printed.withLiteralBytes({ parseLiteral($0, dialect) }) else {
      return "\(printed) does not read"
    }
    switch (literal, again) {
    case (.quantity(let a), .quantity(let b)):
      return a.says(theSameAs: b) || !isExact(a) ? nil : "\(printed) reads as other"
    case (.pair(let a, let b), .pair(let c, let d)):
      return a.says(theSameAs: c) && b.says(theSameAs: d) || !(isExact(a) && isExact(b))
        ? nil : "\(printed) reads as other"
    default: return again == literal ? nil : "\(printed) reads as other"
    }
  }

  /// Whether its decimals end, in the word of time it was written in where there is one: only then can print say it whole.
  private static func isExact(_ quantity: Quantity) -> Bool {
    if quantity.unit.timePower != 0, quantity.writtenTime != nil { return true }
    return quantity.low.decimalPlaces != nil && quantity.high.decimalPlaces != nil
  }

  /// A blank before it keeps a literal from being read by the short way for common ones; it says the same.
  private func longWay(_ text: UnsafeBufferPointer<UInt8>, _ literal: Literal, _ dialect: Dialect) -> String? {
    let other = ([0x20] + Array(text)).withUnsafeBufferPointer { parseLiteral($0, dialect) }
    guard case .success(let again) = other else { return "read the long way it is none" }
    return again == literal ? nil : "read the long way it is another"
  }

  package func seeds(_ texts: SeedTexts) -> [[UInt8]] {
    texts.scalars.filter { scalar in
      scalar.utf8.count < 60 && (try? scalar.withLiteralBytes { parseLiteral($0, Dialect()) }.get()) != nil
    }.enumerated().map { [UInt8($0.offset % QuantityTarget.dialects.count)] + Array($0.element.utf8) }
  }
}
