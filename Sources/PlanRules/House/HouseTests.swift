import PlanExpressions
package import PlanModel
import PlanSyntax
package import PlanText

/// What trying the rules of a policy on their own examples gave.
package struct HouseTestResult: Sendable {
  /// Examples that do not do what they are there for.
  package var diagnostics: [Diagnostic] = []
  package var ruleCount = 0
  package var exampleCount = 0
}

/// Tries every rule of a policy on its examples: a good one must keep it, a bad one break it.
///
/// - Parameters:
///   - document: the policy.
///   - files: what the policy's own files are read by.
package func testHouseRules(_ document: Document, files: any FileAccess) -> HouseTestResult {
  var result = HouseTestResult()
  guard let rules = readPolicy(document, files: files).members.last?.policy.rules else { return result }
  for entry in rules {
    let law = HouseLaw(id: entry.id, rule: entry.value)
    let examples = HouseExamples(law, policy: document.tree.file, files: files)
    result.ruleCount += 1
    result.exampleCount += (examples.good == nil ? 0 : 1) + (examples.bad == nil ? 0 : 1)
    let unknown = examples.unknownNames
    result.diagnostics += unknown.map { $0.diagnostic(UndefinedReference.self) }
    // With a name that is nowhere, neither example can do what it is there for.
    guard unknown.isEmpty else { continue }
    for (example, isGood) in [(examples.good, true), (examples.bad, false)] {
      guard let example else { continue }
      if let diagnostic = HouseRuleExample.diagnostic(example, isGood: isGood, of: law) {
        result.diagnostics.append(diagnostic)
      }
    }
  }
  return result
}
