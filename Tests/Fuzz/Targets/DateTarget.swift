import PlanQuantities
import PlanText

/// Dates and periods, in calendar and fiscal years.
package struct DateTarget: FuzzTarget {
  package static let name = "dates"
  package static let longest = 64
  package static var words: [String] { FuzzWords.dates }

  package init() {}

  package func check(_ bytes: [UInt8]) -> String? {
    guard let first = bytes.first, String(validating: bytes.dropFirst(), as: UTF8.self) != nil else { return nil }
    var dialect = Dialect()
    dialect.yearStarts = Int(first) % 12 + 1
    let text = Array(bytes.dropFirst())
    let read = text.withUnsafeBufferPointer { (parsePeriod($0, dialect), parseDate($0, dialect)) }
    if case .success(let date) = read.1 {
      guard date.components.year >= 1, date.components.year <= 9999 else { return "a date out of the calendar" }
      guard case .success(let again) = date.text.withLiteralBytes({ parseDate($0) }), again == date else {
        return "\(date.text) reads as another day"
      }
    }
    switch read.0 {
    case .failure(let problem):
      return problem.range.upperBound <= text.count ? nil : "a problem at \(problem.range) of \(text.count)"
    case .success(let period): return problem(period, dialect)
    }
  }

  private func problem(_ period: Period, _ dialect: Dialect) -> String? {
    guard period.first <= period.last, period.days > 0 else { return "a period that ends before it begins" }
    for language in Language.allCases { _ = period.phrase(in: language) }
    guard case .success(let again) = period.text.withLiteralBytes({ parsePeriod($0, dialect) }) else {
      return "\(period.text) does not read"
    }
    return again.first == period.first && again.last == period.last ? nil : "\(period.text) reads as another period"
  }

  package func seeds(_ texts: SeedTexts) -> [[UInt8]] {
    texts.scalars.filter { scalar in
      scalar.utf8.count < 40 && (try? scalar.withLiteralBytes { parsePeriod($0) }.get()) != nil
    }.enumerated().map { [UInt8($0.offset % 12)] + Array($0.element.utf8) }
  }
}
