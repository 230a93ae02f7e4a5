package import PlanQuantities

extension QuantityKind {
  /// Whether a quantity is of this kind.
  package func admits(_ quantity: Quantity) -> Bool {
    switch self {
    case .money: quantity.unit.isMoney
    case .amount: quantity.unit.isMoney || quantity.unit.isMoneyPerTime
    case .rate: quantity.isPercentage || !quantity.unit.isPure
    case .share: quantity.isPercentage && quantity.low >= 0 && quantity.high <= 1
    case .percent: quantity.isPercentage
    case .change: !quantity.isBareNumber
    case .ratio: quantity.unit.isPure && !quantity.isBareNumber
    case .duration: quantity.unit.isTime
    case .count: quantity.unit.isCount
    case .often: quantity.unit == .perTime
    case .quantity: true
    }
  }
}

extension Quantity {
  /// A share written in `%` or `‰`, a year's included (`6%/年`).
  package var isPercentage: Bool { mark == .percent || mark == .permille }
}
