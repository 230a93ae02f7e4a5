import PlanRules
import PlanText

/// A file of the repository that is made from the source and committed.
package struct GeneratedFile: Sendable {
  /// Its folder, relative to the repository.
  package let folder: String
  package let name: String
  package let text: String

  /// Where it is, relative to the repository.
  package var path: String { "\(folder)/\(name)" }
}

/// Every file that `marplan-dev generate` writes.
package enum GeneratedFiles {
  package static var all: [GeneratedFile] {
    PublishedSchema.allCases.map { GeneratedFile(folder: "schemas", name: $0.fileName, text: schemaText($0)) } + [
      GeneratedFile(
        folder: "docs", name: "rules.md", text: RuleList(Registry.documentation, language: .english).reference),
      GeneratedFile(folder: "docs", name: "language.md", text: LanguageReference.markdown),
    ]
  }
}
