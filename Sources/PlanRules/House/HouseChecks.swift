import PlanAnalysis
import PlanExpressions
import PlanModel
import PlanSyntax
import PlanText

extension RuleContext {
  /// Reports what the rules of the house, in the plan's policies, find.
  func checkHouseRules() {
    let limit = Limits().houseChecks
    var left = limit
    var subjects: [HouseRule.Each: [HouseSubject]] = [:]
    var policies = ExamplePolicies()
    for entry in resolved.house.rules {
      let law = HouseLaw(id: entry.id, rule: entry.value)
      let those = subjects[law.each] ?? resolved.houseSubjects(law.each)
      subjects[law.each] = those
      left -= those.count * law.weight
      if left < 0 { return report(ResourceLimit.tooManyChecks(at: entry.id.range, limit: limit)) }
      check(law, those, &policies)
    }
  }

  private func check(_ law: HouseLaw, _ subjects: [HouseSubject], _ policies: inout ExamplePolicies) {
    guard let require = law.rule.require?.value else { return }
    var problems: [ExpressionProblem] = []
    let message = law.rule.message.map { HouseMessage($0) }
    for subject in subjects {
      let verdict = HouseVerdict(on: subject, requiring: require, figures)
      if verdict.isBroken {
        // A verdict is as large as all that the rule looked at: on what is told it is reached once more.
        report(
          UnmetHouseRule.self, code: law.code, at: place(of: verdict),
          severity: law.rule.severity?.value.severity ?? .warning
        ) { self.finding(law, HouseVerdict(on: subject, requiring: require, self.figures), message) }
      }
      for problem in verdict.evaluation.problems where !problems.contains(problem) { problems.append(problem) }
    }
    if problems.isEmpty { return }
    // A rule may speak of lines or KPIs that only other plans have: then its own examples have them.
    if problems.contains(where: { $0.kind == .unknownName }) {
      let unknown = HouseExamples(law, in: resolved, &policies).unknownNames
      for name in unknown where problems.contains(where: { $0.range == name.range }) { report(diagnostic(name)) }
    }
    for problem in problems where problem.kind != .unknownName { report(diagnostic(problem)) }
  }

  private func finding(_ law: HouseLaw, _ verdict: HouseVerdict, _ message: HouseMessage?) -> Diagnostic {
    let scope = HouseScope(figures: figures, subject: verdict.subject)
    let place = place(of: verdict)
    var labels = Derivation.labels(verdict.evaluation.inputs.filter { $0.place != place })
    labels.append(
      Diagnostic.Label(law.id.range, Message(en: "the house's rule", hans: "自定规则在此", hant: "自訂規則在此")))
    let require = law.rule.require?.value.text ?? ""
    let values = verdict.evaluation.trace.message
    var diagnostic = Diagnostic(
      UnmetHouseRule.self, at: place,
      message?.filled(in: scope) ?? Message(verbatim: law.id.value),
      labels: labels,
      notes: [
        Message(
          en: "`\(law.id.value)` requires \(require): here \(values)",
          hans: "`\(law.id.value)` 要求 \(require)：此处为 \(values)",
          hant: "`\(law.id.value)` 要求 \(require)：此處為 \(values)")
      ],
      help: law.rule.common.note.map { Message(en: "\($0)", hans: "\($0)", hant: "\($0)") })
    diagnostic.code = law.code
    return diagnostic
  }

  /// The noun itself; for a rule on the whole plan the first figure it looked at, else the plan's id.
  private func place(of verdict: HouseVerdict) -> SourceRange {
    if verdict.subject.place.isSomewhere { return verdict.subject.place }
    let inputs = verdict.evaluation.inputs.compactMap(\.place).first(where: \.isSomewhere)
    return inputs ?? plan.id?.range ?? resolved.file.firstCharacter(of: plan.common.range)
  }
}
