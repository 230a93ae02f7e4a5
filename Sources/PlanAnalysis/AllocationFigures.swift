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

/// Shares of channels by the methods of `budget.allocation`.
///
/// `even` gives every channel the same; `by_return` gives in proportion to expected returns; `by_value` in proportion to
/// what the segments of a channel are worth: value of a customer times share of the audience, summed. A blend weighs
/// the shares. Locked channels keep their amounts and take no part.
extension Figures {
  /// The methods whose shares are worked out.
  package static let allocationMethods = ["even", "by_return", "by_value"]

  /// The channels money is split over: those of `over`, else all that get money, which are those at the ends of the
  /// tree; without locked ones and those out of scope.
  package var splitChannels: [Table<Channel>.Entry] {
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
    let channels = splitChannels
    if names.count == 2, Self.allocationMethods.contains(names[0]) {
      guard let place = channels.firstIndex(where: { $0.id.value == names[1] }) else { return nil }
      return methodShare(path, names[0], place, channels)
    }
    guard let id = names.first, channels.contains(where: { $0.id.value == id }) else { return nil }
    switch Array(names.dropFirst()) {
    case []: return blend(path, id)
    case ["amount"]: return blendAmount(path, id, channels)
    default: return nil
    }
  }

  private func methodShare(_ path: String, _ method: String, _ place: Int, _ channels: [Table<Channel>.Entry])
    -> Figure?
  {
    let weights = channels.map { weight($0, method) }
    let at = channels[place].id.range
    if let lacking = weights.indices.first(where: { weights[$0].value.quantity == nil }) {
      return Figure(path, weights[lacking].value, dimension: .quantity(.none, .percent), place: at)
    }
    let sum = weights.dropFirst().reduce(weights[0].value) { Arithmetic.sum($0, $1.value) }
    let names = weights.map(\.path)
    var share = Arithmetic.quotient(weights[place].value, sum, divisor: names.joined(separator: " + "))
    if case .quantity(var quantity) = share {
      quantity.mark = .percent
      share = .quantity(quantity)
    }
    let formula =
      method == "even" ? "1 / \(channels.count)" : "\(names[place]) / (\(names.joined(separator: " + ")))"
    return Figure(
      path, share, formula: formula,
      inputs: method == "even"
        ? channels.map { FigureInput("channels.\($0.id.value)", .quantity(Quantity(1)), place: $0.id.range) }
        : weights.map { FigureInput($0) }, place: at)
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
  private func blendAmount(_ path: String, _ id: String, _ channels: [Table<Channel>.Entry]) -> Figure? {
    guard let share = figure("allocation.\(id)"),
      let whole = sum("\(path).whole", of: channels.map { "channels.\($0.id.value)" }, at: share.place ?? .nowhere)
    else { return nil }
    return Figure(
      path, Arithmetic.product(share.value, whole.value), dimension: money,
      formula: "allocation.\(id) * (\(whole.formula ?? ""))", inputs: [FigureInput(share)] + whole.inputs,
      place: share.place)
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
