extension Fraction {
  /// The number in decimal, rounded to at most `places` decimals (halves away from zero), without trailing zeros.
  package func text(places: Int, grouped: Bool = false) -> String {
    digits(places: places, keepsZeros: false, grouped: grouped)
  }

  /// The number in decimal with exactly `places` decimals.
  package func text(exactPlaces places: Int, grouped: Bool = false) -> String {
    digits(places: places, keepsZeros: true, grouped: grouped)
  }

  /// The number in decimal: exact where its decimals end, else to twelve places.
  package var decimalText: String { text(places: decimalPlaces ?? 12) }

  /// How many decimals write the number exactly, or nil where they never end.
  package var decimalPlaces: Int? {
    if let long { return long.decimalPlaces }
    let twos = denominator.trailingZeroBitCount
    var rest = denominator >> Int64(twos)
    var fives = 0
    while rest > 1 {
      guard rest % 5 == 0 else { return nil }
      rest /= 5
      fives += 1
    }
    return max(twos, fives)
  }

  private func digits(places: Int, keepsZeros: Bool, grouped: Bool) -> String {
    let scaled = rounded(places: places).magnitude * Fraction.powerOfTen(max(places, 0))
    var all = Array((scaled.long?.digits ?? String(scaled.numerator)).utf8)
    if all.count <= places { all = Array(repeating: UInt8(ascii: "0"), count: places + 1 - all.count) + all }
    let point = all.count - max(places, 0)
    var end = all.count
    if !keepsZeros { while end > point, all[end - 1] == UInt8(ascii: "0") { end -= 1 } }
    var text: [UInt8] = []
    text.reserveCapacity(all.count + all.count / 3 + 2)
    if isNegative, !scaled.isZero { text.append(UInt8(ascii: "-")) }
    for place in 0..<end {
      if place == point {
        text.append(UInt8(ascii: "."))
      } else if grouped, place > 0, place < point, (point - place) % 3 == 0 {
        text.append(UInt8(ascii: ","))
      }
      text.append(all[place])
    }
    return String(decoding: text, as: UTF8.self)
  }
}

extension Fraction: CustomStringConvertible {
  package var description: String { decimalText }
}
