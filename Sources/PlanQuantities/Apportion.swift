/// Splits a whole number of minor units by weights, so that the parts add up to the whole exactly and each is within
/// one unit of its exact share (largest remainder; between equal remainders the earlier part gets the unit).
///
/// Gives nil where there is no weight, a negative one, or only zeros.
package func apportion(_ total: Int, by weights: [Fraction]) -> [Int]? {
  apportion(Fraction(total), unit: 1, by: weights)?.map { $0.int ?? 0 }
}

/// Splits an amount by weights into parts that are whole numbers of `unit` and add up to the amount exactly.
///
/// What the amount itself has beyond whole units goes to the largest part. Gives nil where there is no weight, a
/// negative one or only zeros, or where the unit is not above zero.
package func apportion(_ total: Fraction, unit: Fraction, by weights: [Fraction]) -> [Fraction]? {
  let sum = weights.reduce(Fraction(0), +)
  guard sum > 0, unit > 0, !weights.contains(where: \.isNegative) else { return nil }
  guard let units = total.magnitude.divided(by: unit), let each = units.floor.divided(by: sum) else { return nil }
  let exact = weights.map { $0 * each }
  var parts = exact.map(\.floor)
  let left = (units.floor - parts.reduce(Fraction(0), +)).int ?? 0
  let remainders = zip(exact, parts).map { $0 - $1 }
  let order = remainders.indices.sorted {
    remainders[$0] == remainders[$1] ? $0 < $1 : remainders[$0] > remainders[$1]
  }
  for place in order.prefix(left) { parts[place] += 1 }
  if !units.isWhole, let largest = weights.indices.max(by: { weights[$0] < weights[$1] }) {
    parts[largest] += units - units.floor
  }
  let sign: Fraction = total.isNegative ? -unit : unit
  return parts.map { $0 * sign }
}
