import PlanExpressions
import PlanQuantities
import PlanText

/// Formulas and conditions: read, their units checked, worked out over a few figures.
package struct ExpressionTarget: FuzzTarget {
  package static let name = "expressions"
  package static let longest = 512
  package static var words: [String] { FuzzWords.expressions }

  package init() {}

  package func check(_ bytes: [UInt8]) -> String? {
    guard let first = bytes.first else { return nil }
    let text = Array(bytes.dropFirst())
    let dialect = QuantityTarget.dialects[Int(first) / 4 % QuantityTarget.dialects.count]
    let file = SourceFile(id: FileID(0), path: "plan.yaml", bytes: text)
    let source = ExpressionSource(bytes: text, contentStart: first & 1 == 0 ? 0 : nil, range: file.wholeRange)
    let (expression, problems) = parseExpression(source, dialect: dialect, condition: first & 2 != 0) {
      FuzzScope.figures[$0] != nil
    }
    guard let expression else { return problems.isEmpty ? "no expression, and no word of it" : nil }
    let isText = String(validating: text, as: UTF8.self) != nil
    let ranges = RangeCheck(sources: SourceMap([file]))
    let found = first & 2 != 0 ? evaluateCondition(expression, in: FuzzScope()) : evaluate(expression, in: FuzzScope())
    for problem in problems + found.problems {
      if isText, let wrong = ranges.problem(problem.range) { return "a problem points \(wrong)" }
    }
    for language in Language.allCases {
      _ =
        found.trace.substituted(in: language) + found.value.phrase(in: language) + found.dimension.phrase(in: language)
      for problem in problems + found.problems { _ = problem.message.text(in: language) }
    }
    let again = evaluate(expression, in: FuzzScope(), at: FuzzScope.moment)
    if case .quantity(let quantity) = again.value, quantity.isRange, quantity.low > quantity.high {
      return "a range from high to low"
    }
    return nil
  }

  package func seeds(_ texts: SeedTexts) -> [[UInt8]] {
    let signs = Set("+-*/^<>=≥≤(")
    return texts.scalars.filter { scalar in
      guard scalar.utf8.count < 300, scalar.contains(where: signs.contains) else { return false }
      let bytes = Array(scalar.utf8)
      let range = SourceRange(file: FileID(0), start: 0, end: bytes.count)
      let source = ExpressionSource(bytes: bytes, contentStart: 0, range: range)
      return parseExpression(source, dialect: Dialect(currency: "CNY"), condition: true).expression != nil
    }.enumerated().map { [UInt8($0.offset % 16)] + Array($0.element.utf8) }
  }
}

/// The figures an expression may name.
struct FuzzScope: Scope {
  static let moment = Period(year: 2025)

  static let figures: [String: Value] = {
    var values: [String: Value] = [:]
    for (name, text) in [
      ("a", "5%"), ("b", "0"), ("budget.total", "1.2亿元"), ("data-platform", "2200万元"), ("rate", "7.2"),
      ("due", "2025-06-30"),
      ("span", "3个月"), ("people", "50人"), ("high", "2-5%"), ("points", "15pp"), ("cost", "380元/人"),
      ("dollars", "USD 3m"),
    ] {
      switch text.withLiteralBytes({ parseLiteral($0, Dialect(currency: "CNY")) }) {
      case .success(.quantity(let quantity)): values[name] = .quantity(quantity)
      case .success(.period(let period)): values[name] = .period(period)
      default: break
      }
    }
    values["flows"] = .series(Series(.flow, points(["-500万元", "180万元", "240万元", "320万元"])))
    values["levels"] = .series(Series(.level, points(["20%", "24%", "-3%"])))
    values["truth"] = .truth(true)
    values["nothing"] = .missing(Message(en: "nothing", hans: "无", hant: "無"))
    values["map"] = .figures([values["budget.total"], values["data-platform"]].compactMap { $0 })
    return values
  }()

  private static func points(_ texts: [String]) -> [Series.Point] {
    texts.enumerated().compactMap { place, text in
      guard let period = Period(year: 2025 + place),
        case .success(.quantity(let quantity)) = text.withLiteralBytes({ parseLiteral($0, Dialect(currency: "CNY")) })
      else { return nil }
      return Series.Point(period, .quantity(quantity))
    }
  }

  func lookup(_ path: Path, at moment: Period?) -> Lookup {
    if path.text == "circle" { return .cycle(["circle", "circle"]) }
    return FuzzScope.figures[path.text].map { .value($0) } ?? .unknown()
  }

  func count(of path: Path) -> Int? { path.text == "map" ? 2 : nil }
  func exchangeRate(from: String, to: String) -> Fraction? { from == "USD" ? Fraction(36, 5) : nil }
  var currency: String? { "CNY" }
}
