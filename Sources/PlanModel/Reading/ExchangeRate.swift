package import PlanQuantities
import PlanText

/// What one unit of a currency is worth in another, by the dated rates of policies.
package struct ExchangeRate: Sendable {
  package let from: String
  package let to: String
  /// What one unit of `from` is worth in `to`, exactly.
  package let worth: Fraction
  /// The policies' rates behind it: one, or two where both currencies are rated in a third.
  package let entries: [PolicyEntry<Currency>]
}

extension PolicyBook {
  /// The rate between two currencies, by their ISO codes: as stated, turned round, or over a third currency that both
  /// are rated in; nil without.
  package func exchangeRate(from: String, to: String) -> ExchangeRate? {
    let (first, second) = (rate(of: from), rate(of: to))
    if let first, first.currency == to {
      return ExchangeRate(from: from, to: to, worth: first.worth, entries: [first.entry])
    }
    if let second, second.currency == from {
      return Fraction(1).divided(by: second.worth).map {
        ExchangeRate(from: from, to: to, worth: $0, entries: [second.entry])
      }
    }
    guard let first, let second, first.currency == second.currency else { return nil }
    return first.worth.divided(by: second.worth).map {
      ExchangeRate(from: from, to: to, worth: $0, entries: [first.entry, second.entry])
    }
  }

  private func rate(of code: String) -> (worth: Fraction, currency: String, entry: PolicyEntry<Currency>)? {
    guard let entry = currency(code), let rate = entry.value.rate?.value, !rate.isRange, rate.low > 0,
      let currency = rate.unit.currency
    else { return nil }
    return (rate.low, currency, entry)
  }
}
