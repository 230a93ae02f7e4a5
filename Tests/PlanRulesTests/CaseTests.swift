import Foundation
import PlanRules
import PlanText
import Testing

/// Every rule and problem, by its cases: bad ones are found, ok ones are silent, and the words are as recorded.
@Suite struct CaseTests {
  static let documented = Registry.documentation
  static let all = documented.flatMap { blocks(of: $0) }

  @Test(arguments: all)
  func caseBehaves(block: Block) {
    let checked = check(block.bytes())
    if block.isBad {
      #expect(checked.codes.contains(block.code), "\(block): not found; got\n\(checked.text(.english))")
    } else {
      #expect(checked.diagnostics.isEmpty, "\(block): expected nothing; got\n\(checked.text(.english))")
    }
  }

  @Test(arguments: documented.map(\.code))
  func everyRuleHasTwoBadAndTwoOkCases(code: String) {
    let blocks = CaseTests.all.filter { $0.code == code }
    #expect(blocks.count(where: \.isBad) >= 2, "\(code) needs two bad cases")
    #expect(blocks.count { !$0.isBad } >= 2, "\(code) needs two ok cases")
  }

  /// Every rule can lead to `explain` only if its code is the one it reports.
  @Test func registryHoldsEveryRule() {
    for rule in Registry.rules {
      #expect(Registry.documentation(of: type(of: rule).code) != nil)
    }
  }

  /// Taking a rule out makes each of its bad cases fail: no other rule stands in for it.
  @Test(arguments: Registry.rules.map { type(of: $0).code })
  func withoutTheRuleItsCasesFail(code: String) {
    let others = Registry.rules.filter { type(of: $0).code != code }
    for block in CaseTests.all where block.isBad && block.code == code {
      let codes = codesFound(in: block, by: others)
      #expect(!codes.contains(code), "\(block) is found without its rule")
    }
  }

  /// Meaning does not hang on line ends, a byte order mark or an emoji in front.
  @Test(arguments: all.filter { !$0.hasBytes })
  func meaningSurvivesMutation(block: Block) {
    let codes = check(block.bytes()).codes
    let crlf = check(block.bytes { $0.replacingOccurrences(of: "\n", with: "\r\n") })
    #expect(crlf.codes == codes, "CRLF changes \(block)")
    let mark = check(block.bytes { "\u{FEFF}" + $0 })
    #expect(mark.codes == codes, "a byte order mark changes \(block)")
    let emoji = check(block.bytes { "# 🎯 目标\n" + $0 })
    #expect(emoji.codes == codes, "a comment with an emoji changes \(block)")
  }

  /// The output of each rule's cases, in English, and each message once in the two Chinese scripts.
  @Test(arguments: documented.map(\.code))
  func outputIsAsRecorded(code: String) throws {
    var text = ""
    var told: Set<String> = []
    for block in CaseTests.all where block.code == code && block.isBad {
      let checked = check(block.bytes())
      text += "===== \(block.title)\n\(checked.text(.english))"
      for diagnostic in checked.diagnostics where diagnostic.code == code {
        for language in [Language.simplified, .traditional] where told.insert(shape(diagnostic, language)).inserted {
          text += "[\(language.rawValue)] \(diagnostic.message.text(in: language))\n"
          if let help = diagnostic.help { text += "    = \(help.text(in: language))\n" }
        }
      }
      text += "\n"
    }
    let file = repository.appendingPathComponent("Tests/PlanRulesTests/Cases/\(code).txt")
    let recorded = try? String(contentsOf: file, encoding: .utf8)
    if recorded == text { return }
    if ProcessInfo.processInfo.environment["RECORD"] != nil {
      try text.write(to: file, atomically: true, encoding: .utf8)
    }
    Issue.record("output of \(code) differs from Cases/\(code).txt; RECORD=1 rewrites it:\n\(text)")
  }

  /// A message without its figures, so that each wording is recorded once.
  private func shape(_ diagnostic: Diagnostic, _ language: Language) -> String {
    language.rawValue + diagnostic.message.text(in: language).filter { !$0.isNumber }
  }
}
