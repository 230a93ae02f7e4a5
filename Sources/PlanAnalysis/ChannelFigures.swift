package import PlanExpressions
import PlanModel
package import PlanQuantities
package import PlanText

/// Figures of channels and of the flights in them.
extension Figures {
  func channelFigure(_ path: String, _ names: [String]) -> Figure? {
    guard let id = names.first, let channel = plan.channels?[id] else { return nil }
    switch (names.count > 1 ? names[1] : "amount", names.count) {
    case ("amount", ...2): return channelAmount(path, id, channel)
    case ("share", 2): return channelShare(path, id, channel)
    case ("roi", 2): return stated(path, channel.roi, equals: nil)
    case ("cost", 2): return channelCost(path, id, channel, nil)
    case ("cost", 3): return Cost.Class(rawValue: names[2]).flatMap { channelCost(path, id, channel, $0) }
    case ("costs", 3): return channel.costs?[names[2]].flatMap { costFigure(path, $0) }
    default: return nil
    }
  }

  func flightFigure(_ path: String, _ names: [String]) -> Figure? {
    guard let id = names.first, let flight = plan.flights?[id] else { return nil }
    switch Array(names.dropFirst()) {
    case [], ["amount"]: return stated(path, flight.amount, equals: nil)
    case ["target"]: return stated(path, flight.target, equals: nil)
    case ["start"]: return flight.period.flatMap { day(path, $0.value.first, at: $0.range) }
    case ["end"]: return flight.period.flatMap { day(path, $0.value.last, at: $0.range) }
    default: return nil
    }
  }

  // MARK: Amounts

  /// A channel's money: as stated, else what several lines pay, else the channels below it, else what its line leaves,
  /// else its flights, else its costs.
  private func channelAmount(_ path: String, _ id: String, _ channel: Channel) -> Figure? {
    if let figure = stated(path, channel.amount, equals: nil) { return figure }
    if case .several(let parts) = channel.paidBy { return payments(path, parts) }
    if let below = channelsBelow[id] { return sum(path, of: below, at: channel.common.keyRange) }
    if let place = spending.place(of: "channels.\(id)"), let rest = rest(path, of: place) { return rest }
    if let flights = flightsIn[id] { return sum(path, of: flights, at: channel.common.keyRange) }
    if channel.costs?.entries.contains(where: { $0.value.kind?.value != .opportunity }) == true {
      return channelCost(path, id, channel, nil)
    }
    return Figure(path, .missing(noAmount("channels.\(id)")), dimension: money, place: channel.common.keyRange)
  }

  /// What several lines pay together.
  func payments(
    _ path: String, _ parts: [(line: Located<String>, amount: Located<Quantity>)]
  ) -> Figure? {
    guard let first = parts.first else { return nil }
    let values = parts.map { inPlan($0.amount.value).map { Value.quantity($0) } ?? .missing(unknownCost(path)) }
    return Figure(
      path, values.dropFirst().reduce(values[0]) { Arithmetic.sum($0, $1) }, dimension: money,
      formula: "Σ paid_by",
      inputs: parts.map { FigureInput("paid_by.\($0.line.value)", .quantity($0.amount.value), place: $0.amount.range) },
      place: first.amount.range)
  }

  /// What a spender that says no amount takes: what the others leave of its line. Nil where no one line pays; missing
  /// where several such share the line.
  func rest(_ path: String, of place: Int) -> Figure? {
    let spender = spending.spenders[place]
    guard !spender.saysAmount, spender.within == nil, case .one(let line) = spender.payer,
      let amount = figure("budget.\(line.value)")
    else { return nil }
    let found = takings(of: line.value)
    guard found.rest.count == 1, found.unknown.isEmpty else {
      // Of many, the first few say it.
      var others = Array(
        found.rest.lazy.map { self.spending.spenders[$0.spender].path }.filter { $0 != spender.path }.prefix(13))
      if others.count > 12 { others[12] = "…" }
      let reason =
        others.isEmpty
        ? unknownCost(found.unknown.first.map { spending.spenders[$0.spender].path } ?? path)
        : Message(
          en: "budget.\(line.value) pays \(others.joined(separator: ", ")) too, and none of them says how much",
          hans: "budget.\(line.value) 同时支付 \(others.joined(separator: "、"))，均未写明金额",
          hant: "budget.\(line.value) 同時支付 \(others.joined(separator: "、"))，均未寫明金額")
      return Figure(path, .missing(reason), dimension: money, place: line.range)
    }
    let terms = found.paid.map { paid in
      FigureInput(
        spending.spenders[paid.taking.spender].path, .quantity(paid.money), place: self.place(of: paid.taking))
    }
    let left = terms.reduce(amount.value) { Arithmetic.difference($0, $1.value) }
    return Figure(
      path, left, dimension: money, formula: (["budget.\(line.value)"] + terms.map(\.name)).joined(separator: " - "),
      inputs: [FigureInput(amount)] + terms, place: line.range)
  }

  /// A channel's share of the total: as stated, else as its amount makes it.
  private func channelShare(_ path: String, _ id: String, _ channel: Channel) -> Figure? {
    if let figure = stated(path, channel.share, equals: nil) { return figure }
    guard let amount = figure("channels.\(id)"), let total = figure("budget.total") else { return nil }
    return quotient(path, amount, total, mark: .percent, at: channel.common.keyRange)
  }

  // MARK: Costs

  /// Costs of a class, or all that are spent, while the plan runs; a shared cost as far as it is this channel's.
  private func channelCost(_ path: String, _ id: String, _ channel: Channel, _ kind: Cost.Class?) -> Figure? {
    guard let costs = channel.costs else { return nil }
    let wanted = costs.entries.filter { entry in
      kind.map { entry.value.kind?.value == $0 } ?? (entry.value.kind?.value != .opportunity)
    }
    guard !wanted.isEmpty else {
      return Figure(
        path, .quantity(Quantity(0, moneyUnit)), formula: "no costs of this class", place: channel.common.keyRange)
    }
    var total: Value?
    var inputs: [FigureInput] = []
    for entry in wanted {
      let name = "channels.\(id).costs.\(entry.id.value)"
      guard let figure = figure(name) else { continue }
      var value =
        figure.quantity.map { inPlan($0).map { Value.quantity($0) } ?? .missing(unknownCost(name)) } ?? figure.value
      if let share = entry.value.split?[id] {
        value = Arithmetic.product(value, .quantity(share.value))
        inputs.append(FigureInput("\(name).split.\(id)", .quantity(share.value), place: share.range))
      }
      inputs.append(FigureInput(figure))
      total = total.map { Arithmetic.sum($0, value) } ?? value
    }
    let formula = kind.map { "Σ costs of class \($0.rawValue)" } ?? "Σ costs, direct and hidden"
    return total.map {
      Figure(path, $0, dimension: money, formula: formula, inputs: inputs, place: costs.entries[0].id.range)
    }
  }

  /// One cost: as stated, else by `equals`, else its rate of a base or by a volume.
  private func costFigure(_ path: String, _ cost: Cost) -> Figure? {
    if let figure = stated(path, cost.amount, equals: cost.equals) { return figure }
    return charge(path, cost.rate, of: cost.base, volume: cost.volume)
  }

  /// A rate times what it is of, or times how many; nil without a rate, missing where nothing says of what.
  package func charge(
    _ path: String, _ rate: Located<Quantity>?, of base: Located<Expression>?, volume: Located<Quantity>? = nil
  ) -> Figure? {
    guard let rate else { return nil }
    let input = FigureInput("\(path).rate", .quantity(rate.value), place: rate.range)
    if let base {
      let evaluation = evaluate(base)
      return Figure(
        path, Arithmetic.product(.quantity(rate.value), evaluation.value),
        dimension: evaluation.dimension, formula: "\(rate.value.phrase(in: .english)) * \(base.value.text)",
        inputs: [input] + evaluation.inputs, place: rate.range)
    }
    guard let volume else {
      return Figure(path, .missing(unknownCost(path)), dimension: money, place: rate.range)
    }
    return Figure(
      path, Arithmetic.product(.quantity(rate.value), .quantity(volume.value)), formula: "rate * volume",
      inputs: [input, FigureInput("\(path).volume", .quantity(volume.value), place: volume.range)], place: rate.range)
  }

  // MARK: Pieces

  /// What the plan's money is counted in.
  var moneyUnit: Unit {
    plan.budget?.total?.value.unit ?? plan.currencyCode.map { Unit.currency($0) } ?? .none
  }

  var money: Dimension { .quantity(moneyUnit, .none) }

  func noAmount(_ path: String) -> Message {
    Message(en: "\(path) says no amount", hans: "\(path) 未写金额", hant: "\(path) 未寫金額")
  }

  /// One figure over another.
  func quotient(_ path: String, _ a: Figure, _ b: Figure, mark: Mark = .none, at place: SourceRange) -> Figure {
    var value = Arithmetic.quotient(a.value, b.value, divisor: b.path)
    if case .quantity(var quantity) = value {
      quantity.mark = mark
      value = .quantity(quantity)
    }
    return Figure(
      path, value, formula: "\(a.path) / \(b.path)", inputs: [FigureInput(a), FigureInput(b)], place: place)
  }
}
