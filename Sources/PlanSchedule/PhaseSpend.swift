package import PlanModel
package import PlanQuantities
import PlanText

/// What one phase spends.
package struct PhaseSpend: Sendable {
  package let id: String
  package let period: Period?
  /// The stated share of the total.
  package let share: Quantity
  /// Its money, exact to the minor unit; the phases together make the total when the shares make 100%.
  package let money: Quantity
}

/// The total spread over the phases by the budget's phasing; nil without a total in money or without phasing.
///
/// Where the shares make 100%, the phases' money adds up to the total to the minor unit (largest remainder);
/// otherwise each phase has its plain product.
package func phaseSpend(_ plan: Plan) -> [PhaseSpend]? {
  guard let total = plan.budget?.total?.value, total.isExact, let phasing = plan.budget?.phasing, !phasing.isEmpty
  else { return nil }
  let shares = phasing.entries.map(\.value.value)
  let whole = shares.reduce(Fraction(0)) { $0 + $1.value }
  var parts = shares.map { total.value * $0.value }
  let minor = total.value * Fraction(minorUnits(of: total.unit.currency))
  if whole == 1, let minor = minor.int, let split = apportion(minor, by: shares.map(\.value)) {
    parts = split.map { Fraction($0, minorUnits(of: total.unit.currency)) }
  }
  return zip(phasing.entries, parts).map { entry, money in
    PhaseSpend(
      id: entry.id.value, period: plan.phases?[entry.id.value]?.period?.value, share: entry.value.value,
      money: Quantity(money, total.unit))
  }
}

/// How many minor units one unit of a currency has, by ISO 4217: 1 for the yen and the won, 1000 for the dinars, else 100.
package func minorUnits(of currency: String?) -> Int {
  switch currency {
  case "JPY", "KRW", "VND", "CLP", "ISK", "PYG", "UGX", "XAF", "XOF", "XPF": 1
  case "BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND": 1000
  default: 100
  }
}
