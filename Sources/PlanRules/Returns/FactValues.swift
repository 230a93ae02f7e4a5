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
    for place in evidence.entries.indices {
      // What other companies reached differs from one to the next.
      guard let measure = evidence.entries[place].value.measure?.value,
        evidence.entries[place].value.kind?.value != .case, Self.figure(evidence.entries[place].value) != nil
      else { continue }
      if let group = groups.firstIndex(where: { $0.measure == measure }) {
        groups[group].places.append(place)
      } else {
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
    for later in facts.indices {
      for earlier in facts.indices.prefix(upTo: later) {
        let (a, b) = (facts[earlier], facts[later])
        guard Self.isOneThing(a.value, b.value), let first = Self.figure(a.value), let second = Self.figure(b.value),
          excludes(first.value, second.value, context)
        else { continue }
        let isOneSource = Self.isSame(a.value.common.source, b.value.common.source)
        let isOneTime = Self.isOneTime(a.value, b.value)
        guard isOneTime || (isOneSource && Self.isEdition(a.value.common.source)) else { continue }
        // Facts that say how they define the measure differ for a reason; that is the other finding.
        if let one = a.value.common.note, let other = b.value.common.note, !Self.isSame(one, other) { continue }
        report(a, first, b, second, measure, isOneSource: isOneSource)(context)
        return true
      }
    }
    return false
  }

  private static func isOneThing(_ a: Evidence, _ b: Evidence) -> Bool {
    (a.kind?.value ?? .market) == (b.kind?.value ?? .market)
      && (a.place == nil || b.place == nil || isSame(a.place, b.place))
  }

  private static func isOneTime(_ a: Evidence, _ b: Evidence) -> Bool {
    guard let first = a.common.asOf?.value, let second = b.common.asOf?.value else { return false }
    // Forecasts of one year by two houses may differ; what was measured may not.
    if a.kind?.value == .forecast, !isSame(a.common.source, b.common.source) { return false }
    return first == second
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
  private func excludes(_ a: Quantity, _ b: Quantity, _ context: RuleContext) -> Bool {
    guard a.unit == b.unit, Mark.compare(a.mark, b.mark) else { return false }
    // Two bounds of one side can both hold.
    if let first = a.bound, let second = b.bound { return Self.isLower(first) != Self.isLower(second) && apart(a, b) }
    let reach = context.resolved.approximate
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
    var definitions: [String] = []
    for fact in facts {
      guard let note = fact.value.common.note else { continue }
      let text = note.wordings.map(\.text).joined()
      if !definitions.contains(text) { definitions.append(text) }
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
    for entry in modules.entries {
      guard case .one(let line)? = entry.value.paidBy, let amount = entry.value.amount,
        let place = context.resolved.lines.place(of: line.value),
        let own = context.resolved.lines.entries[place].line.amount, own.value.unit == amount.value.unit,
        isAlone(entry.id.value, on: line.value, context), excludes(amount.value, own.value, context)
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

  /// Whether nothing else takes money of the line: no other noun names it, or it is the module's own by name and no other
  /// noun states an amount.
  private func isAlone(_ module: String, on line: String, _ context: RuleContext) -> Bool {
    let plan = context.plan
    let isOwn = module == line
    func takes(_ payer: Payer?, _ amount: Located<Quantity>?) -> Bool {
      switch payer {
      case .one(let id): id.value == line && (amount != nil || !isOwn)
      case .several(let parts): parts.contains { $0.line.value == line }
      case nil: false
      }
    }
    if plan.modules?.entries.contains(where: { $0.id.value != module && $0.value.pays(line) }) == true { return false }
    return !(plan.partners?.entries.contains { takes($0.value.paidBy, $0.value.amount) } ?? false)
      && !(plan.channels?.entries.contains { takes($0.value.paidBy, $0.value.amount) } ?? false)
      && !(plan.flights?.entries.contains { takes($0.value.paidBy, $0.value.amount) } ?? false)
      && !(plan.tasks?.entries.contains { takes($0.value.paidBy, $0.value.amount) } ?? false)
      && !(plan.commitments?.entries.contains { takes($0.value.paidBy, $0.value.amount) } ?? false)
  }

  // MARK: Milestones and their phases

  /// A milestone whose scale is past its phase's, or counted in something else.
  func checkScales(_ context: RuleContext) {
    guard let milestones = context.plan.milestones, let phases = context.plan.phases else { return }
    for entry in milestones.entries {
      guard let scale = entry.value.scale, let phase = phase(of: entry.value, phases), let whole = phase.value.scale
      else { continue }
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

  /// The phase a milestone names, else the one of the main timetable that its date lies in.
  private func phase(of milestone: Milestone, _ phases: Table<Phase>) -> Table<Phase>.Entry? {
    if let id = milestone.phase?.value { return phases.entries.first { $0.id.value == id } }
    guard let day = milestone.date?.value.last else { return nil }
    let found = phases.entries.filter { $0.value.trackName == "main" && $0.value.period?.value.contains(day) == true }
    return found.count == 1 ? found.first : nil
  }
}

extension Module {
  /// Whether a line pays for it, alone or with others.
  fileprivate func pays(_ line: String) -> Bool {
    switch paidBy {
    case .one(let id): id.value == line
    case .several(let parts): parts.contains { $0.line.value == line }
    case nil: false
    }
  }
}
