import PlanModel
import PlanText

/// The reference of the plan language's fields as a page of the book, made from the field tables.
enum FieldReference {
  static var markdown: String {
    let head = """
      # Fields

      Every field of the language, by the noun it belongs to. ◆ marks the field that a bare value stands for: \
      `data-platform: EUR 22m` is `data-platform: {amount: EUR 22m}`. ❄ marks what approval freezes. The base is what \
      a percentage in the field is a share of. `marplan schema` prints the same tables as JSON Schema for editors.

      """
    return head + NounDescription.all.map(section).joined()
  }

  private static func section(_ noun: NounDescription) -> String {
    var text = "\n## \(noun.name)\n\n\(sentence(noun.doc.en)) \(sentence(noun.doc.zh, stop: "。"))\n\n"
    text += "| Field | Holds | Required | Meaning | 含义 | Base |\n|---|---|---|---|---|---|\n"
    let isDocument = DocumentKind(rawValue: noun.name) != nil
    text += noun.fields.map { row($0, isHead: isDocument && ["kind", "schema"].contains($0.key)) }.joined()
    return text
  }

  /// - Parameter isHead: whether it is one of the two fields that tell what the document is, which none may lack.
  private static func row(_ field: FieldDescription, isHead: Bool) -> String {
    let marks = (field.isPrincipal ? " ◆" : "") + (field.isFrozen ? " ❄" : "")
    let cells = [
      "`\(field.key)`\(marks)", field.shape.words.text(in: .english), isHead ? "yes" : need(field.need),
      field.doc.en, field.doc.zh, field.base ?? "",
    ]
    return "| " + cells.map { $0.replacing("|", with: "\\|") }.joined(separator: " | ") + " |\n"
  }

  private static func need(_ need: Need) -> String {
    switch need {
    case .optional: ""
    case .required: "yes"
    case .unless(let others): "or " + others.map { "`\($0)`" }.joined(separator: ", ")
    }
  }

  private static func sentence(_ text: String, stop: String = ".") -> String {
    text.prefix(1).uppercased() + text.dropFirst() + stop
  }
}
