package import PlanModel
import PlanRules
import PlanSyntax
package import PlanText

/// What trying the house's rules at a set of paths gave.
package struct TestResult: Sendable {
  /// Examples that do not do what they are there for, in the order of output.
  package var diagnostics: [Diagnostic] = []
  /// The files that diagnostics point into.
  package var sources = SourceMap()
  package var ruleCount = 0
  package var exampleCount = 0
  /// Files that could not be read.
  package var problems: [FileProblem] = []
}

/// Tries the rules of every policy at the given paths on their own examples.
package func testRules(_ found: [FoundFile], store: FileStore = FileStore()) -> TestResult {
  var result = TestResult()
  for file in found {
    switch store.read(file.path) {
    case .failure(let problem): result.problems.append(problem)
    case .success(let (source, problems)):
      let (tree, syntax) = parseYAML(source)
      let policies = Document.all(in: tree).filter { $0.kind == .policy }
      if policies.isEmpty { continue }
      // A policy that cannot be read whole may have lost rules.
      result.diagnostics += (problems + syntax).filter { $0.severity == .error }
      for policy in policies {
        let tested = testHouseRules(policy, files: store)
        result.diagnostics += tested.diagnostics
        result.ruleCount += tested.ruleCount
        result.exampleCount += tested.exampleCount
      }
      result.sources.add(source)
    }
  }
  let sources = result.sources
  result.diagnostics = result.diagnostics.inOrder { sources[$0]?.path ?? "" }
  return result
}

/// A rule of the house with the policy it stands in.
package struct FoundHouseRule: Sendable {
  package let id: String
  package let rule: HouseRule
  package let policy: Policy
  /// The policy's file.
  package let path: String
}

/// The rules of the house with this id in the policies at the given paths.
package func houseRules(_ id: String, in found: [FoundFile], store: FileStore = FileStore()) -> [FoundHouseRule] {
  found.flatMap { file -> [FoundHouseRule] in
    guard case .success(let (source, _)) = store.read(file.path) else { return [] }
    return Document.all(in: parseYAML(source).tree).filter { $0.kind == .policy }.compactMap { document in
      guard let policy = readPolicy(document, files: store).members.last?.policy else { return nil }
      return policy.rules?[id].map { FoundHouseRule(id: id, rule: $0, policy: policy, path: file.path) }
    }
  }
}
