/// The Swift source of the registry: the rules to run, and everybody's documentation.
///
/// - Parameter files: in the order the registry shall have.
///
/// Every piece of documentation is a function of its own, which the compiler checks apart from the others, and
/// nothing of it is made before someone asks for it.
package func registrySource(of files: [RuleFile]) -> String {
  var source = """
    // Written by rule-registry from the files of the rules and problems, whenever one of them changes.

    import PlanText

    extension Registry {
      /// Every rule, in the order of their codes.
      package static let rules: [any Rule] = [

    """
  for file in files where file.isRule { source += "    \(file.type)(),\n" }
  source += """
      ]

      /// What each rule and problem says of itself, in the order of their codes.
      package static let documentation: [RuleDocumentation] = [

    """
  for file in files { source += "    document\(file.code)(),\n" }
  source += "  ]\n"
  for file in files { source += "\n" + documentationSource(of: file) }
  return source + "}\n"
}

private func documentationSource(of file: RuleFile) -> String {
  let comment = file.documentation
  return """
      private static func document\(file.code)() -> RuleDocumentation {
        RuleDocumentation(
          code: \(literal(file.code)),
          name: \(literal(file.name)),
          family: .\(RuleFamily.of(code: file.code)?.name ?? ""),
          severity: .\(file.severity),
          summary: Message(
            en: \(literal(comment.english)),
            hans: \(literal(comment.simplified)),
            hant: \(literal(comment.traditional))),
          whyItMatters: \(literal(comment.whyItMatters)),
          howToMend: \(literal(comment.howToMend)),
          policy: \(comment.policy.map(literal) ?? "nil"),
          bad: \(literal(comment.bad)),
          mended: \(literal(comment.mended)),
          path: \(literal(file.path)))
      }

    """
}

/// A text as a string literal on one line.
private func literal(_ text: String) -> String {
  var result = "\""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "\"": result += "\\\""
    case "\\": result += "\\\\"
    case "\n": result += "\\n"
    case _ where scalar.value < 0x20 || scalar.value == 0x7F: result += "\\u{\(String(scalar.value, radix: 16))}"
    default: result.unicodeScalars.append(scalar)
    }
  }
  return result + "\""
}
