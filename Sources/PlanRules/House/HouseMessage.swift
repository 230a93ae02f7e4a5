import PlanAnalysis
import PlanExpressions
import PlanModel
import PlanText

/// What a rule of the house says where it is broken, with figures, titles and paths to be filled in at its braces.
///
/// It is read once for all the nouns that break the rule.
struct HouseMessage {
  private let english: [Part]
  private let simplified: [Part]
  private let traditional: [Part]

  /// Words, and the name in braces after them; nil where the text ends.
  private struct Part {
    let words: Substring
    let name: String?
  }

  /// Bytes from which on nothing is filled in: a message is cut well before.
  private static let enough = 4_000

  init(_ text: Text) {
    english = Self.parts(text.phrase(in: .english))
    simplified = Self.parts(text.phrase(in: .simplified))
    traditional = Self.parts(text.phrase(in: .traditional))
  }

  private static func parts(_ text: String) -> [Part] {
    var parts: [Part] = []
    var rest = Substring(text)
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      let part = Part(words: beginning(of: rest[..<open]), name: String(rest[rest.index(after: open)..<close]))
      parts.append(part)
      if part.words.utf8.count > enough { return parts }
      rest = rest[rest.index(after: close)...]
    }
    return parts + [Part(words: beginning(of: rest), name: nil)]
  }

  /// Words as far as they are told.
  private static func beginning(of words: Substring) -> Substring {
    words.utf8.count <= enough ? words : words.prefix(enough + 1)
  }

  /// The message for the noun that a scope's `it` is.
  func filled(in scope: HouseScope) -> Message {
    Message { language in
      switch language {
      case .english: filled(english, language, scope)
      case .simplified: filled(simplified, language, scope)
      case .traditional: filled(traditional, language, scope)
      }
    }
  }

  private func filled(_ parts: [Part], _ language: Language, _ scope: HouseScope) -> String {
    var result = ""
    for part in parts {
      result += part.words
      if result.utf8.count > Self.enough { break }
      if let name = part.name { result += filled(name, language, scope) ?? "{\(name)}" }
    }
    return result.readable()
  }

  /// What stands for a name; nil for one that means nothing here, which is left as it is written.
  private func filled(_ name: String, _ language: Language, _ scope: HouseScope) -> String? {
    let subject = scope.subject
    switch name {
    case "it.title": return subject.noun.common.title?.phrase(in: language) ?? subject.id
    case "it.id": return subject.id
    case "path": return subject.path.isEmpty ? subject.id : subject.path
    default: break
    }
    let segments = name.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    guard !segments.contains("") else { return nil }
    let path = Path(segments.map { Path.Segment($0, at: .nowhere) }, at: .nowhere)
    if case .value(let value, _, _) = scope.lookup(path, at: nil) { return Shown(value).phrase(in: language) }
    guard segments.first == "it", segments.count == 2 else { return nil }
    switch subject.noun.content(of: segments[1])?.form {
    case .words(let words, _): return words.joined(separator: language == .english ? ", " : "、")
    default: return nil
    }
  }
}
