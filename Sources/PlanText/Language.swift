/// A language the tool itself speaks: messages and reports exist in each of them.
package enum Language: String, Sendable, CaseIterable {
  case english = "en"
  case simplified = "zh-Hans"
  case traditional = "zh-Hant"

  /// The tool's language for a language tag or a locale name, such as `zh-CN`, `zh_TW.UTF-8` or `en`.
  ///
  /// Gives nil for a language the tool does not speak.
  package init?(tag: String) {
    if let language = Language(rawValue: tag) {
      self = language
      return
    }
    let parts = tag.prefix { $0 != "." && $0 != "@" }.lowercased().split { $0 == "-" || $0 == "_" }
    guard let first = parts.first else { return nil }
    switch first {
    case "en": self = .english
    case "zh":
      let isTraditional = parts.dropFirst().contains { ["hant", "tw", "hk", "mo"].contains($0) }
      self = isTraditional ? .traditional : .simplified
    default: return nil
    }
  }
}
