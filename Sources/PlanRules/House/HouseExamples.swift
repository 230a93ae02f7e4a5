import PlanAnalysis
import PlanExpressions
import PlanModel
import PlanSyntax
import PlanText

/// The examples that a rule of the house brings: a plan that keeps it and one that breaks it.
struct HouseExamples {
  let law: HouseLaw
  let good: HouseExample?
  let bad: HouseExample?

  /// - Parameters:
  ///   - policy: the file the rule stands in.
  ///   - files: what the policy's own files are read by.
  init(_ law: HouseLaw, policy: SourceFile, files: any FileAccess) {
    self.law = law
    good = law.rule.good.flatMap { HouseExample($0, of: law, policy, files) }
    bad = law.rule.bad.flatMap { HouseExample($0, of: law, policy, files) }
  }

  /// The examples of a rule under which a plan stands.
  init(_ law: HouseLaw, in resolved: ResolvedPlan, _ policies: inout ExamplePolicies) {
    self.init(law, policy: policies.policy(of: law, in: resolved), files: NoFiles())
  }

  /// Names in the rule that stand for nothing in its examples either, each once.
  var unknownNames: [ExpressionProblem] {
    let examples = [good, bad].compactMap { $0 }.map { example in
      example.verdicts.flatMap(\.evaluation.problems).filter { $0.kind == .unknownName }
    }
    guard let first = examples.first else { return [] }
    var names: [ExpressionProblem] = []
    for name in first
    where !names.contains(where: { $0.range == name.range })
      && examples.allSatisfy({ $0.contains { $0.range == name.range } })
    { names.append(name) }
    return names
  }
}

/// One example, read as a plan that stands under the policy of its rule.
struct HouseExample {
  /// Where the example is written.
  let place: SourceRange
  let verdicts: [HouseVerdict]
  /// What keeps the example from being read as the plan it is meant to be.
  let problem: Diagnostic?

  init?(_ text: Text, of law: HouseLaw, _ policy: SourceFile, _ files: any FileAccess) {
    guard let yaml = text.wordings.first?.text else { return nil }
    place = text.range
    let name = "\(policy.path)#\(law.id.value)"
    let source = SourceFile(id: FileID(UInt32.max - 1), path: name, bytes: Array(Self.framed(yaml).utf8))
    let parsed = parseYAML(source)
    guard let head = Document.all(in: parsed.tree).first(where: { $0.kind == .plan }) else {
      verdicts = []
      problem = parsed.diagnostics.first
      return
    }
    let rest = Document.all(in: parsed.tree).filter { $0.root != head.root }
    let read = readPlan(head, rest: rest, files: ExampleFiles(example: name, policy: policy, others: files), today: nil)
    let figures = Figures(read.plan)
    verdicts = read.plan.houseSubjects(law.each).flatMap { subject in
      law.rule.require.map { [HouseVerdict(on: subject, requiring: $0.value, figures)] } ?? []
    }
    // An example is a fragment: what a whole plan must have, it need not.
    let fragmentary: Set<String> = [MissingKey.code, UndefinedReference.code, UnreachableInclude.code]
    problem = (parsed.diagnostics + read.diagnostics).first {
      $0.severity == .error && !fragmentary.contains($0.code) && $0.range.file == source.id
    }
  }

  /// The example with the lines of a plan's head that it lacks.
  private static func framed(_ yaml: String) -> String {
    let head = [
      ("kind", "kind: plan"), ("schema", "schema: 1"), ("id", "id: example"), ("title", "title: Example"),
      ("period", "period: 2025"), ("currency", "currency: CNY"), ("owner", "owner: cmo"),
      ("team", "team: {roles: {cmo: Marketing head}}"), ("policy", "policy: [\(ExampleFiles.policyName)]"),
    ]
    let lines = yaml.split(separator: "\n").prefix { $0 != "---" }
    let missing = head.filter { row in !lines.contains { $0.hasPrefix(row.0 + ":") } }
    return missing.map { $0.1 + "\n" }.joined() + yaml
  }
}

/// The files an example may name: only the policy its rule stands in; that policy may name others.
private struct ExampleFiles: FileAccess {
  static let policyName = "the-policy.yaml"
  let example: String
  let policy: SourceFile
  let others: any FileAccess

  func file(at path: String, namedBy file: SourceFile) -> FileAnswer {
    guard file.path == example else { return others.file(at: path, namedBy: file) }
    return path == Self.policyName ? .found(policy, []) : .missing
  }
}

/// The policies of a plan as the examples of their rules stand under them.
struct ExamplePolicies {
  private var known: [FileID: SourceFile] = [:]

  /// The policy of a rule without its rules: nothing in an example rests on them, and it is read once for each example.
  mutating func policy(of law: HouseLaw, in resolved: ResolvedPlan) -> SourceFile {
    let id = law.id.range.file
    if let policy = known[id] { return policy }
    let policy = Self.withoutRules(resolved.files.first { $0.id == id } ?? resolved.file)
    known[id] = policy
    return policy
  }

  /// A policy file with `{}` in place of the rules of each of its documents; the file itself where it cannot be told
  /// that this changes nothing else.
  private static func withoutRules(_ policy: SourceFile) -> SourceFile {
    let tree = parseYAML(policy).tree
    if tree.isPartial { return policy }
    var bytes: [UInt8] = []
    var end = 0
    for document in Document.all(in: tree) {
      guard let rules = tree.value(of: "rules", in: document.root), tree.kind(rules) == .mapping else { continue }
      let range = tree.range(rules)
      guard Int(range.start) >= end else { return policy }
      bytes += policy.bytes[end..<Int(range.start)] + Array((tree.isFlow(rules) ? "{}" : "{}\n").utf8)
      end = Int(range.end)
    }
    bytes += policy.bytes[end...]
    let rest = SourceFile(id: policy.id, path: policy.path, bytes: bytes)
    return mayHaveAliases(bytes) || parseYAML(rest).tree.isPartial ? policy : rest
  }

  /// Whether something may be an alias, which may stand for something in the rules.
  private static func mayHaveAliases(_ bytes: [UInt8]) -> Bool {
    zip(bytes, bytes.dropFirst()).contains { $0 == UInt8(ascii: "*") && $1 > UInt8(ascii: " ") }
  }
}

/// No files at all.
private struct NoFiles: FileAccess {
  func file(at path: String, namedBy file: SourceFile) -> FileAnswer { .missing }
}
