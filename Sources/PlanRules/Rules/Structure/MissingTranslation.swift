import PlanModel
package import PlanText

/// A text without a language that the policy asks for.
///
/// - zh-Hans: 文字缺少政策要求的语言
/// - zh-Hant: 文字缺少政策要求的語言
///
/// ## Why it matters
/// A report for the whole group is read in each of its languages. Where a text is missing, the reader gets another
/// language in the middle of a page, or a title nobody there can read.
///
/// ## How to mend
/// Write the text as a mapping: `{zh-Hans: …, en: …}`. A plain text is in the first of the plan's `languages`.
///
/// ## Policy
/// `required.languages`. Working words may stay in one language: `note`, `reason`, `source`, the terms of the glossary, what
/// the ledger and the log record. Plain texts that lack the same language are one finding, for a plan that was never
/// translated is one cause. A plain text wholly in ASCII letters, such as the name of a product, counts as English too.
///
/// ## Bad
/// ```yaml
/// languages: [zh-Hans, en]
/// title: {zh-Hans: 会员营销计划, en: Member marketing}
/// policy: [policies/house.yaml]
/// team: {roles: {cmo: {zh-Hans: 营销负责人}}}
/// # file: policies/house.yaml
/// kind: policy
/// schema: 1
/// id: house
/// title: House limits
/// owner: cfo
/// required: {languages: [zh-Hans, en]}
/// ```
///
/// ## Mended
/// ```yaml
/// languages: [zh-Hans, en]
/// title: {zh-Hans: 会员营销计划, en: Member marketing}
/// policy: [policies/house.yaml]
/// team: {roles: {cmo: {zh-Hans: 营销负责人, en: Marketing head}}}
/// # file: policies/house.yaml
/// kind: policy
/// schema: 1
/// id: house
/// title: House limits
/// owner: cfo
/// required: {languages: [zh-Hans, en]}
/// ```
package struct MissingTranslation: Rule {
  package static let code = "S017"
  package static let severity = Severity.warning

  package init() {}

  private static let working: Set<String> = ["note", "reason", "source", "term"]
  private static let records: Set<String> = ["entry", "adjustment", "review"]

  package func check(_ context: RuleContext) {
    let required = context.resolved.house.requiredLanguages
    guard !required.isEmpty else { return }
    let first = context.plan.languages?.first?.value ?? "en"
    var untranslated: [(place: SourceRange, missing: [PolicyValue<String>])] = []
    for text in context.resolved.texts
    where !Self.working.contains(text.key) && !Self.records.contains(text.noun) {
      var known = text.tags.isEmpty ? [first] : text.tags
      if text.isPlainASCII { known.append("en") }
      let missing = required.filter { language in !known.contains { Self.tag($0, serves: language.value) } }
      guard let asked = missing.first else { continue }
      if text.tags.isEmpty {
        untranslated.append((text.range, missing))
      } else {
        let names = CodeList(missing.map(\.value))
        context.report(
          Diagnostic(
            Self.self, at: text.range,
            Message(
              en: "this text has no \(names), which policy `\(asked.policy.value)` asks for",
              hans: "这段文字缺少 \(names)，而政策 `\(asked.policy.value)` 要求提供",
              hant: "這段文字缺少 \(names)，而政策 `\(asked.policy.value)` 要求提供"),
            labels: [asked.label],
            help: Message(
              en: "add \(Self.keys(missing))", hans: "请补上 \(Self.keys(missing))", hant: "請補上 \(Self.keys(missing))")))
      }
    }
    report(untranslated, first, context)
  }

  /// Plain texts that lack the same languages are one finding, at the first of them.
  private func report(
    _ texts: [(place: SourceRange, missing: [PolicyValue<String>])], _ first: String, _ context: RuleContext
  ) {
    var rest = texts
    while let (place, missing) = rest.first, let asked = missing.first {
      let names = missing.map(\.value)
      let alike = rest.filter { $0.missing.map(\.value) == names }
      rest.removeAll { $0.missing.map(\.value) == names }
      let (count, codes) = (alike.count, CodeList(names))
      context.report(
        Diagnostic(
          Self.self, at: place,
          count == 1
            ? Message(
              en: "this text is in `\(first)` alone; policy `\(asked.policy.value)` asks for \(codes) as well",
              hans: "这段文字只有 `\(first)`，而政策 `\(asked.policy.value)` 还要求 \(codes)",
              hant: "這段文字只有 `\(first)`，而政策 `\(asked.policy.value)` 還要求 \(codes)")
            : Message(
              en: "\(count) texts are in `\(first)` alone; policy `\(asked.policy.value)` asks for \(codes) as well",
              hans: "有 \(count) 段文字只有 `\(first)`，而政策 `\(asked.policy.value)` 还要求 \(codes)",
              hant: "有 \(count) 段文字只有 `\(first)`，而政策 `\(asked.policy.value)` 還要求 \(codes)"),
          labels: alike.dropFirst().prefix(5).map {
            .init($0.place, Message(en: "and this", hans: "此处亦然", hant: "此處亦然"))
          } + [asked.label],
          help: Message(
            en: "write each as `{\(first): …, \(names.joined(separator: ": …, ")): …}`",
            hans: "请逐一写成 `{\(first): …, \(names.joined(separator: ": …, ")): …}`",
            hant: "請逐一寫成 `{\(first): …, \(names.joined(separator: ": …, ")): …}`")))
    }
  }

  /// The entries to add: `en: …`, `zh-Hant: …`.
  private static func keys(_ missing: [PolicyValue<String>]) -> String {
    missing.map { "`\($0.value): …`" }.joined(separator: ", ")
  }

  /// Whether a text under a tag serves a reader of a language: the tag itself, or one of the two inside the other
  /// (`en-GB` for `en`). Chinese is told apart by its script, however the tag says it.
  private static func tag(_ tag: String, serves language: String) -> Bool {
    let (tag, language) = (tag.lowercased(), language.lowercased())
    if tag == language || tag.hasPrefix(language + "-") || language.hasPrefix(tag + "-") { return true }
    guard tag.hasPrefix("zh"), language.hasPrefix("zh") else { return false }
    return Language(tag: tag) == Language(tag: language)
  }
}
