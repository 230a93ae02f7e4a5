import PlanExpressions
package import PlanModel
import PlanQuantities
package import PlanText

/// What a method of allocation lacks to split money over channels.
package struct AllocationGap {
  package let method: String
  /// Where the method is written, or the section.
  package let place: SourceRange
  /// The channels that lack their input, in the order of the split.
  package let channels: [Table<Channel>.Entry]
}

/// What the channels that money is split over count by one method, in their order.
struct AllocationWeights {
  let each: [Figure]
  let inputs: [FigureInput]
  /// All their paths as a sum.
  let names: String
  let sum: Value
  /// The first that says why there is no share by this method.
  let lacking: Value?

  init(_ each: [Figure]) {
    self.each = each
    inputs = each.map { FigureInput($0) }
    names = each.map(\.path).joined(separator: " + ")
    lacking = each.first { $0.value.quantity == nil }?.value
    sum = each.dropFirst().reduce(each.first?.value ?? .quantity(Quantity(0))) { Arithmetic.sum($0, $1.value) }
  }
}

/// Shares of channels by the methods of `budget.allocation`.
///
/// `even` gives every channel the same; `by_return` gives in proportion to expected returns; `by_value` in proportion to
/// what the segments of a channel are worth: value of a customer times share of the audience, summed. A blend weighs
/// the shares. Locked channels keep their amounts and take no part.
extension Figures {
  /// The methods whose shares are worked out.
  package static let allocationMethods = ["even", "by_return", "by_value"]

  /// The channels money is split over, gathered anew; `splitChannels` keeps them.
  func channelsToSplitOver() -> [Table<Channel>.Entry] {
    guard let channels = plan.channels else { return [] }
    var chosen: [Table<Channel>.Entry]
    if let over = plan.budget?.allocation?.over {
      chosen = over.compactMap { id in channels.place(of: id.value).map { channels.entries[$0] } }
    } else {
      let parents = Set(channels.entries.compactMap { $0.value.parent?.value })
      let out = Set((plan.scope?.channelsOut ?? []).map(\.value))
      chosen = channels.entries.filter { !parents.contains($0.id.value) && !out.contains($0.id.value) }
    }
    chosen.removeAll { $0.value.locked?.value == true }
    return chosen
  }

  /// `allocation.by_return.live`: a share by one method; `allocation.live`: by the plan's blend.
  func allocationFigure(_ path: String, _ names: [String]) -> Figure? {
    if names.count == 2, Self.allocationMethods.contains(names[0]) {
      return splitPlaces[names[1]].map { methodShare(path, names[0], $0) }
    }
    guard let id = names.first, splitPlaces[id] != nil else { return nil }
    switch Array(names.dropFirst()) {
    case []: return blend(path, id)
    case ["amount"]: return blendAmount(path, id)
    default: return nil
    }
  }

  /// So many channels are named in each one's share: every one in all of them takes room by the square of their number.
  private static let mostNamed = 200

  private func methodShare(_ path: String, _ method: String, _ place: Int) -> Figure {
    let weights = weights(method)
    let (own, at) = (weights.each[place], splitChannels[place].id.range)
    if let lacking = weights.lacking { return Figure(path, lacking, dimension: .quantity(.none, .percent), place: at) }
    var share = Arithmetic.quotient(own.value, weights.sum, divisor: weights.names)
    if case .quantity(var quantity) = share {
      quantity.mark = .percent
      share = .quantity(quantity)
    }
    let formula: String
    if method == "even" {
      formula = "1 / \(weights.each.count)"
    } else if weights.each.count > Self.mostNamed {
      formula = "\(own.path) / Σ of \(weights.each.count) channels"
    } else {
      formula = "\(own.path) / (\(weights.names))"
    }
    return Figure(path, share, formula: formula, inputs: weights.inputs, place: at)
  }

  /// What the channels count by a method, which no supposition changes.
  private func weights(_ method: String) -> AllocationWeights {
    let figures = supposition?.base ?? self
    if let known = figures.allocationWeights[method] { return known }
    let weights = AllocationWeights(splitChannels.map { weight($0, method) })
    figures.allocationWeights[method] = weights
    return weights
  }

  /// What a channel counts by a method.
  private func weight(_ channel: Table<Channel>.Entry, _ method: String) -> Figure {
    let id = channel.id.value
    func missing(_ what: String) -> Figure {
      Figure(
        "channels.\(id).\(what)",
        .missing(
          Message(
            en: "channels.\(id) has no \(what)", hans: "channels.\(id) 缺少 \(what)", hant: "channels.\(id) 缺少 \(what)")),
        place: channel.id.range)
    }
    switch method {
    case "by_return":
      // A ratio is weighed as the number it is.
      guard let roi = channel.value.roi else { return missing("roi") }
      return Figure("channels.\(id).roi", .quantity(plain(roi.value)), place: roi.range)
    case "by_value": return userValue(channel) ?? missing("segments with value")
    default: return Figure("channels.\(id)", .quantity(Quantity(1)), place: channel.id.range)
    }
  }

  private func plain(_ quantity: Quantity) -> Quantity {
    Quantity(
      low: quantity.low, high: quantity.high, quantity.unit, bound: quantity.bound, vagueness: quantity.vagueness)
  }

  /// What the segments of a channel are worth: value of a customer times share of the audience.
  private func userValue(_ channel: Table<Channel>.Entry) -> Figure? {
    var total: Value?
    var inputs: [FigureInput] = []
    for id in channel.value.segments ?? [] {
      guard let part = segment(id.value), let share = part.share, let value = part.value,
        let worth = converted(value.value)
      else { return nil }
      let product = Arithmetic.product(.quantity(worth), .quantity(share.value))
      total = total.map { Arithmetic.sum($0, product) } ?? product
      inputs.append(FigureInput("\(id.value).value", .quantity(value.value), place: value.range))
      inputs.append(FigureInput("\(id.value).share", .quantity(share.value), place: share.range))
    }
    return total.map {
      Figure(
        "user value of channels.\(channel.id.value)", $0, formula: "Σ segment value * share", inputs: inputs,
        place: channel.id.range)
    }
  }

  /// A segment by its id, in whatever dimension it is.
  package func segment(_ id: String) -> PartShare? {
    for dimension in plan.segments?.entries ?? [] {
      if let part = dimension.value.parts?[id] { return part }
    }
    return nil
  }

  /// The methods' shares by their weights; nil without methods, missing where one of them has no share.
  private func blend(_ path: String, _ id: String) -> Figure? {
    guard let allocation = plan.budget?.allocation, let methods = allocation.methods, !methods.isEmpty else {
      return nil
    }
    var total: Value?
    var terms: [String] = []
    var inputs: [FigureInput] = []
    for method in methods.entries where !(method.value.value.isExact && method.value.value.value.isZero) {
      let name = "allocation.\(method.id.value).\(id)"
      guard let share = figure(name) else {
        let reason = Message(
          en: "\(method.id.value) is not computed", hans: "\(method.id.value) 未计算", hant: "\(method.id.value) 未計算")
        return Figure(path, .missing(reason), dimension: .quantity(.none, .percent), place: method.id.range)
      }
      let part = Arithmetic.product(.quantity(method.value.value), share.value)
      total = total.map { Arithmetic.sum($0, part) } ?? part
      terms.append("\(method.value.value.phrase(in: .english)) * \(name)")
      inputs.append(
        FigureInput(
          "budget.allocation.methods.\(method.id.value)", .quantity(method.value.value), place: method.value.range))
      inputs.append(FigureInput(share))
    }
    guard case .quantity(var quantity)? = total else {
      return total.map { Figure(path, $0, dimension: .quantity(.none, .percent), place: allocation.common.keyRange) }
    }
    quantity.mark = .percent
    return Figure(
      path, .quantity(quantity), formula: terms.joined(separator: " + "), inputs: inputs,
      place: allocation.common.keyRange)
  }

  /// The money a channel gets by the blend: its share of what is split, which is what the channels have now.
  private func blendAmount(_ path: String, _ id: String) -> Figure? {
    guard let share = figure("allocation.\(id)"), let whole = splitMoney else { return nil }
    let isLong = splitChannels.count > Self.mostNamed
    let terms = isLong ? whole.path : "(\(whole.formula ?? ""))"
    return Figure(
      path, Arithmetic.product(share.value, whole.value), dimension: money,
      formula: "allocation.\(id) * \(terms)",
      inputs: [FigureInput(share)] + (isLong ? [FigureInput(whole)] : whole.inputs), place: share.place)
  }

  /// What the channels that money is split over have now, together.
  func sumOfSplitChannels() -> Figure? {
    let paths = splitChannels.map { "channels.\($0.id.value)" }
    return sum("Σ of \(paths.count) channels", of: paths, at: plan.budget?.allocation?.common.keyRange ?? .nowhere)
  }

  /// What the methods of the plan's allocation lack, a method each.
  package var allocationGaps: [AllocationGap] {
    guard let allocation = plan.budget?.allocation, let methods = allocation.methods else { return [] }
    let channels = splitChannels
    return methods.entries.compactMap { method in
      guard method.value.value.high > 0 else { return nil }
      let lacking = channels.filter { channel in
        switch method.id.value {
        case "by_return": channel.value.roi == nil
        case "by_value": userValue(channel) == nil
        case "by_curve": channel.value.response == nil
        default: false
        }
      }
      return lacking.isEmpty ? nil : AllocationGap(method: method.id.value, place: method.id.range, channels: lacking)
    }
  }
}
