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

  private var money: String
  private var moneyPower: Int16
  /// The power of time; −1 in a rate a year.
  private var time: Int16
  private var wordPower: Int16
  private var firstWord: String
  /// Further currencies and words, sorted; nearly always empty.
  private var more: [Factor]

  /// A plain number's unit.
  package static let none = Unit()
  /// Time, in years.
  package static let time = Unit(time: 1)
  /// A rate a year without more.
  package static let perTime = Unit(time: -1)

  private init(money: String = "", moneyPower: Int = 0, time: Int = 0, word: String = "", wordPower: Int = 0) {
    self.money = money
    self.moneyPower = Int16(clamping: moneyPower)
    self.time = Int16(clamping: time)
    self.wordPower = Int16(clamping: wordPower)
    firstWord = word
    more = []
  }

  /// Money in a currency, by ISO code.
  package static func currency(_ code: String) -> Unit { Unit(money: code, moneyPower: 1) }
  /// A counted thing, by canonical name.
  package static func word(_ name: String) -> Unit { Unit(word: name, wordPower: 1) }

  /// A unit from its factors; powers of one base add up, and those that cancel vanish.
  package init(_ factors: some Sequence<Factor>) {
    self.init()
    for factor in factors { add(factor.base, factor.power) }
  }

  private mutating func add(_ base: Base, _ power: Int) {
    switch base {
    case .time: time = Int16(clamping: Int(time) + power)
    case .currency(let code) where moneyPower == 0 || money == code:
      moneyPower = Int16(clamping: Int(moneyPower) + power)
      money = moneyPower == 0 ? "" : code
      if moneyPower == 0 { promote() }
    case .word(let name) where wordPower == 0 || firstWord == name:
      wordPower = Int16(clamping: Int(wordPower) + power)
      firstWord = wordPower == 0 ? "" : name
      if wordPower == 0 { promote() }
    default: addFurther(base, power)
    }
  }

  /// Keeps the alphabetically first currency and word in their own fields, so that equal units are equal in form.
  private mutating func addFurther(_ base: Base, _ power: Int) {
    var all = factors
    if let place = all.firstIndex(where: { $0.base == base }) {
      let sum = all[place].power + power
      all[place] = Factor(base: base, power: sum)
    } else {
      all.append(Factor(base: base, power: power))
    }
    settle(all)
  }

  private mutating func promote() { if !more.isEmpty { settle(factors) } }

  private mutating func settle(_ factors: [Factor]) {
    let sorted = factors.filter { $0.power != 0 }.sorted { $0.base.order < $1.base.order }
    self = Unit()
    for factor in sorted {
      switch factor.base {
      case .time: time = Int16(clamping: factor.power)
      case .currency(let code) where moneyPower == 0: (money, moneyPower) = (code, Int16(clamping: factor.power))
      case .word(let name) where wordPower == 0: (firstWord, wordPower) = (name, Int16(clamping: factor.power))
      default: more.append(factor)
      }
    }
  }

  /// The factors: currencies, time, then words, each in alphabetical order.
  package var factors: [Factor] {
    var all: [Factor] = []
    if moneyPower != 0 { all.append(Factor(base: .currency(money), power: Int(moneyPower))) }
    if time != 0 { all.append(Factor(base: .time, power: Int(time))) }
    if wordPower != 0 { all.append(Factor(base: .word(firstWord), power: Int(wordPower))) }
    if !more.isEmpty {
      all += more
      all.sort { $0.base.order < $1.base.order }
    }
    return all
  }

  package static func * (a: Unit, b: Unit) -> Unit {
    if b.isNone { return a }
    if a.isNone { return b }
    var product = a
    for factor in b.factors { product.add(factor.base, factor.power) }
    return product
  }

  package static func / (a: Unit, b: Unit) -> Unit { b.isNone ? a : a * b.inverted }

  /// The unit of one over a quantity.
  package var inverted: Unit { power(-1) }

  /// The unit of a quantity multiplied with itself so many times.
  package func power(_ exponent: Int) -> Unit {
    let bounded = max(-1000, min(1000, exponent))
    return Unit(factors.map { Factor(base: $0.base, power: $0.power * bounded) })
  }

  private var isWordless: Bool { wordPower == 0 && more.isEmpty }

  /// Whether it is a plain number.
  package var isNone: Bool { isWordless && moneyPower == 0 && time == 0 }
  /// Whether it is a plain number; what percentages, ratios and scores have.
  package var isPure: Bool { isNone }
  /// Whether it is an amount of one currency.
  package var isMoney: Bool { isWordless && moneyPower == 1 && time == 0 }
  /// Whether it is money a year.
  package var isMoneyPerTime: Bool { isWordless && moneyPower == 1 && time == -1 }
  /// Whether it is money by anything: `CNY/customer`, `CNY/person·y`.
  package var isMoneyRate: Bool { moneyPower == 1 && !isMoney && factors.allSatisfy { $0.power < 0 || $0.base.isMoney } }
  /// Whether it is a stretch of time.
  package var isTime: Bool { isWordless && moneyPower == 0 && time == 1 }
  /// Whether it is a plain number a year.
  package var isPerTime: Bool { isWordless && moneyPower == 0 && time == -1 }
  /// Whether it is one counted thing, such as people.
  package var isCount: Bool { wordPower == 1 && moneyPower == 0 && time == 0 && more.isEmpty }
  /// The ISO code of its currency, if it has one.
  package var currency: String? { moneyPower == 0 ? nil : money }
  /// The power of time in it: 1 in a duration, −1 in a rate a year.
  package var timePower: Int { Int(time) }
  /// Its counted thing's canonical name, where it is one counted thing.
  package var countedWord: String? { isCount ? firstWord : nil }

  /// The same unit in another currency.
  package func replacingCurrency(with code: String) -> Unit {
    var result = self
    if moneyPower != 0, more.isEmpty { result.money = code }
    return result
  }
}

extension Unit.Base {
  var isMoney: Bool {
    if case .currency = self { true } else { false }
  }

  /// Currencies before time before words, each by name.
  var order: (Int, String) {
    switch self {
    case .currency(let code): (0, code)
    case .time: (1, "")
    case .word(let name): (2, name)
    }
  }
}
