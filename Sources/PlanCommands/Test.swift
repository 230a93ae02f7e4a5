import ArgumentParser
import PlanDriver
import PlanReports
import PlanText

struct Test: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "test",
    abstract: "Try the rules of policies on their own examples.",
    discussion: """
      Every rule under `rules` of a policy has a good example, which must keep it, and a bad one, which must break it. \
      Exit status: 0 when all do, 1 when one does not, 2 when a file cannot be read.
      """)

  @Argument(help: "Policy files, or folders to search. Without any: plans/")
  var paths: [String] = []

  @OptionGroup var language: LanguageOption

  @Option(help: "text, or json for other programs.")
  var format: FindingFormat = .text

  func run() throws {
    let result = testRules(try yamlFiles(paths))
    let language = language.language
    if format == .json || !result.diagnostics.isEmpty {
      writeData(findingPrinter(format, language: language).whole(result.diagnostics, result.sources))
    }
    for problem in result.problems { writeError("marplan: \(problem.path): \(problem.reason)\n") }
    guard result.problems.isEmpty else { throw cannotRun }
    if result.diagnostics.contains(where: { $0.severity >= .warning }) { throw findingsFound }
    if format == .text { writeOut(summary(result).text(in: language) + "\n") }
  }

  private func summary(_ result: TestResult) -> Message {
    let (rules, examples) = (result.ruleCount, result.exampleCount)
    if rules == 0 {
      return Message(en: "no policy here has rules of its own", hans: "此处的政策没有自定规则", hant: "此處的政策沒有自訂規則")
    }
    let few = rules == 1 ? "rule holds on its" : "rules hold on their"
    return Message(
      en: "\(rules) \(few) \(examples) examples", hans: "\(rules) 条自定规则的 \(examples) 个示例全部符合",
      hant: "\(rules) 條自訂規則的 \(examples) 個範例全部符合")
  }
}
