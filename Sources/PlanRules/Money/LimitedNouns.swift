import PlanAnalysis
import PlanModel
import PlanQuantities
import PlanSchedule
import PlanText

/// Lines, categories, reserves, channels and KPIs as limits bound them.
extension RuleContext {
  /// Whether a limit holds for all of a period, so that nothing need be known of when money is spent.
  func isWhole(_ limit: Limit, _ period: Period?) -> Bool {
    guard let when = limit.period?.value else { return true }
    return period.map { when.contains($0) } ?? false
  }

  /// A name with the limit's period, where that is a part of the plan's: `budget.media` in 2025Q1.
  private func name(_ name: Message, in limit: Limit) -> Message {
    guard let when = limit.period?.value, !isWhole(limit, plan.period?.value) else { return name }
    return Message(en: "\(name) in \(when)", hans: "\(when)的\(Blank(name))", hant: "\(when)的\(Blank(name))")
  }

  /// What lines and reserves spend in a limit's period; nil where the plan does not say when.
  private func spent(_ ids: Set<String>, in when: Period?) -> MoneySpan? {
    guard let when, let spent = figures.moneyOverTime?.spent(in: when, of: ids) else { return nil }
    return MoneySpan(low: spent, high: spent)
  }

  private func key(_ words: String, _ limit: Limit) -> String {
    isWhole(limit, plan.period?.value) ? words : "\(words) \(limit.period?.value.text ?? "")"
  }

  // MARK: Lines

  func boundedLine(_ id: String, _ limit: Limit) -> [Bounded] {
    if let place = resolved.lines.place(of: id) { return line(place, limit) }
    guard let place = plan.budget?.reserves?.place(of: id), let entry = plan.budget?.reserves?.entries[place] else {
      return []
    }
    let isWhole = isWhole(limit, plan.period?.value)
    guard let money = isWhole ? money(reserve: place, in: moneyUnit) : spent([id], in: limit.period?.value) else {
      return []
    }
    return [
      Bounded(
        name: name(.code("budget.\(id)"), in: limit), money: money, unit: moneyUnit,
        place: self.place(ofReserve: entry),
        key: key("line \(id)", limit))
    ]
  }

  func topLine(_ place: Int, _ limit: Limit) -> [Bounded] {
    let entries = resolved.lines.entries
    return entries[place].parent == nil && !entries[place].isOperating ? line(place, limit) : []
  }

  private func line(_ place: Int, _ limit: Limit) -> [Bounded] {
    let entries = resolved.lines.entries
    let (id, unit) = (entries[place].id.value, unit(ofLine: place))
    let isWhole = isWhole(limit, entries[place].line.period?.value ?? plan.period?.value)
    guard let money = isWhole ? money(line: place, in: unit) : spent(leaves(of: place), in: limit.period?.value) else {
      return []
    }
    return [
      Bounded(
        name: name(.code("budget.\(id)"), in: limit), money: money, unit: unit, place: self.place(ofLine: place),
        key: key("line \(id)", limit))
    ]
  }

  /// The lines that make a line, down to those that are not made of others.
  private func leaves(of place: Int) -> Set<String> {
    var found: Set<String> = []
    addLeaves(of: place, to: &found)
    return found
  }

  private func addLeaves(of place: Int, to found: inout Set<String>) {
    let entries = resolved.lines.entries
    if entries[place].isLeaf { found.insert(entries[place].id.value) }
    for child in entries[place].children { addLeaves(of: child, to: &found) }
  }

  // MARK: Categories

  /// The categories of the plan's lines, each once, in the order written.
  var writtenCategories: [String] {
    var found: [String] = []
    var seen: Set<String> = []
    for entry in resolved.lines.entries where entry.isLeaf && !entry.isOperating {
      if let category = entry.category?.value, seen.insert(category).inserted { found.append(category) }
    }
    return found
  }

  /// The money of a category's lines; what lines of no category add could belong to it too.
  func boundedCategory(_ category: String, _ limit: Limit, _ total: Located<Quantity>) -> [Bounded] {
    let sums = categorySums(in: isWhole(limit, plan.period?.value) ? nil : limit.period?.value)
    let own = sums.categories[category] ?? CategorySums.Category(money: .nothing, place: total.range)
    guard let open = sums.open, let sure = own.money else { return [] }
    let most = sure + open
    let words = Message(en: "category `\(category)`", hans: "类别 `\(category)` ", hant: "類別 `\(category)` ")
    let money = MoneySpan(low: sure.low, high: most.high, isConverted: most.isConverted)
    return [
      Bounded(
        name: name(words, in: limit), money: money, unit: moneyUnit, place: own.place,
        key: key("category \(category)", limit))
    ]
  }

  /// The money of the lines by category.
  ///
  /// - Parameter when: the period that it is spent in; nil for all of it.
  private func categorySums(in when: Period?) -> CategorySums {
    if let known = limitMemo.categories[when] { return known }
    var sums = CategorySums()
    let entries = resolved.lines.entries
    for place in entries.indices where entries[place].isLeaf && !entries[place].isOperating {
      let part = when == nil ? money(line: place, in: moneyUnit) : spent([entries[place].id.value], in: when)
      guard let category = entries[place].category?.value else {
        sums.open = sum(sums.open, part)
        continue
      }
      let first = CategorySums.Category(money: .nothing, place: self.place(ofLine: place))
      var own = sums.categories[category] ?? first
      own.money = sum(own.money, part)
      sums.categories[category] = own
    }
    limitMemo.categories.keep(sums, for: when, weight: sums.categories.count)
    return sums
  }

  /// The sum of two; nil where either cannot be told.
  private func sum(_ a: MoneySpan?, _ b: MoneySpan?) -> MoneySpan? {
    guard let a, let b else { return nil }
    return a + b
  }

  // MARK: Reserves

  func boundedReserves(_ purpose: Reserve.Purpose, _ limit: Limit, _ unit: Unit) -> [Bounded] {
    let entries = (plan.budget?.reserves?.entries ?? []).filter {
      purpose == .any || $0.value.purpose?.value == purpose
    }
    let isWhole = isWhole(limit, plan.period?.value)
    let sum =
      isWhole
      ? moneyOfReserves(for: purpose, in: unit) : spent(Set(entries.map(\.id.value)), in: limit.period?.value)
    guard let first = entries.first.map({ place(ofReserve: $0) }) ?? plan.budget?.total?.range, let money = sum else {
      return []
    }
    let words = ReservePurpose(purpose)
    return [
      Bounded(
        name: name(Message(en: "the sum of \(words)", hans: "\(words)合计", hant: "\(words)合計"), in: limit), money: money,
        unit: unit,
        place: first, key: key("reserve \(purpose.rawValue)", limit))
    ]
  }

  // MARK: Channels

  /// A channel's money: what it says, what it takes of the lines that pay it, or what its parts come to.
  func money(channel id: String, in unit: Unit, deepest: Int = 16) -> MoneySpan? {
    guard let channel = plan.channels?[id], deepest > 0 else { return nil }
    if let amount = channel.amount { return span(amount.value, in: unit) }
    if let figure = figures.figure("channels.\(id)")?.quantity { return span(figure, in: unit) }
    guard let parts = channelParts()[id] else { return nil }
    var sum = MoneySpan.nothing
    for part in parts {
      guard let money = money(channel: part, in: unit, deepest: deepest - 1) else { return nil }
      sum = sum + money
    }
    return sum
  }

  /// The channels that are part of each, in the order written.
  private func channelParts() -> [String: [String]] {
    if let known = limitMemo.channelParts { return known }
    var parts: [String: [String]] = [:]
    for entry in plan.channels?.entries ?? [] {
      if let parent = entry.value.parent?.value { parts[parent, default: []].append(entry.id.value) }
    }
    limitMemo.channelParts = parts
    return parts
  }

  func boundedChannel(_ id: String, _ limit: Limit, _ unit: Unit) -> [Bounded] {
    guard let channels = plan.channels, let place = channels.place(of: id), isWhole(limit, plan.period?.value),
      let money = money(channel: id, in: unit)
    else { return [] }
    let entry = channels.entries[place]
    return [
      Bounded(
        name: Message(en: "channel `\(id)`", hans: "渠道 `\(id)` ", hant: "通路 `\(id)` "), money: money, unit: unit,
        place: entry.value.amount?.range ?? entry.id.range, key: "channel \(id)")
    ]
  }

  /// Every channel that is not part of another. A cap on concentration lets be those that give a `reason`, and a plan
  /// of one channel.
  func eachChannel(_ limit: Limit, _ unit: Unit) -> [Bounded] {
    let all = (plan.channels?.entries ?? []).filter { $0.value.parent == nil }
    if limit.atMost != nil, all.count < 2 { return [] }
    return all.flatMap { entry in
      limit.atMost != nil && entry.value.reason?.isEmpty == false ? [] : boundedChannel(entry.id.value, limit, unit)
    }
  }

  // MARK: KPIs

  /// The level that the plan aims at for a KPI.
  func boundedKPI(_ id: String) -> [Bounded] {
    guard let kpis = plan.kpis, let range = kpis.range(of: id), let figure = figures.figure("kpis.\(id).target"),
      let target = figure.quantity
    else { return [] }
    let targets = figures.objectives(of: id).lazy.compactMap { self.plan.objectives?.entries[$0].value.target }
    return [
      Bounded(
        name: Message(en: "the target of `\(id)`", hans: "`\(id)` 的目标", hant: "`\(id)` 的目標"), money: span(target),
        unit: target.unit, mark: target.mark, place: figure.place ?? targets.first?.range ?? range,
        key: "kpi \(id)")
    ]
  }
}

/// A name inside a Chinese sentence, set off by a blank where it begins with a code.
private struct Blank: Phrased {
  let name: Message

  init(_ name: Message) { self.name = name }

  func phrase(in language: Language) -> String {
    let text = name.text(in: language)
    return text.hasPrefix("`") ? " " + text : text
  }
}
