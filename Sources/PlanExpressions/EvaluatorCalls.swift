import PlanQuantities
import PlanText

extension Evaluator {
  mutating func call(_ function: Function, _ arguments: [Expression.Node], _ node: Expression.Node) -> Outcome {
    switch function.body {
    case .count: return counted(arguments[0], node)
    case .at: return figureAtTime(arguments[0], arguments[1], node)
    case .trailing: return trailing(arguments[0], node)
    default: break
    }
    let values = arguments.map { outcome($0) }
    let members = values.reduce(0) { $0 + $1.value.memberCount }
    if let problem = tooMuch(members * function.looks, node) { return fail(problem) }
    switch function.body {
    case .figures(let dimension, let work): return figures(function, arguments, values, dimension, work)
    case .ratio(let work): return ratio(function, arguments, values, work)
    case .series(let dimension, let work): return overSeries(function, arguments[0], values[0], dimension, work)
    case .cashFlows(let parameters, let result, let work):
      return returns(CashRow(function: function, parameters: parameters, result: result, work: work), arguments, values)
    case .count, .at, .trailing: return Outcome(Arithmetic.unlike)
    }
  }

  /// What is wrong with looking at so many figures more; nil where all is well.
  func tooMuch(_ figures: Int, _ node: Expression.Node) -> ExpressionProblem? {
    guard figures > 0, let refusal = scope.refusal(toLookAt: figures) else { return nil }
    return tooManyLooks(refusal, node.range)
  }

  // MARK: Questions to the scope

  private mutating func counted(_ argument: Expression.Node, _ node: Expression.Node) -> Outcome {
    if case .path(let path) = argument.form, let count = scope.count(of: path) {
      let value = Value.quantity(Quantity(Fraction(count)))
      note(value, node, place: nil)
      return Outcome(value, .tally)
    }
    let found = outcome(argument)
    switch found.value {
    case .series(let series): return Outcome(.quantity(Quantity(Fraction(series.points.count))), .tally)
    case .figures(let values): return Outcome(.quantity(Quantity(Fraction(values.count))), .tally)
    default: return found.dimension == .unknown ? Outcome(found.value, .tally) : notToCount(argument, found)
    }
  }

  private mutating func figureAtTime(
    _ figure: Expression.Node, _ time: Expression.Node, _ node: Expression.Node
  ) -> Outcome {
    let when = asYear(outcome(time), time)
    guard case .period(let period) = when.value else {
      let found = outcome(figure)
      guard when.dimension == .date || when.dimension == .unknown else { return noTime(time, when) }
      return Outcome(Value.absence(found.value, when.value) ?? Arithmetic.unlike, found.dimension.element)
    }
    let outer = moment
    moment = period
    let found = outcome(figure)
    moment = outer
    trace.calls.append((node.span, found.value))
    return found
  }

  private mutating func trailing(_ span: Expression.Node, _ node: Expression.Node) -> Outcome {
    let length = outcome(span)
    guard length.dimension == .unknown || length.dimension.unit?.isTime == true else { return noSpan(span, length) }
    guard let quantity = length.value.quantity else { return Outcome(length.value.absence ?? Arithmetic.unlike) }
    guard case .value(let value, let dimension, let place) = scope.trailing(quantity) else {
      return Outcome(Figures.nothing, .unknown)
    }
    note(value, node, place: place)
    return Outcome(value, dimension)
  }

  // MARK: Figures of one dimension

  private mutating func figures(
    _ function: Function, _ nodes: [Expression.Node], _ values: [Outcome], _ dimension: (Dimension) -> Dimension,
    _ work: ([Value]) -> Value
  ) -> Outcome {
    if function.arity.upperBound > 1, nodes.count == 1, !values[0].dimension.isCollection,
      values[0].dimension != .unknown
    {
      return tooFew(function, nodes[0], values[0])
    }
    guard let like = alike(nodes, values) else { return Outcome(.unknown(noRateReason), .unknown) }
    let all = like.values.flatMap(\.members)
    let result = dimension(like.dimension)
    if let absence = Value.absence(among: all) { return Outcome(absence, result) }
    if all.isEmpty {
      return Outcome(
        function.name == "sum" ? .quantity(Quantity(0, like.dimension.unit ?? .none)) : Figures.nothing, result)
    }
    if function.arity.upperBound == 1, all.count > 1 { return notAFigure(values[0], nodes[0]) }
    return Outcome(work(all), result)
  }

  /// The arguments in one currency and the dimension they share; nil after noting what is unlike.
  private mutating func alike(
    _ nodes: [Expression.Node], _ outcomes: [Outcome]
  ) -> (values: [Value], dimension: Dimension)? {
    let currencies = outcomes.compactMap { $0.dimension.convertible?.currency }
    var outcomes = outcomes
    if let first = currencies.first, let other = currencies.first(where: { $0 != first }) {
      let target = scope.currency ?? first
      for place in outcomes.indices {
        guard let from = outcomes[place].dimension.convertible?.currency else { continue }
        guard let converted = converted(outcomes[place], from, target) else {
          problems.append(noRate(nodes[place].range, first, other))
          return nil
        }
        outcomes[place] = converted
      }
    }
    var shared = outcomes[0].dimension.element
    for (node, outcome) in zip(nodes, outcomes).dropFirst() {
      guard let common = Dimension.common(shared, outcome.dimension.element), common != .truth else {
        problems.append(unlikeArguments(nodes[0], shared, node, outcome.dimension.element))
        return nil
      }
      shared = common
    }
    guard shared != .truth else {
      _ = notAFigure(outcomes[0], nodes[0])
      return nil
    }
    return (outcomes.map(\.value), shared)
  }

  private mutating func ratio(
    _ function: Function, _ nodes: [Expression.Node], _ values: [Outcome], _ work: (Interval, Interval) -> Value
  ) -> Outcome {
    let result = Dimension.quantity(.none, .percent)
    for (node, value) in zip(nodes, values) where value.dimension.isCollection || value.dimension == .date {
      return notAFigure(value, node)
    }
    guard let like = alike(nodes, values) else { return Outcome(.unknown(noRateReason), result) }
    if let absence = Value.absence(among: like.values) { return Outcome(absence, result) }
    guard let new = like.values[0].quantity, let old = like.values[1].quantity else {
      return Outcome(Arithmetic.unlike, result)
    }
    return Outcome(work(Interval(new), Interval(old)), result)
  }

  private mutating func overSeries(
    _ function: Function, _ node: Expression.Node, _ value: Outcome, _ dimension: Dimension, _ work: (Series) -> Value
  ) -> Outcome {
    guard case .series(let series) = value.value else {
      switch value.dimension {
      case .unknown, .series: return Outcome(value.value.absence ?? Figures.nothing, dimension)
      default: return noSeries(function, node, value)
      }
    }
    let absence = Value.absence(among: series.points.map(\.value))
    return Outcome(absence ?? work(series), dimension)
  }
}

extension Function {
  /// How many looks it takes at every figure of its series; one for a sum.
  fileprivate var looks: Int {
    if case .cashFlows = body { 20 } else { 1 }
  }
}

extension Value {
  /// How many figures a map or series has; none of what is neither.
  var memberCount: Int {
    switch self {
    case .series(let series): series.points.count
    case .figures(let values): values.count
    default: 0
    }
  }

  /// The figures of a map or series, or the value itself.
  fileprivate var members: [Value] {
    switch self {
    case .series(let series): series.points.map(\.value)
    case .figures(let values): values
    default: [self]
    }
  }
}
