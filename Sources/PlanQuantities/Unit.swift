/// What a quantity is measured in: a product of powers of a currency, of time (in years) and of counted things.
package struct Unit: Hashable, Sendable {
  /// One factor: a currency by ISO code, time, or a counted thing by its canonical name.
  package enum Base: Hashable, Sendable {
    case currency(String)
    case time
    case word(String)
  }

  /// A factor and its power, never zero.
  package struct Factor: Hashable, Sendable {
    package let base: Base
    package let power: Int
  }

  /// The three letters of the currency's code; zero without one.
  private var letters: UInt32
  private var moneyPower: Int8
  private var time: Int8
  /// The counted thing's place among the built-in ones.
  private var thing: UInt8
  private var thingPower: Int8
  /// All factors, where they are not at most one currency, time and one built-in thing. Plans are full of units, and
  /// nearly all of them need no memory of their own.
  private var rare: RareUnit?

  /// A plain number's unit.
  package static let none = Unit()
  /// Time, in years.
  package static let time = Unit(time: 1)
  /// A rate a year without more.
  package static let perTime = Unit(time: -1)

  init(letters: UInt32 = 0, time: Int8 = 0, thing: UInt8 = 0, thingPower: Int8 = 0) {
    self.letters = letters
    moneyPower = letters == 0 ? 0 : 1
    self.time = time
    self.thing = thing
    self.thingPower = thingPower
    rare = nil
  }

  /// Money in a currency, by ISO code.
  package static func currency(_ code: String) -> Unit {
    if let letters = Unit.packed(code) { return Unit(letters: letters) }
    return Unit([Factor(base: .currency(code), power: 1)])
  }

  /// A counted thing, by canonical name.
  package static func word(_ name: String) -> Unit {
    if let thing = UnitWords.index[name] { return Unit(thing: thing, thingPower: 1) }
    return Unit([Factor(base: .word(name), power: 1)])
  }

  /// A unit from its factors; powers of one base add up, and those that cancel vanish.
  package init(_ factors: some Sequence<Factor>) {
    var sums: [Factor] = []
    for factor in factors {
      if let place = sums.firstIndex(where: { $0.base == factor.base }) {
        sums[place] = Factor(base: factor.base, power: sums[place].power + factor.power)
      } else {
        sums.append(factor)
      }
    }
    self.init(settled: sums.filter { $0.power != 0 }.sorted { $0.base.order < $1.base.order })
  }

  private init(settled factors: [Factor]) {
    self.init()
    for factor in factors where !take(factor) {
      self.init()
      rare = RareUnit(factors)
      return
    }
  }

  /// Keeps a factor in its own place; false where that is taken or there is none.
  private mutating func take(_ factor: Factor) -> Bool {
    let power = Int8(clamping: factor.power)
    switch factor.base {
    case .time: time = power
    case .currency(let code):
      guard moneyPower == 0, let packed = Unit.packed(code) else { return false }
      (letters, moneyPower) = (packed, power)
    case .word(let name):
      guard thingPower == 0, let index = UnitWords.index[name] else { return false }
      (thing, thingPower) = (index, power)
    }
    return true
  }

  static func packed(_ code: String) -> UInt32? {
    guard code.utf8.count == 3 else { return nil }
    return code.utf8.reduce(0) { $0 << 8 | UInt32($1) }
  }

  static func packed(_ a: UInt8, _ b: UInt8, _ c: UInt8) -> UInt32 { UInt32(a) << 16 | UInt32(b) << 8 | UInt32(c) }

  private var code: String {
    String(decoding: [UInt8(letters >> 16 & 255), UInt8(letters >> 8 & 255), UInt8(letters & 255)], as: UTF8.self)
  }

  /// The factors: currencies, time, then words, each in alphabetical order.
  package var factors: [Factor] {
    if let rare { return rare.factors }
    var all: [Factor] = []
    if moneyPower != 0 { all.append(Factor(base: .currency(code), power: Int(moneyPower))) }
    if time != 0 { all.append(Factor(base: .time, power: Int(time))) }
    if thingPower != 0 {
      all.append(Factor(base: .word(UnitWords.things[Int(thing)].name), power: Int(thingPower)))
    }
    return all
  }

  package static func * (a: Unit, b: Unit) -> Unit {
    if b.isNone { return a }
    if a.isNone { return b }
    return a.product(b) ?? Unit(a.factors + b.factors)
  }

  /// The product where it needs no more than one currency and one thing.
  private func product(_ other: Unit) -> Unit? {
    guard rare == nil, other.rare == nil else { return nil }
    guard letters == other.letters || moneyPower == 0 || other.moneyPower == 0 else { return nil }
    guard thing == other.thing || thingPower == 0 || other.thingPower == 0 else { return nil }
    var result = Unit()
    result.moneyPower = Unit.clamped(moneyPower, other.moneyPower)
    result.letters = result.moneyPower == 0 ? 0 : letters | other.letters
    result.time = Unit.clamped(time, other.time)
    result.thingPower = Unit.clamped(thingPower, other.thingPower)
    result.thing = result.thingPower == 0 ? 0 : thing | other.thing
    return result
  }

  private static func clamped(_ a: Int8, _ b: Int8) -> Int8 { Int8(clamping: Int(a) + Int(b)) }

  package static func / (a: Unit, b: Unit) -> Unit { b.isNone ? a : a * b.inverted }

  /// The unit of one over a quantity.
  package var inverted: Unit { power(-1) }

  /// The unit of a quantity multiplied with itself so many times; powers stop at ±127.
  package func power(_ exponent: Int) -> Unit {
    let bounded = max(-127, min(127, exponent))
    if bounded == 0 { return .none }
    if let rare { return Unit(rare.factors.map { Factor(base: $0.base, power: $0.power * bounded) }) }
    var result = self
    result.moneyPower = Int8(clamping: Int(moneyPower) * bounded)
    result.time = Int8(clamping: Int(time) * bounded)
    result.thingPower = Int8(clamping: Int(thingPower) * bounded)
    return result
  }
}

/// The factors of a unit that is more than one currency, time and one built-in thing.
final class RareUnit: Hashable, Sendable {
  let factors: [Unit.Factor]

  init(_ factors: [Unit.Factor]) { self.factors = factors }

  static func == (a: RareUnit, b: RareUnit) -> Bool { a === b || a.factors == b.factors }

  func hash(into hasher: inout Hasher) { factors.hash(into: &hasher) }
}

extension Unit.Base {
  /// Currencies before time before words, each by name.
  var order: (Int, String) {
    switch self {
    case .currency(let code): (0, code)
    case .time: (1, "")
    case .word(let name): (2, name)
    }
  }
}

extension Unit {
  private var isWordless: Bool { thingPower == 0 && rare == nil }

  /// Whether it is a plain number; what percentages, ratios and scores have.
  package var isNone: Bool { isWordless && moneyPower == 0 && time == 0 }
  /// Whether it is a plain number.
  package var isPure: Bool { isNone }

  /// The powers of money, time and words, where it has at most one currency and one word.
  private var powers: (money: Int, time: Int, word: Int)? {
    guard let rare else { return (Int(moneyPower), Int(time), Int(thingPower)) }
    var found = (money: 0, time: 0, word: 0)
    for factor in rare.factors {
      switch factor.base {
      case .currency:
        if found.money != 0 { return nil }
        found.money = factor.power
      case .time: found.time = factor.power
      case .word:
        if found.word != 0 { return nil }
        found.word = factor.power
      }
    }
    return found
  }

  private func has(money: Int, time: Int, word: Int) -> Bool {
    guard let powers else { return false }
    return powers == (money, time, word)
  }

  /// Whether it is an amount of one currency.
  package var isMoney: Bool { has(money: 1, time: 0, word: 0) }
  /// Whether it is money a year.
  package var isMoneyPerTime: Bool { has(money: 1, time: -1, word: 0) }
  /// Whether it is money by anything: `CNY/customer`, `CNY/person·y`.
  package var isMoneyRate: Bool {
    let all = factors
    guard all.count > 1, let first = all.first, case .currency = first.base, first.power == 1 else { return false }
    return all.dropFirst().allSatisfy { $0.power < 0 }
  }
  /// Whether it is a stretch of time.
  package var isTime: Bool { has(money: 0, time: 1, word: 0) }
  /// Whether it is a plain number a year.
  package var isPerTime: Bool { has(money: 0, time: -1, word: 0) }
  /// Whether it is one counted thing, such as people.
  package var isCount: Bool { has(money: 0, time: 0, word: 1) }

  /// The code of its currency; nil where it has none or several.
  package var currency: String? {
    if rare == nil { return moneyPower == 0 ? nil : code }
    guard let powers, powers.money != 0 else { return nil }
    for factor in factors {
      if case .currency(let code) = factor.base { return code }
    }
    return nil
  }

  /// The power of time in it: 1 in a duration, −1 in a rate a year.
  package var timePower: Int {
    guard let rare else { return Int(time) }
    return rare.factors.first { $0.base == .time }?.power ?? 0
  }

  /// Its counted thing's canonical name, where it is one counted thing.
  package var countedWord: String? {
    guard isCount, case .word(let name)? = factors.first?.base else { return nil }
    return name
  }

  /// The same unit with its currencies replaced by one.
  package func replacingCurrency(with code: String) -> Unit {
    Unit(
      factors.map { factor in
        if case .currency = factor.base { return Factor(base: .currency(code), power: factor.power) }
        return factor
      })
  }
}
