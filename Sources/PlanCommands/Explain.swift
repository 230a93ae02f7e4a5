import ArgumentParser
import PlanDriver
import PlanReports
import PlanRules
import PlanText

struct Explain: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Say what a rule catches, why it matters and how to mend it.")

  @Argument(help: "The rule's code or name, such as B307 or share-contradicts-amount.")
  var code: String

  @Argument(
    help: "For a rule of a policy, such as house/pilot-first: where to look for the policy. Without any: plans/")
  var paths: [String] = []

  @OptionGroup var language: LanguageOption

  @Option(help: "text, markdown or json.")
  var format: ExplanationFormat = .text

  func run() throws {
    if let id = HouseRules.id(of: code) { return try explain(house: id) }
    guard let documentation = Registry.documentation(of: code) else {
      let known = Registry.documentation.map(\.code) + Registry.documentation.map(\.name)
      let hint = didYouMean(code, among: known).map { "did you mean \($0)?" } ?? "`marplan rules` lists them all"
      throw environment("there is no rule \(visible(code)); \(hint)")
    }
    let explanation = RuleExplanation(documentation, language: language.language)
    switch format {
    case .text: writeOut(explanation.text)
    case .markdown: writeData(explanation.markdown())
    case .json: writeData(explanation.json)
    }
  }

  /// Tells what a policy says of a rule of its own; all policies, where several have one of this id.
  private func explain(house id: String) throws {
    let found = houseRules(id, in: try yamlFiles(paths))
    guard !found.isEmpty else {
      let place = paths.isEmpty ? "plans" : paths.joined(separator: ", ")
      throw environment("no policy in \(place) has a rule \(visible(id)); name the policy's file after the code")
    }
    for (place, rule) in found.enumerated() {
      let explanation = HouseRuleExplanation(
        rule.id, rule.rule, policy: rule.policy, path: rule.path, language: language.language)
      if place > 0, format != .json { writeData("\n") }
      switch format {
      case .text: writeOut(explanation.text)
      case .markdown: writeData(explanation.markdown)
      case .json: writeData(explanation.json)
      }
    }
  }
}

/// How an explanation is written.
enum ExplanationFormat: String, WordArgument { case text, markdown, json }

struct Rules: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rules", abstract: "List the rules with their codes and severities.")

  @OptionGroup var language: LanguageOption

  @Option(help: "text, markdown or json.")
  var format: ExplanationFormat = .text

  func run() throws {
    let list = RuleList(Registry.documentation, language: language.language)
    switch format {
    case .text: writeOut(list.text)
    case .markdown: writeData(list.markdown)
    case .json: writeData(list.json)
    }
  }
}
