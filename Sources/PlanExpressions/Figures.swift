import PlanQuantities
import PlanText

/// What the functions on figures of one dimension work out. No figure given to them is absent.
enum Figures {
  static func sum(_ values: [Value]) -> Value {
    guard let first = values.first else { return .quantity(Quantity(0)) }
    let total = values.dropFirst().reduce(first.unmarked) { Arithmetic.sum($0, $1.unmarked) }
    return isOfOneMark(values) ? total.marked(as: first) : total
  }

  static func mean(_ values: [Value]) -> Value {
    guard let share = Fraction(1).divided(by: Fraction(values.count)) else { return nothing }
    let total = sum(values)
    return Arithmetic.product(.quantity(Quantity(share)), total.unmarked).marked(as: total)
  }

  static func extreme(_ values: [Value], greatest: Bool) -> Value {
    let periods = values.compactMap { value -> Period? in
      if case .period(let period) = value { period } else { nil }
    }
    if !periods.isEmpty, periods.count == values.count {
      let found = greatest ? periods.max { $0.last < $1.last } : periods.min { $0.first < $1.first }
      return found.map { .period($0) } ?? nothing
    }
    let quantities = values.compactMap(\.quantity)
    guard let first = quantities.first, quantities.count == values.count else { return nothing }
    if quantities.allSatisfy({ !$0.isRange && $0.bound == nil }) {
      let found = greatest ? quantities.max { $0.low < $1.low } : quantities.min { $0.low < $1.low }
      return .quantity(computed(found ?? first, among: quantities))
    }
    let all = quantities.map { Interval($0) }
    let whole = all.dropFirst().reduce(all[0]) { Interval.extreme($0, $1, greatest: greatest) }
    let model = computed(first, among: quantities)
    return Arithmetic.checked(whole.quantity(model.unit, model.mark))
  }

  static func absolute(_ value: Value) -> Value {
    guard let quantity = value.quantity else { return nothing }
    let whole = Interval(quantity)
    let size = Interval.extreme(whole, -whole, greatest: true)
    // The greater of x and −x, whose lower end is nearest to zero, or zero where the interval holds zero.
    let holdsZero = Interval.isLess(whole, .zero) == nil && Interval.isLess(.zero, whole) == nil
    let low = holdsZero ? Interval.End(value: 0, isOpen: false) : size.low
    return Arithmetic.checked(Interval(low: low, high: size.high).quantity(quantity.unit, quantity.mark))
  }

  static func growth(_ new: Interval, _ old: Interval) -> Value {
    guard let low = old.low, low.value > 0 || (low.value.isZero && low.isOpen), let share = old.inverted else {
      return .undefined(
        Message(
          en: "growth needs an old figure above zero", hans: "计算增长率时旧值须大于零",
          hant: "計算成長率時舊值須大於零"))
    }
    let one = Interval.End(value: -1, isOpen: false)
    return Arithmetic.checked((new * share + Interval(low: one, high: one)).quantity(.none, .percent))
  }

  /// (last ÷ first)^(1 ÷ years) − 1, the years counted between the first days of the two periods.
  static func compoundGrowth(_ series: Series) -> Value {
    guard let start = series.points.first, let end = series.points.last else { return nothing }
    let years = Arithmetic.years(from: start.period.first, to: end.period.first)
    guard years > 0, let exponent = Fraction(1).divided(by: years) else {
      return .undefined(
        Message(
          en: "growth a year needs figures of two periods", hans: "年均增长率需要两个期间的数值",
          hant: "年均成長率需要兩個期間的數值"))
    }
    guard let first = start.value.quantity, let last = end.value.quantity else {
      return Value.absence(start.value, end.value) ?? nothing
    }
    guard first.isSingle, last.isSingle else { return notSingle }
    guard first.low > 0, last.low > 0, let ratio = last.low.divided(by: first.low), let growth = power(ratio, exponent)
    else {
      return .undefined(
        Message(
          en: "growth a year needs figures above zero", hans: "年均增长率的数值须大于零",
          hant: "年均成長率的數值須大於零"))
    }
    return .quantity(Quantity(growth - 1, .perTime, mark: .percent))
  }

  /// A chosen quantity as a computed one: with the unit and mark that all have in common.
  private static func computed(_ chosen: Quantity, among all: [Quantity]) -> Quantity {
    let unit = all.first { !$0.unit.isNone }?.unit ?? chosen.unit
    let marked = all.filter { !($0.isBareNumber && $0.low.isZero) }
    let mark = marked.first.map { first in marked.allSatisfy { $0.mark == first.mark } ? first.mark : .none } ?? .none
    return Quantity(chosen.low, unit, mark: mark)
  }

  private static func isOfOneMark(_ values: [Value]) -> Bool {
    values.allSatisfy { $0.quantity?.mark == values.first?.quantity?.mark }
  }

  static let nothing = Value.missing(
    Message(en: "there are no figures", hans: "没有数值", hant: "沒有數值"))

  static let notSingle = Value.undefined(
    Message(
      en: "it needs single figures, not ranges or bounds", hans: "需要单一数值，不能是范围或界限",
      hant: "需要單一數值，不能是範圍或界限"))
}

extension Interval {
  static let zero = Interval(low: End(value: 0, isOpen: false), high: End(value: 0, isOpen: false))
}

extension Quantity {
  /// Whether it is one figure, be it vague.
  var isSingle: Bool { !isRange && bound == nil }
}
