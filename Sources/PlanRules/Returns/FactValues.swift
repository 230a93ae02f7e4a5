import PlanAnalysis
import PlanExpressions
import PlanModel
import PlanQuantities
import PlanText

extension OneFactTwoValues {
  // MARK: Evidence of one measure

  /// Facts of one measure that cannot all be true, or that define it in several ways.
  func checkEvidence(_ context: RuleContext) {
    guard let evidence = context.plan.evidence, evidence.count > 1 else { return }
    var groups: [(measure: String, places: [Int])] = []
    var groupOf: [String: Int] = [:]
    for place in evidence.entries.indices {
      // What other companies reached differs from one to the next.
      guard let measure = evidence.entries[place].value.measure?.value,
        evidence.entries[place].value.kind?.value != .case, Self.figure(evidence.entries[place].value) != nil
      else { continue }
      if let group = groupOf[measure] {
        groups[group].places.append(place)
      } else {
        groupOf[measure] = groups.count
        groups.append((measure, [place]))
      }
    }
    for group in groups where group.places.count > 1 {
      let facts = group.places.map { evidence.entries[$0] }
      if !checkContradiction(facts, group.measure, context) { checkDefinitions(facts, group.measure, context) }
    }
  }

  private static func figure(_ fact: Evidence) -> Located<Quantity>? {
    guard let value = fact.value, let quantity = value.value.quantity else { return nil }
    return Located(quantity, at: value.range)
  }

  /// Two facts of one time, or of one numbered source, with values that exclude each other. Gives whether it found any.
  private func checkContradiction(
    _ facts: [Table<Evidence>.Entry], _ measure: String, _ context: RuleContext
  ) -> Bool {
    let reach = context.resolved.approximate
    var numbers = TextNumbers()
    // Facts that differ from all before them, by what decides whether they contradict another.
    var (places, traits, figures): ([Int], [Traits], [Quantity]) = ([], [], [])
    var known: Set<Saying> = []
    var held: [Ground: [Int]] = [:]
    for later in facts.indices {
      guard let second = Self.figure(facts[later].value) else { continue }
      let own = Traits(facts[later].value, second.value, &numbers)
      // Two that say the same contradict the same facts, and never each other: the first of them stands for both.
      guard known.insert(Saying(traits: own, figure: second.value)).inserted else { continue }
      let rivals = own.grounds.compactMap { ground in
        held[ground]?.first { traits[$0].mayContradict(own) && excludes(figures[$0], second.value, reach) }
      }
      if let earlier = rivals.min(), let first = Self.figure(facts[places[earlier]].value) {
        let (a, b) = (facts[places[earlier]], facts[later])
        let isOneSource = Self.isSame(a.value.common.source, b.value.common.source)
        report(a, first, b, second, measure, isOneSource: isOneSource)(context)
        return true
      }
      for ground in own.grounds { held[ground, default: []].append(places.count) }
      places.append(later)
      traits.append(own)
      figures.append(second.value)
    }
    return false
  }

  /// Numbers for texts, the same for those of the same words: a text is read once, and not for every pair of facts.
  private struct TextNumbers {
    private var numbers: [[String]: Int] = [:]

    mutating func number(_ text: Text?) -> Int? {
      guard let words = text?.wordings.map(\.text) else { return nil }
      if let number = numbers[words] { return number }
      let number = numbers.count
      numbers[words] = number
      return number
    }
  }

  /// What of a fact, beside its figure, decides whether it contradicts another.
  private struct Traits: Hashable {
    let kind: Evidence.Kind
    let time: Period?
    /// Place, source and note, by their numbers.
    let place: Int?
    let source: Int?
    let note: Int?
    /// Whether its source has each figure once.
    let isEdition: Bool
    /// On which side its figure is bounded; nil where it is not.
    let isLower: Bool?

    init(_ fact: Evidence, _ figure: Quantity, _ numbers: inout TextNumbers) {
      kind = fact.kind?.value ?? .market
      time = fact.common.asOf?.value
      place = numbers.number(fact.place)
      source = numbers.number(fact.common.source)
      note = numbers.number(fact.common.note)
      isEdition = OneFactTwoValues.isEdition(fact.common.source)
      isLower = figure.bound.map { OneFactTwoValues.isLower($0) }
    }

    /// Where it meets what it may contradict: in its time, and in its source.
    var grounds: [Ground] {
      var grounds: [Ground] = []
      // Forecasts of one year by two houses may differ; what was measured may not.
      if let time, kind != .forecast || source != nil {
        grounds.append(Ground(kind: kind, time: time, source: kind == .forecast ? source : nil))
      }
      if isEdition { grounds.append(Ground(kind: kind, time: nil, source: source)) }
      return grounds
    }

    /// Whether two facts that meet may contradict each other, going by all but their figures.
    func mayContradict(_ other: Traits) -> Bool {
      // Two bounds of one side can both hold.
      (isLower == nil || isLower != other.isLower)
        && (place == nil || other.place == nil || place == other.place)
        // Facts that say how they define the measure differ for a reason; that is the other finding.
        && (note == nil || other.note == nil || note == other.note)
    }
  }

  /// What a fact says, as far as it can contradict another.
  private struct Saying: Hashable {
    let traits: Traits
    let figure: Quantity
  }

  /// What facts have in common that contradict each other, beside their measure.
  private struct Ground: Hashable {
    let kind: Evidence.Kind
    let time: Period?
    let source: Int?
  }

  private static func isSame(_ a: Text?, _ b: Text?) -> Bool {
    guard let a, let b else { return false }
    return a.wordings.map(\.text) == b.wordings.map(\.text)
  }

  /// Whether a source is one numbered or dated edition, which has each figure once, and no office that publishes anew.
  private static func isEdition(_ source: Text?) -> Bool {
    source?.wordings.contains { $0.text.contains(where: \.isNumber) } ?? false
  }

  /// Whether two figures cannot both hold, each at its own precision.
  ///
  /// - Parameter reach: how far a vague figure reaches.
  private func excludes(_ a: Quantity, _ b: Quantity, _ reach: Fraction) -> Bool {
    guard a.unit == b.unit, Mark.compare(a.mark, b.mark) else { return false }
    // Two bounds of one side can both hold.
    if let first = a.bound, let second = b.bound { return Self.isLower(first) != Self.isLower(second) && apart(a, b) }
    return [agreement(stated: a, derived: b, approximate: reach), agreement(stated: b, derived: a, approximate: reach)]
      .allSatisfy { result in
        switch result {
        case .differs, .roundedTheWrongWay: true
        case .agrees, .unknown, .onTheBound, .unlike: false
        }
      }
      && (a.bound == nil && b.bound == nil || apart(a, b))
  }

  private static func isLower(_ bound: Bound) -> Bool { bound == .over || bound == .atLeast }

  /// Whether a lower bound lies above a figure or upper bound.
  private func apart(_ a: Quantity, _ b: Quantity) -> Bool {
    func reaches(_ quantity: Quantity) -> (low: Fraction?, high: Fraction?) {
      guard let bound = quantity.bound else { return (quantity.low, quantity.high) }
      return Self.isLower(bound) ? (quantity.low, nil) : (nil, quantity.high)
    }
    let (first, second) = (reaches(a), reaches(b))
    if let low = first.low, let high = second.high, low > high { return true }
    if let low = second.low, let high = first.high, low > high { return true }
    return false
  }

  private func report(
    _ a: Table<Evidence>.Entry, _ first: Located<Quantity>, _ b: Table<Evidence>.Entry, _ second: Located<Quantity>,
    _ measure: String, isOneSource: Bool
  ) -> (RuleContext) -> Void {
    let why =
      isOneSource
      ? Message(en: "of one source", hans: "出自同一来源", hant: "出自同一來源")
      : Message(en: "of one time", hans: "为同一时期", hant: "為同一時期")
    let finding = Diagnostic(
      Self.self, at: second.range,
      Message(
        en: "`\(measure)` is \(first.value) in evidence `\(a.id.value)` and \(second.value) in `\(b.id.value)`, \(why)",
        hans: "`\(measure)` 在证据 `\(a.id.value)` 中为 \(first.value)，在 `\(b.id.value)` 中为 \(second.value)，且\(why)",
        hant: "`\(measure)` 在證據 `\(a.id.value)` 中為 \(first.value)，在 `\(b.id.value)` 中為 \(second.value)，且\(why)"),
      labels: [.init(first.range, .figure(a.id.value, first.value))],
      help: Message(
        en: "look the figure up again, and keep the one that holds; if they measure two things, name two measures",
        hans: "请重新核对并保留正确的一个；若所测不同，请用两个 measure", hant: "請重新核對並保留正確的一個；若所測不同，請用兩個 measure"),
      severity: isOneSource ? nil : .warning
    ).contradicting(
      Contradiction("evidence.\(b.id.value)", stated: second.value, recomputed: first.value))
    return { $0.report(finding) }
  }

  /// Facts with several values whose notes define the measure in several ways.
  private func checkDefinitions(_ facts: [Table<Evidence>.Entry], _ measure: String, _ context: RuleContext) {
    var definitions: Set<String> = []
    for fact in facts {
      guard let note = fact.value.common.note else { continue }
      definitions.insert(note.wordings.map(\.text).joined())
    }
    guard definitions.count > 1, let first = facts.first.flatMap({ Self.figure($0.value) }),
      facts.dropFirst().contains(where: { fact in
        Self.figure(fact.value).map { !$0.value.says(theSameAs: first.value) } ?? false
      }), let last = facts.last, let place = Self.figure(last.value)
    else { return }
    let values = facts.compactMap { fact in Self.figure(fact.value).map { (fact.id.value, $0) } }
    context.report(
      Diagnostic(
        Self.self, at: place.range,
        Message(
          en: "`\(measure)` is stated with \(values.count) values, by \(definitions.count) definitions",
          hans: "`\(measure)` 写了 \(values.count) 个值，且有 \(definitions.count) 种口径",
          hant: "`\(measure)` 寫了 \(values.count) 個值，且有 \(definitions.count) 種口徑"),
        label: .figure(last.id.value, place.value),
        labels: values.dropLast().map { .init($0.1.range, .figure($0.0, $0.1.value)) },
        help: Message(
          en: "keep one definition, or give each a measure of its own", hans: "请统一口径，或为不同口径各设一个 measure",
          hant: "請統一口徑，或為不同口徑各設一個 measure"), severity: .warning))
  }

  // MARK: Modules and their lines

  /// A module that has a line for itself, with another amount than the line's.
  func checkModules(_ context: RuleContext) {
    guard let modules = context.plan.modules else { return }
    let reach = context.resolved.approximate
    lazy var takers = Takers(context.plan)
    for entry in modules.entries {
      guard case .one(let line)? = entry.value.paidBy, let amount = entry.value.amount,
        let place = context.resolved.lines.place(of: line.value),
        let own = context.resolved.lines.entries[place].line.amount, own.value.unit == amount.value.unit,
        excludes(amount.value, own.value, reach), takers.isAlone(entry.id.value, on: line.value)
      else { continue }
      let id = entry.id.value
      context.report(
        Diagnostic(
          Self.self, at: amount.range,
          Message(
            en:
              "module `\(id)` costs \(amount.value), but its line `\(line.value)`, which pays for it alone, is \(own.value)",
            hans: "模块 `\(id)` 写作 \(amount.value)，而专为其列支的科目 `\(line.value)` 为 \(own.value)",
            hant: "模組 `\(id)` 寫作 \(amount.value)，而專為其列支的科目 `\(line.value)` 為 \(own.value)"),
          labels: [.init(own.range, .figure("budget.\(line.value)", own.value))],
          help: Message(
            en: "state \(own.value) in both places, or say what else the line pays for",
            hans: "两处请写同一金额，或写明该科目还支付什么", hant: "兩處請寫同一金額，或寫明該科目還支付什麼")
        ).contradicting(Contradiction("modules.\(id).amount", stated: amount.value, recomputed: own.value)))
    }
  }

  // MARK: Milestones and their phases

  /// A milestone whose scale is past its phase's, or counted in something else.
  func checkScales(_ context: RuleContext) {
    guard let milestones = context.plan.milestones, let phases = context.plan.phases,
      milestones.entries.contains(where: { $0.value.scale != nil })
    else { return }
    let main = MainPhases(phases)
    for entry in milestones.entries {
      guard let scale = entry.value.scale, let place = place(of: entry.value, phases, main),
        let whole = phases.entries[place].value.scale
      else { continue }
      let phase = phases.entries[place]
      let isOtherUnit = scale.value.unit != whole.value.unit
      guard isOtherUnit || (scale.value.low > whole.value.high && whole.value.bound.map(Self.isLower) != true) else {
        continue
      }
      context.report(
        Diagnostic(
          Self.self, at: scale.range,
          Message(
            en:
              "milestone `\(entry.id.value)` speaks of \(scale.value), its phase `\(phase.id.value)` of \(whole.value)",
            hans: "里程碑 `\(entry.id.value)` 的范围为 \(scale.value)，其阶段 `\(phase.id.value)` 为 \(whole.value)",
            hant: "里程碑 `\(entry.id.value)` 的範圍為 \(scale.value)，其階段 `\(phase.id.value)` 為 \(whole.value)"),
          labels: [.init(whole.range, .figure("phases.\(phase.id.value).scale", whole.value))],
          help: Message(
            en: "say both in one unit, and keep the milestone within its phase", hans: "请用同一单位表示，且里程碑不应超出其阶段的范围",
            hant: "請用同一單位表示，且里程碑不應超出其階段的範圍"), severity: isOtherUnit ? .warning : nil
        ).contradicting(
          Contradiction("milestones.\(entry.id.value).scale", stated: scale.value, recomputed: whole.value)))
    }
  }

  /// The place of the phase a milestone names, else of the one of the main timetable that its date lies in.
  private func place(of milestone: Milestone, _ phases: Table<Phase>, _ main: MainPhases) -> Int? {
    if let id = milestone.phase?.value { return phases.place(of: id) }
    return milestone.date.flatMap { main.place(of: $0.value.last) }
  }
}

/// Who takes money of each line, beside the lines below it.
private struct Takers {
  /// How many modules name a line.
  private var modules: [String: Int] = [:]
  /// Lines that another noun names with an amount, or among several lines.
  private var charged: Set<String> = []
  /// Lines that another noun names alone, without an amount.
  private var named: Set<String> = []

  init(_ plan: Plan) {
    for entry in plan.modules?.entries ?? [] {
      for line in Takers.lines(of: entry.value.paidBy) { modules[line, default: 0] += 1 }
    }
    for entry in plan.partners?.entries ?? [] { add(entry.value.paidBy, entry.value.amount) }
    for entry in plan.channels?.entries ?? [] { add(entry.value.paidBy, entry.value.amount) }
    for entry in plan.flights?.entries ?? [] { add(entry.value.paidBy, entry.value.amount) }
    for entry in plan.tasks?.entries ?? [] { add(entry.value.paidBy, entry.value.amount) }
    for entry in plan.commitments?.entries ?? [] { add(entry.value.paidBy, entry.value.amount) }
  }

  /// The lines that pay for something, each once.
  private static func lines(of payer: Payer?) -> Set<String> {
    switch payer {
    case .one(let id): [id.value]
    case .several(let parts): Set(parts.map(\.line.value))
    case nil: []
    }
  }

  private mutating func add(_ payer: Payer?, _ amount: Located<Quantity>?) {
    if case .one(let id)? = payer, amount == nil {
      named.insert(id.value)
    } else {
      charged.formUnion(Takers.lines(of: payer))
    }
  }

  /// Whether nothing else takes money of the line that pays for a module: no other noun names it, or it is the module's
  /// own by name and no other noun states an amount.
  func isAlone(_ module: String, on line: String) -> Bool {
    modules[line] == 1 && !charged.contains(line) && (module == line || !named.contains(line))
  }
}

/// Which phase of the main timetable a day lies in.
private struct MainPhases {
  /// From each day on which phases begin, or run no longer, in order: how many run, and the sum of their places, which
  /// is the place of a phase that runs alone.
  private var steps: [(day: CivilDate, count: Int, places: Int)] = []

  init(_ phases: Table<Phase>) {
    for place in phases.entries.indices where phases.entries[place].value.trackName == "main" {
      guard let period = phases.entries[place].value.period?.value else { continue }
      steps.append((period.first, 1, place))
      steps.append((period.last.adding(days: 1), -1, -place))
    }
    steps.sort { $0.day < $1.day }
    for step in steps.indices.dropFirst() {
      steps[step].count += steps[step - 1].count
      steps[step].places += steps[step - 1].places
    }
  }

  /// The place of the only phase that a day lies in; nil where there is none, or several.
  func place(of day: CivilDate) -> Int? {
    let after = steps.firstPlace { $0.day > day }
    guard after > 0, steps[after - 1].count == 1 else { return nil }
    return steps[after - 1].places
  }
}
