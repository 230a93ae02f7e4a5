import PlanAnalysis
import PlanExpressions
import PlanModel
import PlanQuantities
package import PlanText

/// Something the plan promises that costs money, and no line pays for it.
///
/// - zh-Hans: 计划承诺的内容需要花钱，却没有科目支付
/// - zh-Hant: 計畫承諾的內容需要花錢，卻沒有科目支付
///
/// ## Why it matters
/// What is promised and not paid for is either not done, or takes the money of something that was.
///
/// ## How to mend
/// Write `paid_by` with the line or reserve that pays, and `amount` where it does not take the whole line. What costs
/// nothing says so with an amount of 0; a module that is there already, with `existing: true`; a channel the plan only
/// names, under `scope.channels_out`.
///
/// Asked are channels, flights, modules, partners, trainings and commitments; tasks and other events only where they state
/// an amount.
///
/// ## Bad
/// ```yaml
/// budget: {total: CNY 1m, lines: {media: {amount: CNY 1m, owner: cmo, for: advertising}}}
/// commitments:
///   donation: {amount: CNY 160k, title: A share of every order}
/// ```
///
/// ## Mended
/// ```yaml
/// budget: {total: CNY 1m, lines: {media: {amount: CNY 1m, owner: cmo, for: advertising}}}
/// commitments:
///   donation: {amount: CNY 160k, paid_by: media, title: A share of every order}
/// ```
package struct UncostedCommitment: Rule {
  package static let code = "B321"
  package static let severity = Severity.warning
  package static let needsWholePlan = true

  package init() {}

  package func check(_ context: RuleContext) {
    checkChannels(context)
    for entry in context.plan.modules?.entries ?? [] {
      let module = entry.value
      guard module.paidBy == nil, !module.wrote("paid_by"), module.existing?.value != true, !isNothing(module.amount)
      else { continue }
      report("modules.\(entry.id.value)", entry.id, module.amount?.value, context)
    }
    for entry in context.plan.partners?.entries ?? [] {
      let partner = entry.value
      // Reward in kind: a contract, and no number of partners to pay.
      let isInKind = partner.contract != nil && partner.number == nil
      guard partner.paidBy == nil, !partner.wrote("paid_by"), !isInKind, !isNothing(partner.amount) else { continue }
      report("partners.\(entry.id.value)", entry.id, partner.amount?.value, context)
    }
    for entry in context.plan.events?.entries ?? [] {
      let event = entry.value
      guard event.paidBy == nil, !event.wrote("paid_by"), event.kind?.value == .training || event.amount != nil,
        !isNothing(event.amount)
      else { continue }
      report("events.\(entry.id.value)", entry.id, event.amount?.value, context)
    }
    for entry in context.plan.commitments?.entries ?? [] {
      let commitment = entry.value
      guard commitment.paidBy == nil, !commitment.wrote("paid_by") else { continue }
      let path = "commitments.\(entry.id.value)"
      let figure = context.figures.figure(path)
      if let amount = figure?.quantity, amount.isExact, amount.value.isZero { continue }
      report(path, entry.id, figure?.quantity, context, figure)
    }
    checkTasks(context)
  }

  private func isNothing(_ amount: Located<Quantity>?) -> Bool { amount.map { $0.value.high.isZero } ?? false }

  // MARK: Channels and flights

  /// A channel is paid for by itself or a channel above it, by what is below it, by its flights, or by its costs.
  private func checkChannels(_ context: RuleContext) {
    guard let channels = context.plan.channels, !channels.isEmpty else { return }
    let book = context.figures.spending
    let out = Set((context.plan.scope?.channelsOut ?? []).map(\.value))
    let isPaid = channels.entries.map { entry in
      guard let place = book.place(of: "channels.\(entry.id.value)") else { return true }
      return book.spenders[place].payer != nil || entry.value.wrote("paid_by") || out.contains(entry.id.value)
        || isNothing(entry.value.amount)
    }
    var unpaidFlights: [String: [Table<Flight>.Entry]] = [:]
    var paidFlights: Set<String> = []
    for flight in context.plan.flights?.entries ?? [] {
      guard let channel = flight.value.channel?.value else { continue }
      if flight.value.paidBy != nil || flight.value.wrote("paid_by") {
        paidFlights.insert(channel)
      } else if !isNothing(flight.value.amount) {
        unpaidFlights[channel, default: []].append(flight)
      }
    }
    let parents = channels.entries.map { entry in entry.value.parent.flatMap { channels.place(of: $0.value) } }
    // Whether something of a channel or below it is paid for, or so many stand below it, one under the other, that
    // nobody looks further.
    var isPartlyPaid = isPaid
    for (place, entry) in channels.entries.enumerated() {
      let pays =
        isPaid[place] || paidFlights.contains(entry.id.value)
        || entry.value.costs?.entries.contains { $0.value.paidBy != nil } == true
      var above: Int? = place
      for depth in 0...50 {
        guard let current = above else { break }
        if pays || depth == 50 { isPartlyPaid[current] = true }
        above = parents[current]
      }
    }
    for (place, entry) in channels.entries.enumerated() {
      let id = entry.id.value
      if isPaid[place] { continue }
      if isPartlyPaid[place] {
        for flight in unpaidFlights[id] ?? [] where paidFlights.contains(id) {
          report(
            "flights.\(flight.id.value)", flight.id, flight.value.amount?.value, context)
        }
        continue
      }
      // A channel below one that nobody pays is unpaid for the same reason.
      if let parent = parents[place], !isPartlyPaid[parent] { continue }
      report("channels.\(id)", entry.id, entry.value.amount?.value, context)
    }
  }

  private func checkTasks(_ context: RuleContext) {
    for spender in context.figures.spending.spenders where spender.kind == .task || spender.kind == .action {
      guard spender.payer == nil, let amount = spender.amount, !isNothing(amount) else { continue }
      if spender.kind == .task, context.plan.tasks?[spender.id.value]?.wrote("paid_by") == true { continue }
      report(spender.path, spender.id, amount.value, context)
    }
  }

  // MARK: Reporting

  private func report(
    _ path: String, _ id: Located<String>, _ amount: Quantity?, _ context: RuleContext, _ figure: Figure? = nil
  ) {
    context.report(Self.self, at: id.range) { finding(path, id, amount, context, figure) }
  }

  private func finding(
    _ path: String, _ id: Located<String>, _ amount: Quantity?, _ context: RuleContext, _ figure: Figure?
  ) -> Diagnostic {
    let total = context.plan.budget?.total
    let derivation = figure.flatMap { $0.formula == nil ? nil : Derivation($0, like: total?.value) }
    let message: Message
    if let amount, let total, exceeds(amount, total.value, context) {
      let (said, whole) = (Said(amount, like: total.value), Said(total.value, like: total.value))
      message = Message(
        en: "`\(path)` comes to \(said), more than the plan's total of \(whole), and no line pays for it",
        hans: "`\(path)` 需要\(said)，超过计划总额\(whole)，且没有科目支付",
        hant: "`\(path)` 需要\(said)，超過計畫總額\(whole)，且沒有科目支付")
    } else if let amount {
      let said = Said(amount, like: total?.value)
      message = Message(
        en: "`\(path)` costs \(said), and no line pays for it", hans: "`\(path)` 需要\(said)，却没有科目支付",
        hant: "`\(path)` 需要\(said)，卻沒有科目支付")
    } else {
      message = Message(
        en: "`\(path)` is promised without an amount, and no line pays for it",
        hans: "计划承诺了 `\(path)`，但未写金额，也没有科目支付", hant: "計畫承諾了 `\(path)`，但未寫金額，也沒有科目支付")
    }
    var totalLabel: [Diagnostic.Label] = []
    if amount != nil, let total { totalLabel = [.init(total.range, .figure("budget.total", total.value))] }
    return Diagnostic(
      Self.self, at: id.range, message, labels: (derivation?.labels ?? []) + totalLabel,
      notes: derivation.map { [$0.note] } ?? [], help: help(path))
  }

  /// Whether money is surely more than the plan's total.
  private func exceeds(_ amount: Quantity, _ total: Quantity, _ context: RuleContext) -> Bool {
    guard let money = context.span(amount, in: total.unit) ?? context.span(amount, in: total.unit * .perTime) else {
      return false
    }
    return money.exceeds(context.span(total), by: 0)
  }

  private func help(_ path: String) -> Message {
    let way: Message
    if path.hasPrefix("modules.") {
      way = Message(
        en: "write `amount: 0` with its currency or `existing: true` if it costs nothing",
        hans: "若不花钱，请写零金额或 `existing: true`", hant: "若不花錢，請寫零金額或 `existing: true`")
    } else if path.hasPrefix("channels.") {
      way = Message(
        en: "list it under `scope.channels_out` if the plan only names it", hans: "若计划只是提及，请列入 `scope.channels_out`",
        hant: "若計畫只是提及，請列入 `scope.channels_out`")
    } else {
      way = Message(
        en: "write an amount of 0 if it costs nothing", hans: "若不花钱，请写零金额", hant: "若不花錢，請寫零金額")
    }
    return Message(
      en: "write `paid_by` with the line or reserve that pays, take it out, or \(way)",
      hans: "请以 `paid_by` 写明支付的科目或预留，或删去；\(way)", hant: "請以 `paid_by` 寫明支付的科目或預留，或刪去；\(way)")
  }
}
