import PlanAnalysis
import PlanExpressions
import PlanModel
import PlanText

extension CompiledPlan {
  /// What a reader calls the figure at a path: 技术, Net present value, 试点期（起）; the path itself where nothing says.
  func name(ofFigure path: String) -> String {
    let names = Figures.names(of: path)
    guard names.count > 1 else { return part(names.first ?? path, suffix: nil) ?? oneLine(path) }
    let (id, suffix) = (names[1], names.count > 2 ? names[2] : nil)
    switch names[0] {
    case "budget" where id == "phasing":
      guard let phase = suffix, let common = plan.phases?[phase]?.common else { return oneLine(path) }
      return named(name(common, id: phase), "share")
    case "budget": return budgetName(id).map { named($0, suffix) } ?? oneLine(path)
    case "feasibility": return feasibilityName(id, suffix) ?? oneLine(path)
    case "assumptions", "kpis": return part(id, suffix: suffix) ?? oneLine(path)
    case "objectives": return plan.objectives?[id].map { named(name($0.common, id: id), suffix) } ?? oneLine(path)
    case "phases": return plan.phases?[id].map { named(name($0.common, id: id), suffix) } ?? oneLine(path)
    case "milestones": return plan.milestones?[id].map { named(name($0.common, id: id), suffix) } ?? oneLine(path)
    case "tasks": return plan.tasks?[id].map { named(name($0.common, id: id), suffix) } ?? oneLine(path)
    case "limits": return limitName(id)
    case "claims": return plan.claims?[id].map { claimName($0, id) } ?? oneLine(path)
    case "risks" where id == "expected" && suffix == nil: return word(SectionWord.expected)
    case "risks": return plan.risks?[id].map { named(name($0.common, id: id), suffix) } ?? oneLine(path)
    case "channels": return channelName(id, Array(names.dropFirst(2))) ?? oneLine(path)
    case "flights": return plan.flights?[id].map { named(name($0.common, id: id), suffix) } ?? oneLine(path)
    case "modules": return plan.modules?[id].map { named(name($0.common, id: id), suffix) } ?? oneLine(path)
    case "partners": return plan.partners?[id].map { named(name($0.common, id: id), suffix) } ?? oneLine(path)
    case "commitments": return plan.commitments?[id].map { named(name($0.common, id: id), suffix) } ?? oneLine(path)
    case "allocation": return allocationName(id, suffix) ?? oneLine(path)
    case "team" where id == "headcount": return word(Message(en: "Headcount", hans: "编制人数", hant: "編制人數"))
    default: return part(names[0], suffix: id) ?? oneLine(path)
    }
  }

  func word(_ message: Message) -> String { message.text(in: language) }

  /// A claim by its title, else by the figure it repeats.
  private func claimName(_ claim: Claim, _ id: String) -> String {
    if let title = text(claim.common.title) { return title }
    if let path = claim.equals?.value.bareReference, figures.figure(path.text) != nil {
      return name(ofFigure: path.text)
    }
    return oneLine(id)
  }

  /// A limit's title in the plan or in a policy above it.
  private func limitName(_ id: String) -> String {
    let own = plan.limits?[id]?.common.title
    return text(own ?? resolved.house.limits.first { $0.id.value == id }?.limit.common.title) ?? oneLine(id)
  }

  private func part(_ id: String, suffix: String?) -> String? {
    if let assumption = plan.assumptions?[id] { return named(name(assumption.common, id: id), suffix) }
    return plan.kpis?[id].map { named(name($0.common, id: id), suffix) }
  }

  private func channelName(_ id: String, _ rest: [String]) -> String? {
    guard let channel = plan.channels?[id] else { return nil }
    let own = name(channel.common, id: id)
    if rest.count == 2, rest[0] == "costs", let cost = channel.costs?[rest[1]] {
      let part = name(cost.common, id: rest[1])
      return language == .english ? "\(own), \(part)" : "\(own)（\(part)）"
    }
    return named(own, rest.first)
  }

  /// A channel's share by the plan's method, or the money that makes.
  private func allocationName(_ id: String, _ suffix: String?) -> String? {
    let channel = plan.channels?[id] == nil ? suffix ?? "" : id
    guard let own = plan.channels?[channel].map({ name($0.common, id: channel) }) else { return nil }
    let what =
      suffix == "amount"
      ? Message(en: "money by the method", hans: "按方法金额", hant: "按方法金額")
      : Message(en: "share by the method", hans: "按方法占比", hant: "按方法占比")
    return language == .english ? "\(own), \(word(what))" : "\(own)（\(word(what))）"
  }

  private func budgetName(_ id: String) -> String? {
    switch id {
    case "total": word(Message(en: "Budget total", hans: "预算总额", hant: "預算總額"))
    case "lines": word(Message(en: "Sum of the lines", hans: "科目合计", hant: "科目合計"))
    case "reserved": word(Message(en: "Reserves", hans: "预备金合计", hant: "預備金合計"))
    case "operating": word(Message(en: "Yearly operating cost", hans: "年度运营成本", hant: "年度營運成本"))
    default:
      resolved.lines[id] != nil || plan.budget?.reserves?[id] != nil ? lineName(id) : nil
    }
  }

  private func feasibilityName(_ id: String, _ suffix: String?) -> String? {
    if let measure = measures.first(where: { $0.name == id }), suffix == nil { return word(measure.title) }
    switch (id, suffix) {
    case ("investment", nil): return word(ReportWord.investment)
    case ("discount_rate", nil): return word(ReportWord.discountRate)
    case ("flows", nil): return word(Message(en: "Net benefits", hans: "净收益", hant: "淨收益"))
    case ("flows", let period?):
      return word(Message(en: "Net benefit \(period)", hans: "\(period)净收益", hant: "\(period)淨收益"))
    case ("pv", let period?):
      return word(Message(en: "Present value \(period)", hans: "\(period)现值", hant: "\(period)現值"))
    case ("benefits", let id?):
      return plan.feasibility?.benefits?[id].map { name($0.common, id: id) }
    case ("margin", nil): return word(Message(en: "Margin", hans: "毛利率", hant: "毛利率"))
    default: return nil
    }
  }

  private func named(_ name: String, _ suffix: String?) -> String {
    let word: Message
    switch suffix {
    case "baseline": word = ReportWord.baseline
    case "target": word = ReportWord.target
    case "change": word = ReportWord.change
    case "start": word = ReportWord.start
    case "end", "finish": word = ReportWord.finish
    case "share": word = ReportWord.share
    case "today": word = Message(en: "today", hans: "现额", hant: "現額")
    case "moved": word = Message(en: "moved", hans: "调动", hant: "調動")
    case "payback": word = ReportWord.payback
    case "benefit": word = Message(en: "benefit", hans: "收益", hant: "效益")
    case "expected": word = SectionWord.expected
    case "likelihood": word = SectionWord.likelihood
    case "impact": word = SectionWord.impact
    case "loss": word = SectionWord.loss
    case "cost": word = SectionWord.cost
    case let other?: word = Message(verbatim: oneLine(other))
    case nil: return name
    }
    return language == .english ? "\(name), \(word.text(in: language).lowercased())" : "\(name)（\(self.word(word))）"
  }
}
