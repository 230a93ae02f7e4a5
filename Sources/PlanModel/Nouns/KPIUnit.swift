package import PlanExpressions
package import PlanQuantities
import PlanText

extension KPI {
  /// What the KPI's figures are measured in, by its `unit`; nil where the unit cannot be read.
  package func dimension(_ dialect: Dialect) -> Dimension? {
    guard var word = unit?.value else { return nil }
    switch word {
    case "%": return .quantity(.none, .percent)
    case "‰": return .quantity(.none, .permille)
    case "pp": return .quantity(.none, .points)
    case "x": return .quantity(.none, .ratio)
    case "points", "分": return .quantity(.none, .score(0))
    default: break
    }
    word = "1 " + word
    guard case .success(let quantity) = word.withUTF8({ parseQuantity($0, dialect) }) else { return nil }
    return .quantity(quantity.unit, quantity.mark)
  }
}
