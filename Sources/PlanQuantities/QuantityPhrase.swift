package import PlanText

extension Quantity: Phrased {
  /// The literal's own text, or what was computed as a reader of the language writes it: `CNY 120,000,000`,
  /// `1.2亿元`, `21.43%`, `0.952 y`. Rounded as far as a figure is looked at: money to 0.01, percentages and points to
  /// two places, everything else to three.
  package func phrase(in language: Language) -> String { spelling ?? computedPhrase(in: language) }

  /// The quantity written by the rules for computed figures, even where it has a text of its own.
  package func computedPhrase(in language: Language) -> String {
    manner(language) + (mark == .none ? measured(language) : marked(language))
  }

  private func manner(_ language: Language) -> String {
    var text = ""
    switch (vagueness, language) {
    case (nil, _): break
    case (.about, .english): text += "about "
    case (.about, .simplified): text += "约"
    case (.about, .traditional): text += "約"
    case (.nearly, .english): text += "nearly "
    case (.nearly, _): text += "近"
    }
    return text + (bound?.symbol ?? "")
  }

  /// Both ends of a range, or the one figure.
  private func numbers(_ scale: Fraction, _ places: Int, grouped: Bool = true) -> String {
    let first = (low.divided(by: scale) ?? low).text(places: places, grouped: grouped)
    if !isRange { return first }
    let second = (high.divided(by: scale) ?? high).text(places: places, grouped: grouped)
    return first + (low.isNegative ? "~" : "-") + second
  }

  private func marked(_ language: Language) -> String {
    let time = writtenTime ?? .year
    let scale = unit.timePower < 0 ? time.years.power(max(unit.timePower, -100)) ?? 1 : 1
    let share = scale.divided(by: mark.divisor) ?? scale
    let below = unit.denominator(language, time: time)
    switch mark {
    case .percent: return numbers(share, 2) + "%" + below
    case .permille: return numbers(share, 2) + "‰" + below
    case .points:
      let words = language == .english ? "pp" : language == .simplified ? "个百分点" : "個百分點"
      return numbers(share, 2) + words
    case .ratio: return numbers(1, 3) + (language == .english ? "x" : "倍")
    case .score(0): return numbers(1, 3) + (language == .english ? " points" : "分")
    case .score(let full):
      let text = numbers(1, 3)
      if language == .english, [5, 10, 100].contains(full) { return text + "/\(full)" }
      return text + "分(\(language == .traditional ? "滿" : "满")分\(full)分)"
    case .none: return numbers(1, 3)
    }
  }

  private func measured(_ language: Language) -> String {
    if unit.isTime { return duration(language) }
    if unit.isPerTime { return recurrence(language) }
    let time = writtenTime ?? .year
    let power = min(max(unit.timePower, -100), 100)
    let scale = time.years.power(power) ?? 1
    let below = unit.denominator(language, time: time)
    if let code = unit.currency, unit.factors.first?.power == 1 {
      return money(code, scale, language) + further(language, time) + below
    }
    let isPlural = isRange || low.divided(by: scale) != 1
    let name = unit.numerator(language, isPlural: isPlural, time: time)
    if language == .english {
      return numbers(scale, 3) + (name.isEmpty ? "" : " " + name) + below
    }
    return chineseNumbers(scale, 3, language) + name + below
  }

  /// What multiplies money beside its currency; nearly always nothing.
  private func further(_ language: Language, _ time: TimeWord) -> String {
    let rest = unit.numerator(language, isPlural: false, currency: false, time: time)
    return rest.isEmpty ? "" : "·" + rest
  }

  private func money(_ code: String, _ scale: Fraction, _ language: Language) -> String {
    let isNegative = low.isNegative && !isRange
    var amount = self
    if isNegative { amount.mapEnds { -$0 } }
    let sign = isNegative ? "-" : ""
    if language == .english { return "\(sign)\(code) \(amount.numbers(scale, 2))" }
    let name = Unit.currencyName(code, language)
    let text = amount.chineseNumbers(scale, 2, language)
    return name == code ? "\(sign)\(code) \(text)" : sign + text + name
  }

  /// A figure with 万 or 亿 where that is short and exact: two decimals at most, so that nothing hides behind it.
  private func chineseNumbers(_ scale: Fraction, _ places: Int, _ language: Language) -> String {
    let traditional = language == .traditional
    let largest = max(low.magnitude, high.magnitude).divided(by: scale) ?? 0
    let levels: [(Fraction, String)] = [
      (Fraction.powerOfTen(8), traditional ? "億" : "亿"), (Fraction.powerOfTen(4), traditional ? "萬" : "万"),
    ]
    for (level, word) in levels where largest >= level {
      let unit = scale * level
      let isShort = [low, high].allSatisfy { ($0.divided(by: unit)?.decimalPlaces ?? .max) <= 2 }
      // From ten million on, a hundred more or less is not read.
      if isShort || level == Fraction.powerOfTen(4) && largest >= Fraction.powerOfTen(7) {
        return numbers(unit, 2) + word
      }
    }
    return numbers(scale, places)
  }

  private func duration(_ language: Language) -> String {
    let time = writtenTime ?? tellingTime
    let number = numbers(time.years, 3)
    return language == .english && writtenTime == nil ? number + " " + time.symbol : number + time.counted(in: language)
  }

  /// `2.5/y`, `每年2.5次`.
  private func recurrence(_ language: Language) -> String {
    let time = writtenTime ?? .year
    let number = numbers(Fraction(1).divided(by: time.years) ?? 1, 3)
    return language == .english ? number + "/" + time.symbol : "每" + time.each(in: language) + number + "次"
  }

  /// Years where three decimals say it, else months, weeks or days that do, else whatever is about the right size.
  private var tellingTime: TimeWord {
    for time in [.year, .month, .day, .hour, .minute, .second] as [TimeWord] {
      let ends = [low, high].map { $0.divided(by: time.years) ?? 0 }
      let isWhole = time == .year ? ends.allSatisfy { ($0.decimalPlaces ?? .max) <= 3 } : ends.allSatisfy(\.isWhole)
      if isWhole { return time }
    }
    let size = high.magnitude
    if size >= Fraction(1, 12) { return .year }
    for time in [.day, .hour, .minute, .second] as [TimeWord] where size >= time.years { return time }
    return .millisecond
  }
}
