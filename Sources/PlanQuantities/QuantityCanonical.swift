extension Quantity {
  /// The quantity without a language, with exactly the digits its grain has; reads back to the same value, unit, mark,
  /// bound, vagueness and grain where its decimals end.
  package var canonicalText: String {
    var text = ""
    switch vagueness {
    case .about: text += "≈"
    case .nearly: text += "近"
    case nil: break
    }
    if let bound { text += bound.symbol }
    return text + Quantity.figures(self)
  }

  private static func figures(_ quantity: Quantity) -> String {
    let time = quantity.writtenTime ?? quantity.exactTime
    let scale = quantity.scale(time)
    let low = quantity.low.divided(by: scale) ?? 0
    let high = quantity.high.divided(by: scale) ?? 0
    let place = (quantity.grain.divided(by: scale) ?? 0).exponentOfTen
    let magnitude = place.map { $0 > 0 ? ($0 <= 4 ? 4 : $0 <= 8 ? 8 : 12) : 0 } ?? 0
    let divisor = Fraction.powerOfTen(magnitude)
    let numbers = [low, quantity.isRange ? high : nil].compactMap { figure in
      figure.map { number(($0.divided(by: divisor) ?? 0), place.map { $0 - magnitude }) }
    }
    return numbers.joined(separator: "~") + Quantity.magnitudeWords[magnitude / 4] + quantity.tail(time)
  }

  private static let magnitudeWords = ["", "万", "亿", "万亿"]

  /// A number down to the place of its last digit, further where it has more than its grain says.
  private static func number(_ value: Fraction, _ place: Int?) -> String {
    let written = place.map { max(0, -$0) } ?? 0
    if let needed = value.decimalPlaces { return value.text(exactPlaces: max(written, needed)) }
    return value.text(places: max(written, 12))
  }

  /// How much one written unit is in base units.
  private func scale(_ time: TimeWord) -> Fraction {
    var scale = Fraction(1).divided(by: mark.divisor) ?? 1
    let years = time.years.power(min(max(unit.timePower, -100), 100)) ?? 1
    scale *= years
    return scale
  }

  private func tail(_ time: TimeWord) -> String {
    let units = unit.canonicalText(time: time)
    switch mark {
    case .percent: return "%" + units
    case .permille: return "‰" + units
    case .points: return "pp"
    case .ratio: return "x"
    case .score(0): return "分"
    case .score(let scale):
      return scale == 5 || scale == 10 || scale == 100 ? "/\(scale)" : "分(满分\(scale)分)"
    case .none:
      if units.isEmpty || units.hasPrefix("/") { return units }
      return " " + units
    }
  }

  /// The word of time in which a computed figure's decimals end, years first.
  var exactTime: TimeWord {
    guard unit.timePower != 0, low.decimalPlaces == nil || high.decimalPlaces == nil else { return .year }
    for time in [.month, .week, .day, .hour, .minute, .second, .millisecond] as [TimeWord] {
      let scale = time.years.power(min(max(unit.timePower, -100), 100)) ?? 1
      if low.divided(by: scale)?.decimalPlaces != nil, high.divided(by: scale)?.decimalPlaces != nil { return time }
    }
    return .year
  }
}

extension Fraction {
  /// The exponent where the number is a power of ten.
  var exponentOfTen: Int? {
    guard isSmall, numerator > 0, numerator == 1 || denominator == 1 else { return nil }
    var (rest, exponent) = (max(numerator, denominator), 0)
    while rest % 10 == 0 {
      rest /= 10
      exponent += 1
    }
    return rest == 1 ? (denominator == 1 ? exponent : -exponent) : nil
  }
}
