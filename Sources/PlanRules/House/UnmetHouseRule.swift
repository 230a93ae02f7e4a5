import PlanText

/// What findings of rules of the house are made from; each then carries the code of its rule.
enum UnmetHouseRule: Problem {
  static let code = "house"
  static let severity = Severity.warning
}
