package import PlanText

extension Unit: Phrased {
  /// The unit as a reader names it: `CNY/person·y`, `元/人·年`; a plain number's says so.
  package func phrase(in language: Language) -> String {
    if isNone {
      return switch language {
      case .english: "plain number"
      case .simplified: "纯数"
      case .traditional: "純數"
      }
    }
    if let word = countedWord { return Unit.name(word, language, isPlural: true) }
    let top = numerator(language, isPlural: false)
    return (top.isEmpty ? "1" : top) + denominator(language, time: .year)
  }

  /// The unit without a language, as it can be written after a number: `CNY/person·y`.
  func canonicalText(time word: TimeWord) -> String {
    let all = factors
    let top = all.filter { $0.power > 0 }.map { Unit.repeated(Unit.symbol($0.base, word), $0.power) }
    let bottom = all.filter { $0.power < 0 }.map { Unit.repeated(Unit.symbol($0.base, word), -$0.power) }
    return top.joined(separator: "·") + (bottom.isEmpty ? "" : "/" + bottom.joined(separator: "·"))
  }

  private static func symbol(_ base: Base, _ time: TimeWord) -> String {
    switch base {
    case .currency(let code): code
    case .time: time.symbol
    case .word(let name): name
    }
  }

  private static func repeated(_ name: String, _ power: Int) -> String {
    Array(repeating: name, count: min(power, 100)).joined(separator: "·")
  }

  /// What stands above the stroke, without currency where the amount already carries it.
  func numerator(_ language: Language, isPlural: Bool, currency: Bool = true, time: TimeWord = .year) -> String {
    let names: [String] = factors.compactMap { factor in
      guard factor.power > 0 else { return nil }
      return switch factor.base {
      case .currency(let code):
        currency ? Unit.repeated(Unit.currencyName(code, language), factor.power) : nil
      case .time: Unit.repeated(time.each(in: language), factor.power)
      case .word(let name):
        Unit.repeated(Unit.name(name, language, isPlural: isPlural && factor.power == 1), factor.power)
      }
    }
    return names.joined(separator: "·")
  }

  /// The stroke and what stands below it; counted things before time, as `元/人·年` has them.
  func denominator(_ language: Language, time: TimeWord) -> String {
    var names: [String] = []
    for factor in factors where factor.power < 0 {
      switch factor.base {
      case .currency(let code): names.append(Unit.repeated(Unit.currencyName(code, language), -factor.power))
      case .word(let name): names.append(Unit.repeated(Unit.name(name, language, isPlural: false), -factor.power))
      case .time: break
      }
    }
    if timePower < 0 { names.append(Unit.repeated(time.each(in: language), -timePower)) }
    return names.isEmpty ? "" : "/" + names.joined(separator: "·")
  }

  /// A counted thing's name; words the tool does not know stay as the plan has them.
  static func name(_ word: String, _ language: Language, isPlural: Bool) -> String {
    guard let thing = UnitWords.byName[word] else { return word }
    return switch language {
    case .english: isPlural ? thing.plural : thing.name
    case .simplified: thing.simplified
    case .traditional: thing.traditional
    }
  }

  /// A currency after an amount: 元, 美元, otherwise its code.
  package static func currencyName(_ code: String, _ language: Language) -> String {
    if language == .english { return code }
    let traditional = language == .traditional
    return switch code {
    case "CNY": "元"
    case "USD": "美元"
    case "HKD": "港元"
    case "TWD": traditional ? "新臺幣" : "新台币"
    case "EUR": traditional ? "歐元" : "欧元"
    case "JPY": traditional ? "日圓" : "日元"
    case "GBP": traditional ? "英鎊" : "英镑"
    case "SGD": "新加坡元"
    case "AUD": "澳元"
    case "CAD": "加元"
    case "KRW": traditional ? "韓元" : "韩元"
    default: code
    }
  }
}
