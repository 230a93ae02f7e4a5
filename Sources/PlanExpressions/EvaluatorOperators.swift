import PlanQuantities
import PlanText

extension Evaluator {
  /// Two operands under one operator.
  mutating func combined(_ operation: Operation, _ a: Outcome, _ b: Outcome) -> Outcome {
    switch operation.sign {
    case .and, .or: return connected(operation, a, b)
    case .plus, .minus: return summed(operation, a, b)
    case .times, .over: return multiplied(operation, a, b)
    case .power: return raised(operation, a, b)
    case .less, .atMost, .greater, .atLeast, .equal, .unequal: return compared(operation, a, b)
    }
  }

  private mutating func connected(_ operation: Operation, _ a: Outcome, _ b: Outcome) -> Outcome {
    let left = truth(a, operation.left).value
    let right = truth(b, operation.right).value
    return Outcome(
      operation.sign == .and ? Comparison.and(left, right) : Comparison.or(left, right), .truth)
  }

  private mutating func summed(_ operation: Operation, _ a: Outcome, _ b: Outcome) -> Outcome {
    guard let (a, b) = inOneCurrency(operation, a, b) else { return Outcome(.unknown(noRateReason), .unknown) }
    guard let dimension = Dimension.sum(operation.sign, a.dimension, b.dimension) else {
      return fail(unlike(operation, a.dimension, b.dimension))
    }
    if Value.absence(a.value, b.value) == nil {
      if b.dimension == .zero { return a }
      if a.dimension == .zero {
        return operation.sign == .plus ? b : Outcome(Arithmetic.negative(b.value), b.dimension)
      }
    }
    let value =
      operation.sign == .plus
      ? Arithmetic.sum(a.value, b.value) : Arithmetic.difference(a.value, b.value)
    return Outcome(value, dimension)
  }

  private mutating func multiplied(_ operation: Operation, _ a: Outcome, _ b: Outcome) -> Outcome {
    guard let dimension = Dimension.product(operation.sign, a.dimension, b.dimension) else {
      return Dimension.product(.times, a.dimension, .zero) == nil
        ? notAFigure(a, operation.left) : notAFigure(b, operation.right)
    }
    let value =
      operation.sign == .times
      ? Arithmetic.product(a.value, b.value)
      : Arithmetic.quotient(a.value, b.value, divisor: expression.text(operation.right.span))
    return Outcome(value, dimension)
  }

  private mutating func raised(_ operation: Operation, _ a: Outcome, _ b: Outcome) -> Outcome {
    if let absence = b.value.absence { return Outcome(Value.absence(a.value, absence) ?? absence, .unknown) }
    guard let exponent = b.value.quantity, exponent.isSingle, exponent.unit.isPure, let whole = exponent.low.int else {
      return badExponent(operation.right)
    }
    guard let unit = a.dimension.unit else {
      return a.dimension == .unknown
        ? Outcome(Arithmetic.power(a.value, whole), .unknown) : notAFigure(a, operation.left)
    }
    return Outcome(Arithmetic.power(a.value, whole), .quantity(unit.power(whole), .none))
  }

  private mutating func compared(_ operation: Operation, _ a: Outcome, _ b: Outcome) -> Outcome {
    let years = asYears(operation, a, b)
    guard let (a, b) = inOneCurrency(operation, years.0, years.1) else {
      return Outcome(.unknown(noRateReason), .truth)
    }
    if a.dimension.isPercentage, b.dimension.isPercentage,
      (a.dimension.mark == .points) != (b.dimension.mark == .points)
    {
      return Outcome(fail(percentAgainstPoints(operation, a, b)).value, .truth)
    }
    let isLike =
      !a.dimension.isCollection && !b.dimension.isCollection && a.dimension != .truth && b.dimension != .truth
      && Dimension.common(a.dimension, b.dimension) != nil
    guard isLike else { return Outcome(fail(unlike(operation, a.dimension, b.dimension)).value, .truth) }
    return Outcome(Comparison.compare(operation.sign, a.value, b.value), .truth)
  }

  /// A bare `2025` beside a date is the year.
  private func asYears(_ operation: Operation, _ a: Outcome, _ b: Outcome) -> (Outcome, Outcome) {
    if a.dimension == .date { return (a, asYear(b, operation.right)) }
    if b.dimension == .date { return (asYear(a, operation.left), b) }
    return (a, b)
  }

  /// The year that a bare whole number of four digits is where a date is due.
  func asYear(_ outcome: Outcome, _ node: Expression.Node) -> Outcome {
    guard case .literal(.quantity(let number)) = node.form, number.isBareNumber, number.isSingle,
      let year = number.low.int, (1000...9999).contains(year), let period = Period(year: year)
    else { return outcome }
    return Outcome(.period(period))
  }

  // MARK: Currencies

  /// Both sides in one currency, where they are money of two and there are rates; nil after noting a missing rate.
  private mutating func inOneCurrency(
    _ operation: Operation, _ a: Outcome, _ b: Outcome
  ) -> (Outcome, Outcome)? {
    guard let from = a.dimension.convertible, let to = b.dimension.convertible, from.currency != to.currency,
      from.rest == to.rest
    else { return (a, b) }
    let target = scope.currency ?? from.currency
    guard let left = converted(a, from.currency, target), let right = converted(b, to.currency, target) else {
      problems.append(noRate(operation.place, from.currency, to.currency))
      return nil
    }
    return (left, right)
  }

  /// Money in another currency; nil without a rate.
  func converted(_ outcome: Outcome, _ from: String, _ target: String) -> Outcome? {
    if from == target { return outcome }
    guard let rate = scope.exchangeRate(from: from, to: target) else { return nil }
    return Outcome(
      Arithmetic.converted(outcome.value, rate, target), outcome.dimension.replacingCurrency(with: target))
  }
}

extension Dimension {
  /// The currency of money, money a year and other rates of one currency, and what is left of the unit without it.
  var convertible: (currency: String, rest: Unit)? {
    guard let unit = element.unit, let currency = unit.currency else { return nil }
    let rest = unit / .currency(currency)
    return rest.currency == nil ? (currency, rest) : nil
  }

  func replacingCurrency(with code: String) -> Dimension {
    switch self {
    case .quantity(let unit, let mark): .quantity(unit.replacingCurrency(with: code), mark)
    case .series(let element): .series(element.replacingCurrency(with: code))
    case .figures(let element): .figures(element.replacingCurrency(with: code))
    default: self
    }
  }
}

extension Arithmetic {
  /// Money at a rate, in another currency.
  static func converted(_ value: Value, _ rate: Fraction, _ target: String) -> Value {
    switch value {
    case .quantity(var quantity):
      quantity.mapEnds { $0 * rate }
      quantity.unit = quantity.unit.replacingCurrency(with: target)
      quantity.grain = 0
      quantity.spelling = nil
      return checked(quantity)
    case .series(let series):
      return .series(
        Series(series.nature, series.points.map { Series.Point($0.period, converted($0.value, rate, target)) }))
    case .figures(let values): return .figures(values.map { converted($0, rate, target) })
    default: return value
    }
  }
}
