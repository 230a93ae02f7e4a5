import PlanQuantities
import Testing

/// The plan of most tests counts in yuan.
let yuan = Dialect(currency: "CNY")

func literal(_ text: String, _ dialect: Dialect = yuan) throws -> Literal {
  try text.withLiteralBytes { parseLiteral($0, dialect) }.get()
}

func quantity(_ text: String, _ dialect: Dialect = yuan) throws -> Quantity {
  try text.withLiteralBytes { parseQuantity($0, dialect) }.get()
}

func period(_ text: String) throws -> Period { try text.withLiteralBytes { parsePeriod($0) }.get() }

func date(_ text: String) throws -> CivilDate { try text.withLiteralBytes { parseDate($0) }.get() }

/// What is wrong with a text; nil where it reads.
func problem(_ text: String, _ dialect: Dialect = yuan) -> LiteralProblem? {
  switch text.withLiteralBytes({ parseLiteral($0, dialect) }) {
  case .success: nil
  case .failure(let problem): problem
  }
}
