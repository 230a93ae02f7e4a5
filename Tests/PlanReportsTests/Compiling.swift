import Foundation
import PlanDriver
import PlanModel
import PlanReports
import PlanSyntax
import PlanText
import Testing

/// No files but the plan itself.
struct NoFiles: FileAccess {
  func file(at path: String, namedBy file: SourceFile) -> FileAnswer { .missing }
}

/// Compiles a plan; its head is added where it does not have one.
func compiled(_ yaml: String, language: Language = .english) throws -> CompiledPlan {
  let head = """
    kind: plan
    schema: 1
    id: case
    title: Case
    period: 2025
    currency: CNY
    owner: cmo
    team: {roles: {cmo: Marketing head}}

    """
  let text = yaml.hasPrefix("kind:") ? yaml : head + yaml
  let (source, problems) = decodeSource(Array(text.utf8), id: FileID(0), path: "plan.yaml")
  let checked = checkFile(source, problems: problems, files: NoFiles(), options: CheckOptions(), isNamed: true)
  return try #require(checked.compiled(language: language))
}

/// The repository's folder.
let repository = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
  .deletingLastPathComponent().path()

/// The plans the repository ships, each with what its files are compiled into.
func shippedPlans(_ language: Language = .english) throws -> [(name: String, files: [OutputFile])] {
  let found = try discover([repository + "/plans"]).get()
  return build(found, options: CheckOptions(), language: language).plans
}

/// A schema as a value.
func schema(_ kind: PublishedSchema) throws -> JSONValue { try JSONValue(parsing: schemaText(kind)) }

extension [OutputFile] {
  func text(_ name: String) -> String { first { $0.name == name }?.text ?? "" }
}
