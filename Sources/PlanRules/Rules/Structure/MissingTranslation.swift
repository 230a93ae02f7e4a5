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
    let required = context.resolved.house.requiredLanguages.map { (asked: $0, folded: $0.value.lowercased()) }
    guard !required.isEmpty else { return }
    let first = context.plan.languages?.first?.value ?? "en"
    // Many texts are written in the same languages, and then lack the same.
    var lacks: [[String]: Lack?] = [:]
    var untranslated: [Untranslated] = []
    // Places of these by whether the text is wholly in ASCII, which is all that tells plain texts apart.
    var places: [Bool: Int] = [:]
    for text in context.resolved.texts
    where !Self.working.contains(text.key) && !Self.records.contains(text.noun) {
      let tags = text.tags
      guard tags.isEmpty else {
        let lack: Lack? = lacks[tags] ?? Lack(Self.missing(required, in: tags))
        lacks.updateValue(lack, forKey: tags)
        if let lack {
          context.report(Diagnostic(Self.self, at: text.range, lack.message, labels: [lack.label], help: lack.help))
        }
        continue
      }
      let isASCII = text.isPlainASCII
      if let place = places[isASCII] {
        untranslated[place].texts.append(text.range)
        continue
      }
      let missing = Self.missing(required, in: isASCII ? [first, "en"] : [first])
      let names = missing.map(\.value)
      let place = untranslated.firstIndex { $0.missing.map(\.value) == names } ?? untranslated.count
      if place == untranslated.count { untranslated.append(Untranslated(missing: missing)) }
      untranslated[place].texts.append(text.range)
      places[isASCII] = place
    }
    for texts in untranslated { report(texts, first, context) }
  }

  /// What texts in the same languages lack, in words.
  private struct Lack {
    let message: Message
    let label: Diagnostic.Label
    let help: Message

    /// Nil where nothing is missing.
    init?(_ missing: [PolicyValue<String>]) {
      guard let asked = missing.first else { return nil }
      let names = CodeList(missing.map(\.value))
      let keys = MissingTranslation.keys(missing)
      message = Message(
        en: "this text has no \(names), which policy `\(asked.policy.value)` asks for",
        hans: "这段文字缺少 \(names)，而政策 `\(asked.policy.value)` 要求提供",
        hant: "這段文字缺少 \(names)，而政策 `\(asked.policy.value)` 要求提供")
      label = asked.label
      help = Message(en: "add \(keys)", hans: "请补上 \(keys)", hant: "請補上 \(keys)")
    }
  }

  /// Plain texts that lack the same languages.
  private struct Untranslated {
    let missing: [PolicyValue<String>]
    var texts: [SourceRange] = []

    init(missing: [PolicyValue<String>]) { self.missing = missing }
  }

  /// The languages asked for that none of those a text is in serves.
  ///
  /// - Parameter required: each with its tag in small letters.
  private static func missing(
    _ required: [(asked: PolicyValue<String>, folded: String)], in known: [String]
  ) -> [PolicyValue<String>] {
    let tags = known.map { $0.lowercased() }
    return required.filter { language in !tags.contains { tag($0, serves: language.folded) } }.map(\.asked)
  }

  /// Plain texts that lack the same languages are one finding, at the first of them.
  private func report(_ untranslated: Untranslated, _ first: String, _ context: RuleContext) {
    guard let place = untranslated.texts.first, let asked = untranslated.missing.first else { return }
    let names = untranslated.missing.map(\.value)
    let (count, codes) = (untranslated.texts.count, CodeList(names))
    let list = names.joined(separator: ": …, ")
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
        labels: untranslated.texts.dropFirst().prefix(5).map {
          .init($0, Message(en: "and this", hans: "此处亦然", hant: "此處亦然"))
        } + [asked.label],
        help: Message(
          en: "write each as `{\(first): …, \(list): …}`",
          hans: "请逐一写成 `{\(first): …, \(list): …}`",
          hant: "請逐一寫成 `{\(first): …, \(list): …}`")))
  }

  /// The entries to add: `en: …`, `zh-Hant: …`.
  private static func keys(_ missing: [PolicyValue<String>]) -> String {
    missing.map { "`\($0.value): …`" }.joined(separator: ", ")
  }

  /// Whether a text under a tag serves a reader of a language: the tag itself, or one of the two inside the other
  /// (`en-GB` for `en`). Chinese is told apart by its script, however the tag says it. Both in small letters.
  private static func tag(_ tag: String, serves language: String) -> Bool {
    if tag == language || tag.hasPrefix(language + "-") || language.hasPrefix(tag + "-") { return true }
    guard tag.hasPrefix("zh"), language.hasPrefix("zh") else { return false }
    return Language(tag: tag) == Language(tag: language)
  }
}
