import PlanExpressions
import PlanQuantities
import PlanText

/// Figures as the report prints them: money in three steps of rounding, the same steps in every language, so that the
/// languages show equal figures (CNY 0.01m is 1万).
///
/// Every figure is rounded once, from the exact one, halves away from zero.
struct Amounts: Sendable {
  /// How far a figure is rounded.
  enum Level: Sendable {
    /// Leads, tiles and headlines: CNY 337m, 3.37亿元.
    case headline
    /// Tables and charts, their unit in the head: 337.32, 33,732.
    case table
    /// Results and notes: 337.3160, 33,731.60.
    case exact
    /// Money of one thing, such as a customer's worth: CNY 266, 266元.
    case full
  }

  let language: Language
  let currency: String?
  /// Whether the plan's largest amount is ten million or more, and money is told in millions.
  let isLarge: Bool

  init(language: Language, currency: String?, largest: Fraction) {
    self.language = language
    self.currency = currency
    isLarge = largest >= Fraction.powerOfTen(7)
  }

  private var isEnglish: Bool { language == .english }

  private var tenThousand: String { language == .traditional ? "萬" : "万" }
  private var hundredMillion: String { language == .traditional ? "億" : "亿" }
  /// The currency as Chinese writes it after an amount.
  private var currencyName: String { currency.map { Unit.currencyName($0, language) } ?? "" }

  /// What stands in heads and captions above money: `CNY m`, `万元`.
  func unit(_ level: Level = .table) -> String {
    if level == .full { return isEnglish ? currency ?? "" : currencyName }
    if isEnglish {
      let scale = isLarge ? " m" : level == .exact ? "" : " k"
      return (currency ?? "") + scale
    }
    return isLarge ? tenThousand + currencyName : currencyName
  }

  /// An amount in the unit of tables, without the unit.
  func money(_ amount: Fraction, _ level: Level = .table, signed: Bool = false) -> String {
    let (scale, places) = scale(level)
    return number(amount.divided(by: scale) ?? amount, places: places, signed: signed)
  }

  /// What one of the unit is worth, and how many places are told of it.
  private func scale(_ level: Level) -> (Fraction, places: Int) {
    switch (isEnglish, isLarge, level) {
    case (true, true, .headline): (Fraction.powerOfTen(6), 0)
    case (true, true, .table): (Fraction.powerOfTen(6), 2)
    case (true, true, .exact): (Fraction.powerOfTen(6), 4)
    case (true, false, .headline): (Fraction.powerOfTen(3), 0)
    case (true, false, .table): (Fraction.powerOfTen(3), 2)
    case (false, true, .headline): (Fraction.powerOfTen(4), -2)
    case (false, true, .table): (Fraction.powerOfTen(4), 0)
    case (false, true, .exact): (Fraction.powerOfTen(4), 2)
    case (false, false, .headline): (1, -3)
    case (false, false, .table): (1, -1)
    case (_, false, .exact), (_, _, .full): (1, 2)
    }
  }

  /// An amount with its unit, in running text: `CNY 337m`, `3.37亿元`.
  ///
  /// An amount too small for a headline's step is told in the step of tables, so that nothing is rounded away.
  func inText(_ amount: Fraction, _ level: Level = .headline, signed: Bool = false) -> String {
    if amount.isZero { return isEnglish ? (currency.map { $0 + "\u{A0}" } ?? "") + "0" : "0" + currencyName }
    let step = isLarge ? Fraction.powerOfTen(6) : Fraction.powerOfTen(3)
    let isFine = level == .headline && amount.magnitude < step * 10 && !amount.isZero
    let level = isFine ? .table : level
    if isEnglish {
      let number = money(amount.magnitude, level) + (isLarge ? "m" : level == .exact ? "" : "k")
      return sign(amount, signed) + (currency.map { $0 + "\u{A0}" } ?? "") + number
    }
    let large = Fraction.powerOfTen(8)
    if level == .headline, amount.magnitude >= large {
      let number = number(amount.divided(by: large) ?? amount, places: 2, signed: signed)
      return number + hundredMillion + currencyName
    }
    if !isLarge, level == .headline, amount.magnitude >= Fraction.powerOfTen(4) {
      let number = number(amount.divided(by: Fraction.powerOfTen(4)) ?? amount, places: 1, signed: signed)
      return number + tenThousand + currencyName
    }
    return money(amount, level, signed: signed) + (isLarge ? tenThousand : "") + currencyName
  }

  private func sign(_ number: Fraction, _ signed: Bool) -> String {
    number.isNegative ? "\u{2212}" : signed && number > 0 ? "+" : ""
  }

  /// A number with grouped digits and a true minus.
  func number(_ value: Fraction, places: Int, signed: Bool = false) -> String {
    let rounded = value.rounded(places: places)
    return sign(rounded, signed) + rounded.magnitude.text(exactPlaces: max(places, 0), grouped: true)
  }

  /// A share as a percentage; in a headline without decimals where that says the same.
  func percent(_ share: Fraction, places: Int = 2, signed: Bool = false) -> String {
    number(share * 100, places: places, signed: signed) + "%"
  }

  /// A share in a headline: whole from 100% on, or where the decimals say nothing.
  func headlinePercent(_ share: Fraction, signed: Bool = false) -> String {
    let points = share * 100
    let isWhole = points.rounded(places: 2).isWhole || points.magnitude >= 100
    return percent(share, places: isWhole ? 0 : 2, signed: signed)
  }

  func points(_ share: Fraction, places: Int = 1) -> String {
    let number = number(share * 100, places: places, signed: true)
    return switch language {
    case .english: number + "\u{A0}pp"
    case .simplified: number + "个百分点"
    case .traditional: number + "個百分點"
    }
  }

  /// Years, with the unit: `0.95 years`, `0.95年`.
  func years(_ years: Fraction, places: Int = 2) -> String {
    let number = number(years, places: places)
    return isEnglish ? number + "\u{A0}y" : number + "年"
  }

  /// Days of work, with the unit.
  func workingDays(_ days: Int) -> String {
    switch language {
    case .english: "\(number(Fraction(days), places: 0))\u{A0}d"
    case .simplified: "\(number(Fraction(days), places: 0))个工作日"
    case .traditional: "\(number(Fraction(days), places: 0))個工作日"
    }
  }

  /// Any figure, at a level: money in the plan's currency by the level, everything else as it is looked at.
  ///
  /// - Parameter isInText: whether money carries its unit.
  func text(_ value: Value, _ level: Level, isInText: Bool) -> String {
    guard case .quantity(let quantity) = value else { return value.phrase(in: language) }
    return text(quantity, level, isInText: isInText)
  }

  func text(_ quantity: Quantity, _ level: Level, isInText: Bool) -> String {
    if let bound = quantity.bound, !quantity.isRange, quantity.vagueness == nil {
      var figure = quantity
      figure.bound = nil
      return bound.symbol + " " + text(figure, level, isInText: isInText)
    }
    guard !quantity.isRange, quantity.vagueness == nil else { return quantity.computedPhrase(in: language) }
    let value = quantity.value
    if quantity.unit.isMoney, quantity.unit.currency == currency, level != .full {
      return isInText ? inText(value, level) : money(value, level)
    }
    // What the plan states keeps the places it was written with; what is computed gets those of its column.
    let isStated = quantity.spelling != nil
    switch quantity.mark {
    case .percent:
      if isStated { return (value * 100).text(places: 2, grouped: true).replacing("-", with: "\u{2212}") + "%" }
      return level == .headline ? headlinePercent(value) : percent(value)
    case .points where !isStated: return points(value, places: level == .headline ? 1 : 2)
    case .none where quantity.unit.isTime && (quantity.writtenTime ?? .year) == .year:
      let places = level == .exact ? 3 : 2
      return isStated ? value.text(places: places) + (isEnglish ? "\u{A0}y" : "年") : years(value, places: places)
    default: return quantity.computedPhrase(in: language).replacing("-", with: "\u{2212}")
    }
  }

  /// Amounts of parts and their whole as tables print them: rounded so that the printed parts make the printed whole,
  /// where the exact ones do (largest remainder).
  func column(_ parts: [Fraction], whole: Fraction, _ level: Level = .table) -> [String] {
    let (scale, places) = scale(level)
    guard parts.reduce(Fraction(0), +) == whole, !parts.contains(where: \.isNegative),
      let unit = whole.divided(by: scale)
    else { return parts.map { money($0, level) } }
    let step = places < 0 ? Fraction.powerOfTen(-places) : Fraction(1).divided(by: .powerOfTen(places)) ?? 1
    guard let split = apportion(unit.rounded(places: places), unit: step, by: parts) else {
      return parts.map { money($0, level) }
    }
    return split.map { number($0, places: places) }
  }

  /// Shares that make 100.00% as printed, where the exact ones make the whole.
  func shares(_ parts: [Fraction], of whole: Fraction) -> [String] {
    guard parts.reduce(Fraction(0), +) == whole, let split = apportion(10_000, by: parts) else {
      return parts.map { part in part.divided(by: whole).map { percent($0) } ?? "" }
    }
    return split.map { number(Fraction($0, 100), places: 2) + "%" }
  }
}
