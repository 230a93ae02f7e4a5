import PlanAnalysis
import PlanExpressions
import PlanModel
import PlanText

/// What a rule of the house says where it is broken, with figures, titles and paths filled in at their braces.
struct HouseMessage {
  let text: Text
  let scope: HouseScope

  var message: Message {
    let (english, simplified, traditional) = (filled(.english), filled(.simplified), filled(.traditional))
    return Message(en: "\(english)", hans: "\(simplified)", hant: "\(traditional)")
  }

  private func filled(_ language: Language) -> String {
    var result = ""
    var rest = Substring(text.phrase(in: language))
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      let name = String(rest[rest.index(after: open)..<close])
      result += rest[..<open] + (filled(name, language) ?? "{\(name)}")
      rest = rest[rest.index(after: close)...]
    }
    return result + rest
  }

  /// What stands for a name; nil for one that means nothing here, which is left as it is written.
  private func filled(_ name: String, _ language: Language) -> String? {
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
