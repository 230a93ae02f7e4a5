package import PlanModel
package import PlanQuantities
import PlanRules
import PlanSyntax
package import PlanText

/// What checking one file gives.
package struct CheckedFile: Sendable {
  package var diagnostics: [Diagnostic] = []
  /// The plan, if the file holds one.
  package var plan: ResolvedPlan?
  /// Paths of the parts the plan includes.
  package var parts: Set<String> = []
  package var content: Content = .foreign
  /// Files that diagnostics may point into.
  package var files: [SourceFile]

  /// What a file turned out to be.
  package enum Content: Sendable {
    case plan, policy, part
    /// No `kind`: not one of ours.
    case foreign
  }
}

/// How files are checked.
package struct CheckOptions: Sendable {
  /// Today, if `--as-of` says it.
  package var today: CivilDate?
  package init(today: CivilDate? = nil) { self.today = today }
}

/// Checks one file whole: reads it, follows what it names, and runs every rule. The one way from text to findings.
///
/// - Parameters:
///   - problems: what was found while the bytes were read.
///   - isNamed: whether the user named the file itself; a file that is none of ours is then an error.
package func checkFile(
  _ file: SourceFile, problems: [Diagnostic] = [], files: any FileAccess, options: CheckOptions, isNamed: Bool = false
) -> CheckedFile {
  let (tree, syntax) = parseYAML(file)
  var result = CheckedFile(files: [file])
  result.diagnostics = problems + syntax
  let documents = Document.all(in: tree)
  guard let head = documents.first(where: { $0.kind != .part }) ?? documents.first else {
    if isNamed, syntax.isEmpty {
      result.diagnostics.append(UnsupportedSchema.kind(nil, at: file.wholeRange.slice(0, 1)))
    }
    return result
  }
  if head.kind != .none || isNamed { result.diagnostics += documents.flatMap { $0.headProblems() } }
  switch head.kind {
  case .plan:
    result.content = .plan
    let read = readPlan(head, rest: documents.filter { $0.root != head.root }, files: files, today: options.today)
    result.diagnostics += read.diagnostics
    result.parts = read.parts
    result.plan = read.plan
    result.files = read.plan.files
    result.diagnostics += checkRules(read.plan)
  case .policy:
    result.content = .policy
    for document in documents where document.kind == .policy {
      var dialect = Dialect(currency: "CNY")
      result.diagnostics += readPolicy(document, dialect: &dialect).diagnostics
    }
  case .part: result.content = .part
  case .other, .none: break
  }
  return result
}
