import PlanExpressions
import PlanQuantities
import PlanText
import Testing

/// The words the tests' figures may use.
let dialect = Dialect(currency: "CNY", units: ["人": "person", "person": "person", "customers": "customer"])

/// Where the tests' expressions begin in their imaginary file.
let origin = 100

func parse(
  _ text: String, condition: Bool = false, placed: Bool = true, known: Set<String> = []
) -> (expression: Expression?, problems: [ExpressionProblem]) {
  let bytes = Array(text.utf8)
  let range = SourceRange(file: FileID(0), start: origin - 1, end: origin + bytes.count + 1)
  let source = ExpressionSource(bytes: bytes, contentStart: placed ? origin : nil, range: range)
  return parseExpression(source, dialect: dialect, condition: condition) { known.contains($0) }
}

/// The part of a text that a range of its expression covers.
func covered(_ range: SourceRange, in text: String) -> String {
  let bytes = Array(text.utf8)
  return String(decoding: bytes[(Int(range.start) - origin)..<(Int(range.end) - origin)], as: UTF8.self)
}

/// The text after the edits of a fix.
func mended(_ text: String, _ fix: Fix?) -> String? {
  guard let fix else { return nil }
  var bytes = Array(text.utf8)
  for edit in fix.edits.sorted(by: { $0.range.start > $1.range.start }) {
    bytes.replaceSubrange(
      (Int(edit.range.start) - origin)..<(Int(edit.range.end) - origin), with: Array(edit.replacement.utf8))
  }
  return String(decoding: bytes, as: UTF8.self)
}

/// The tree with every operation in parentheses.
func shape(_ node: Expression.Node) -> String {
  switch node.form {
  case .literal(let literal): literal.phrase(in: .english)
  case .path(let path): path.text
  case .call(let function, let arguments): "\(function.name)(\(arguments.map(shape).joined(separator: ", ")))"
  case .negate(let operand): "(-\(shape(operand)))"
  case .not(let operand): "(not \(shape(operand)))"
  case .binary(let sign, _, let left, let right): "(\(shape(left)) \(sign.rawValue) \(shape(right)))"
  case .choice(let condition, let then, let otherwise):
    "(if \(shape(condition)) then \(shape(then)) else \(shape(otherwise)))"
  }
}

func shape(_ text: String, known: Set<String> = []) -> String? {
  parse(text, known: known).expression.map { shape($0.root) }
}

/// Names with figures, as a plan gives them.
struct Names: Scope {
  var values: [String: Value] = [:]
  var dimensions: [String: Dimension] = [:]
  var counts: [String: Int] = [:]
  var suggestions: [String: String] = [:]
  var cycles: [String: [String]] = [:]
  var rates: [String: Fraction] = [:]
  var currency: String?

  init(_ figures: [String: String] = [:]) {
    for (name, text) in figures { values[name] = value(text) }
  }

  func lookup(_ path: Path, at moment: Period?) -> Lookup {
    if let loop = cycles[path.text] { return .cycle(loop) }
    if let value = values[path.text] { return .value(value, dimension: dimensions[path.text], place: nil) }
    return .unknown(suggestion: suggestions[path.text])
  }

  func count(of path: Path) -> Int? { counts[path.text] }

  func exchangeRate(from: String, to: String) -> Fraction? { rates["\(from)>\(to)"] }
}

/// What a text says as a figure or period.
func value(_ text: String) -> Value {
  switch text.withLiteralBytes({ parseLiteral($0, dialect) }) {
  case .success(.quantity(let quantity)): return .quantity(quantity)
  case .success(.period(let period)): return .period(period)
  default:
    Issue.record("\(text) is no figure")
    return .quantity(Quantity(0))
  }
}

func period(_ text: String) -> Period {
  guard case .success(let period) = text.withLiteralBytes({ parsePeriod($0) }) else {
    Issue.record("\(text) is no period")
    return Period(.day, holding: CivilDate(dayNumber: 0))
  }
  return period
}

func series(_ nature: Series.Nature, _ points: [(String, String)]) -> Value {
  .series(Series(nature, points.map { Series.Point(period($0.0), value($0.1)) }))
}

func evaluation(_ text: String, _ names: Names = Names()) -> Evaluation? {
  let (expression, problems) = parse(text)
  #expect(problems.isEmpty, "\(text): \(problems.map { $0.message.text(in: .english) })")
  return expression.map { evaluate($0, in: names) }
}

/// The value as English text, a reason after a colon, or the first problem after a mark.
func result(_ text: String, _ names: Names = Names()) -> String {
  guard let found = evaluation(text, names) else { return "unreadable" }
  if let problem = found.problems.first { return "!" + problem.message.text(in: .english) }
  let phrase = found.value.phrase(in: .english)
  return found.value.reason.map { phrase + ": " + $0.text(in: .english) } ?? phrase
}
