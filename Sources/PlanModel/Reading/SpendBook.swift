package import PlanQuantities
package import PlanText

/// Who spends the plan's money: every noun that costs something, and the lines or reserves that it says pay for it.
///
/// Money that several nouns speak of counts once. A channel's amount holds what its flights, its costs and the channels
/// below it take, and a module's what the partners take that provide it. Such nouns are `within` another, unless they
/// name a payer of their own that the other does not name.
package struct SpendBook: Sendable {
  /// In the order of the plan's sections.
  package private(set) var spenders: [Spender] = []
  /// The places of payments by the line or reserve that pays, in the order of the spenders.
  private var takings: [String: [Taking]] = [:]
  /// Kept only where there are too many to search.
  private var index: Index?
  /// Every line or reserve that a spender names, also one within another.
  private var named: Set<String> = []

  /// One noun that costs something.
  package struct Spender: Sendable {
    package let kind: Kind
    package let id: Located<String>
    /// Its path: `channels.live`, `channels.live.costs.rent`, `risks.outage.contingency`.
    package let path: String
    /// Its amount as written.
    package let amount: Located<Quantity>?
    /// Whether what it costs is derived: by `equals`, or by a rate.
    package let isDerived: Bool
    /// When its yearly cost runs, where that is not the plan's period.
    package let period: Period?
    /// Who pays, as it says itself or as the channel above it says.
    package let payer: Payer?
    /// The spender whose amount holds this one's.
    package internal(set) var within: Int?

    /// Whether it is a partner within the money of what it provides that says an amount.
    fileprivate var isPaidProvider: Bool { kind == .partner && within != nil && amount != nil }

    /// Whether it says what it costs; without, it takes what others leave of its line.
    package var saysAmount: Bool {
      if amount != nil || isDerived { return true }
      if case .several = payer { return true }
      return false
    }
  }

  package enum Kind: Sendable {
    case channel, cost, flight, module, partner, task, event, unit, commitment
    /// A task that answers a risk.
    case action
    /// What is done when a risk strikes; it is spent only then.
    case contingency
  }

  /// One payment out of a line or reserve.
  package struct Taking: Sendable {
    /// The place of the spender.
    package let spender: Int
    package let line: Located<String>
    /// What this line pays, where several do.
    package let part: Located<Quantity>?
  }

  package init(_ plan: Plan) {
    if let channels = plan.channels { add(channels) }
    if let flights = plan.flights { add(flights, in: plan.channels) }
    if let channels = plan.channels { addCosts(of: channels) }
    if let modules = plan.modules { add(modules) }
    if let partners = plan.partners { add(partners) }
    for entry in plan.tasks?.entries ?? [] {
      add(entry.value, .task, entry.id, "tasks.\(entry.id.value)")
    }
    for entry in plan.events?.entries ?? [] where entry.value.amount != nil || entry.value.paidBy != nil {
      let event = entry.value
      add(
        .event, entry.id, "events.\(entry.id.value)", event.amount, event.paidBy,
        period: event.period?.value)
    }
    for entry in plan.team?.units?.entries ?? [] where entry.value.paidBy != nil {
      add(.unit, entry.id, "team.units.\(entry.id.value)", nil, entry.value.paidBy)
    }
    for entry in plan.commitments?.entries ?? [] {
      let commitment = entry.value
      add(
        .commitment, entry.id, "commitments.\(entry.id.value)", commitment.amount,
        commitment.paidBy, isDerived: commitment.equals != nil || commitment.rate != nil)
    }
    for risk in plan.risks?.entries ?? [] {
      for action in risk.value.actions?.entries ?? [] {
        add(action.value, .action, action.id, "risks.\(risk.id.value).actions.\(action.id.value)")
      }
      if let contingency = risk.value.contingency, contingency.amount != nil || contingency.paidBy != nil {
        add(
          .contingency, risk.id, "risks.\(risk.id.value).contingency", contingency.amount,
          contingency.paidBy)
      }
    }
    if spenders.count > 32 { index = Index(spenders) }
  }

  /// The places of many spenders.
  private struct Index {
    private(set) var byPath: [String: Int] = [:]
    private(set) var byHolder: [Int: [Int]] = [:]
    /// Partners by the lines they may be paid from besides.
    private(set) var providers: [String: [Int]] = [:]

    init(_ spenders: [Spender]) {
      for (place, spender) in spenders.enumerated() {
        if byPath[spender.path] == nil { byPath[spender.path] = place }
        guard let holder = spender.within else { continue }
        byHolder[holder, default: []].append(place)
        if spender.isPaidProvider {
          for line in Set(spender.payer?.lines ?? []) { providers[line, default: []].append(place) }
        }
      }
    }
  }

  package var isEmpty: Bool { spenders.isEmpty }

  /// What is paid out of a line or reserve itself, without the lines below it.
  package func takings(of line: String) -> [Taking] { takings[line] ?? [] }

  /// Whether any noun names a line or reserve as its payer.
  package func isNamed(_ line: String) -> Bool { named.contains(line) }

  /// The partners within the money of what they provide that say an amount and name this line too: they may be part of
  /// that money, or paid besides.
  package func providers(from line: String) -> [Int] {
    if let index { return index.providers[line] ?? [] }
    return spenders.indices.filter {
      spenders[$0].isPaidProvider && spenders[$0].payer?.lines.contains(line) == true
    }
  }

  /// The spenders whose money is within another's.
  package func parts(of spender: Int) -> [Int] {
    if let index { return index.byHolder[spender] ?? [] }
    return spenders.indices.filter { spenders[$0].within == spender }
  }

  /// The place of the spender at a path.
  package func place(of path: String) -> Int? {
    if let index { return index.byPath[path] }
    return spenders.firstIndex { $0.path == path }
  }

  // MARK: Channels

  /// Channels roll up: one below another whose amount is said is part of it. Channels stand first among the spenders, in
  /// the order of their table.
  private mutating func add(_ table: Table<Channel>) {
    let parents = table.entries.map { entry in entry.value.parent.flatMap { table.place(of: $0.value) } }
    let payers = Self.nearestAbove(parents) { table.entries[$0].value.paidBy != nil }
    for place in table.entries.indices {
      let entry = table.entries[place]
      let payer = entry.value.paidBy ?? payers[place].flatMap { table.entries[$0].value.paidBy }
      spenders.append(
        Spender(
          kind: .channel, id: entry.id, path: "channels.\(entry.id.value)",
          amount: entry.value.amount, isDerived: false, period: nil, payer: payer, within: nil))
      named.formUnion(payer?.lines ?? [])
    }
    let holders = Self.nearestAbove(parents) { spenders[$0].saysAmount }
    for place in table.entries.indices {
      guard let holder = holders[place] else { continue }
      if !paysItself(place, besides: holder, isOwn: table.entries[place].value.paidBy != nil) {
        spenders[place].within = holder
      }
    }
    // A channel that says no amount is what the channels below it are, where these are paid for.
    let made = Set(table.entries.indices.filter { spenders[$0].payer != nil }.compactMap { parents[$0] })
    for place in table.entries.indices where spenders[place].within == nil {
      if spenders[place].saysAmount || !made.contains(place) { record(place) }
    }
  }

  /// For each channel the nearest above it that is as asked for; a circle ends where it closes.
  private static func nearestAbove(_ parents: [Int?], where isWanted: (Int) -> Bool) -> [Int?] {
    var nearest: [Int?] = Array(repeating: nil, count: parents.count)
    var isKnown = Array(repeating: false, count: parents.count)
    for start in parents.indices where !isKnown[start] {
      // Upwards to what is known, to the top, or to where a circle closes; then down again.
      var path: [Int] = []
      var next: Int? = start
      while let place = next, !isKnown[place] {
        isKnown[place] = true
        path.append(place)
        next = parents[place]
      }
      var found: Int? = next.flatMap { isWanted($0) ? $0 : nearest[$0] }
      if let closing = next, let first = path.firstIndex(of: closing) {
        // Round the circle once for what its last channel finds above itself, then on for each.
        found = nil
        for place in path[first...].reversed() where isWanted(place) { found = place }
      }
      for place in path.reversed() {
        nearest[place] = found == place ? nil : found
        if isWanted(place) { found = place }
      }
    }
    return nearest
  }

  private mutating func add(_ flights: Table<Flight>, in channels: Table<Channel>?) {
    for entry in flights.entries {
      let flight = entry.value
      let channel = flight.channel.flatMap { channels?.place(of: $0.value) }
      add(
        .flight, entry.id, "flights.\(entry.id.value)", flight.amount,
        flight.paidBy ?? channel.flatMap { spenders[$0].payer }, within: channel, isOwn: flight.paidBy != nil)
    }
  }

  private mutating func addCosts(of channels: Table<Channel>) {
    for place in channels.entries.indices {
      guard let costs = channels.entries[place].value.costs else { continue }
      // What is forgone is not spent.
      for entry in costs.entries where entry.value.kind?.value != .opportunity {
        let cost = entry.value
        add(
          .cost, entry.id, "\(spenders[place].path).costs.\(entry.id.value)", cost.amount,
          cost.paidBy ?? spenders[place].payer, isDerived: cost.equals != nil || cost.rate != nil, within: place,
          isOwn: cost.paidBy != nil)
      }
    }
  }

  // MARK: Others

  private mutating func add(_ modules: Table<Module>) {
    for entry in modules.entries where entry.value.existing?.value != true || entry.value.paidBy != nil {
      add(
        .module, entry.id, "modules.\(entry.id.value)", entry.value.amount,
        entry.value.paidBy)
    }
  }

  /// A partner is paid from the money of what it provides, where both name one line.
  private mutating func add(_ partners: Table<Partner>) {
    let works = spenders.indices.filter { spenders[$0].kind == .channel || spenders[$0].kind == .module }
    let places = Dictionary(grouping: works) { spenders[$0].id.value }
    for entry in partners.entries {
      let partner = entry.value
      let lines = partner.paidBy?.lines ?? []
      let provided = (partner.provides ?? []).lazy.compactMap { [spenders] provided in
        places[provided.value]?.first { spenders[$0].payer?.lines.contains(where: lines.contains) == true }
      }.first
      add(
        .partner, entry.id, "partners.\(entry.id.value)", partner.amount, partner.paidBy,
        within: provided)
    }
  }

  private mutating func add(_ task: WorkTask, _ kind: Kind, _ id: Located<String>, _ path: String) {
    guard task.amount != nil || task.paidBy != nil else { return }
    add(kind, id, path, task.amount, task.paidBy)
  }

  /// Adds a spender.
  ///
  /// - Parameters:
  ///   - within: whose amount may hold it.
  ///   - isOwn: whether the payer is its own word.
  private mutating func add(
    _ kind: Kind, _ id: Located<String>, _ path: String, _ amount: Located<Quantity>?,
    _ payer: Payer?, isDerived: Bool = false, period: Period? = nil, within holder: Int? = nil, isOwn: Bool = true
  ) {
    let place = spenders.count
    spenders.append(
      Spender(
        kind: kind, id: id, path: path, amount: amount, isDerived: isDerived, period: period,
        payer: payer, within: nil))
    named.formUnion(payer?.lines ?? [])
    if let holder, !paysItself(place, besides: holder, isOwn: isOwn) {
      spenders[place].within = holder
    } else {
      record(place)
    }
  }

  /// Whether a spender names lines of its own, none of which pays what could hold it.
  private func paysItself(_ place: Int, besides holder: Int, isOwn: Bool) -> Bool {
    guard isOwn, let own = spenders[place].payer?.lines else { return false }
    let held = spenders[holder].payer?.lines ?? []
    return !own.contains(where: held.contains)
  }

  /// Enters what a spender takes from each line it names.
  private mutating func record(_ place: Int) {
    switch spenders[place].payer {
    case nil: return
    case .one(let line): takings[line.value, default: []].append(Taking(spender: place, line: line, part: nil))
    case .several(let parts):
      for (line, amount) in parts {
        takings[line.value, default: []].append(Taking(spender: place, line: line, part: amount))
      }
    }
  }
}

extension Payer {
  /// The lines or reserves that pay.
  package var lines: [String] {
    switch self {
    case .one(let line): [line.value]
    case .several(let parts): parts.map(\.line.value)
    }
  }

  /// Where it is written: the first line that it names.
  package var place: SourceRange? {
    switch self {
    case .one(let line): line.range
    case .several(let parts): parts.first?.line.range
    }
  }
}
