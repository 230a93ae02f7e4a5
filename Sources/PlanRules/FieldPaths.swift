import PlanExpressions
import PlanModel

extension RuleContext {
  /// Whether an expression is nothing but the path of a field that the plan can have, such as `kpis.cac.formula`.
  func namesField(_ expression: Expression) -> Bool {
    guard let path = expression.bareReference else { return false }
    var shape = Shape.noun(Plan.nounName)
    var names = path.names[...]
    while let name = names.popFirst() {
      switch shape {
      case .noun(let noun):
        guard let field = NounDescription.named(noun)?.fields.first(where: { $0.key == name }) else { return false }
        shape = field.shape
      case .map(let item):
        guard hasNoun(name, of: item) else { return false }
        shape = item
      case .keyed(_, let item): shape = item
      default: return false
      }
    }
    if case .map = shape { return false }
    return true
  }

  /// Whether the plan has a noun under an id; of nouns that nothing refers to, any id is taken.
  private func hasNoun(_ id: String, of shape: Shape) -> Bool {
    guard case .noun(let name) = shape, let target = Target(rawValue: name) else { return true }
    return PlanModel.hasNoun(id, of: target, in: resolved)
  }
}
