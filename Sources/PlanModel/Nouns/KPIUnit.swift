import PlanExpressions
import PlanQuantities
import PlanText

extension KPI {
  /// What the KPI's figures are measured in, by its `unit`; nil where the unit cannot be read. A resolved plan keeps it.
  func dimension(_ dialect: Dialect) -> Dimension? {
    guard var word = unit?.value else { return nil }
    switch word {
    case "%": return .quantity(.none, .percent)
    case "‰": return .quantity(.none, .permille)
    case "pp": return .quantity(.none, .points)
    case "x": return .quantity(.none, .ratio)
    case "points", "分": return .quantity(.none, .score(0))
    default: break
    }
    guard case .success(let unit) = word.withUTF8({ parseUnit($0, dialect) }) else { return nil }
    return .quantity(unit.unit, unit.mark)
  }
}
