import PlanAnalysis
import PlanExpressions
import PlanModel
import PlanText

/// What a rule of the house says of one noun.
struct HouseVerdict {
  let subject: HouseSubject
  let evaluation: Evaluation

  init(on subject: HouseSubject, requiring condition: Expression, _ figures: Figures) {
    self.subject = subject
    evaluation = evaluateCondition(condition, in: HouseScope(figures: figures, subject: subject))
  }

  var isBroken: Bool { evaluation.problems.isEmpty && evaluation.value.truth == false }
  var isKept: Bool { evaluation.problems.isEmpty && evaluation.value.truth == true }
}

/// A rule of the house under its id.
struct HouseLaw {
  let id: Located<String>
  let rule: HouseRule
  let code: String

  init(id: Located<String>, rule: HouseRule) {
    self.id = id
    self.rule = rule
    code = HouseRules.code(of: id.value)
  }

  /// Which nouns the rule looks at.
  var each: HouseRule.Each { rule.each?.value ?? .plan }

  /// How many checks it counts as for each noun: a long condition is as much work as several.
  var weight: Int { max(1, (rule.require?.value.text.utf8.count ?? 0) / 100) }
}

/// Rules of the house: how they are called.
package enum HouseRules {
  /// The code of findings of a rule, by its id: `house/pilot-first`.
  package static func code(of id: String) -> String { "house/\(id)" }

  /// The rule's id from such a code; nil for any other code.
  package static func id(of code: String) -> String? {
    code.hasPrefix("house/") ? String(code.dropFirst("house/".count)) : nil
  }
}
