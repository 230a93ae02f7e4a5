import PlanModel
import PlanText

/// The reference of the plan language as a page of the book: its head is written by hand, the rest is made from the
/// field tables.
enum LanguageReference {
  static var markdown: String {
    let head = String(decoding: PackageResources.language_head_md, as: UTF8.self)
    return head + contents
      + groups.map { group in "\n## \(group.title)\n" + group.nouns.map(section).joined() }.joined()
  }

  /// A stretch of the reference.
  private struct Group {
    let title: String
    let nouns: [NounDescription]
  }

  /// Documents, then what is in them: every noun at the first place a reader meets it.
  private static let groups: [Group] = {
    let documents = NounDescription.all.filter { isDocument($0) }
    var told = Set(documents.map(\.name))
    var groups = [Group(title: "Documents", nouns: documents)]
    for document in documents {
      var met: [NounDescription] = []
      meet(document, &met, &told)
      if !met.isEmpty { groups.append(Group(title: "What is in a \(document.name)", nouns: met)) }
    }
    return groups
  }()

  /// Adds the nouns that a noun's fields lead to and that were not met before, each followed by its own.
  private static func meet(_ noun: NounDescription, _ met: inout [NounDescription], _ told: inout Set<String>) {
    for name in noun.fields.flatMap(\.shape.nouns) where told.insert(name).inserted {
      guard let next = NounDescription.named(name) else { continue }
      met.append(next)
      meet(next, &met, &told)
    }
  }

  private static func isDocument(_ noun: NounDescription) -> Bool { noun.fields.first?.key == "kind" }

  private static var contents: String {
    "\n## Contents\n\n"
      + groups.map { group in
        "- \(group.title): " + group.nouns.map { "[\($0.name)](#\($0.name))" }.joined(separator: ", ") + "\n"
      }.joined()
  }

  private static func section(_ noun: NounDescription) -> String {
    let common = Set(CommonField.allCases.map(\.rawValue))
    let said: (FieldDescription) -> Bool = { field in
      !common.contains(field.key) || field.isPrincipal || field.need.isAsked
    }
    let rows = noun.fields.filter(said)
    let hasBase = rows.contains { $0.base != nil }
    var text = "\n### \(noun.name)\n\n\(sentence(noun.doc.en)) \(sentence(noun.doc.zh, stop: "。"))\n\n"
    text += "| Field | Holds | Required | Meaning | 含义 |" + (hasBase ? " A percentage is of |" : "") + "\n"
    text += "|---|---|---|---|---|" + (hasBase ? "---|" : "") + "\n"
    text += rows.map { row($0, isHead: isDocument(noun) && ["kind", "schema"].contains($0.key), hasBase) }.joined()
    let others = noun.fields.filter { !said($0) }.map { "`\($0.key)`" }
    if !others.isEmpty { text += "\nAlso \(others.joined(separator: ", ")).\n" }
    for group in noun.exclusive {
      text += "\nOnly one of \(group.map { "`\($0)`" }.joined(separator: ", ")) may be written.\n"
    }
    if let example = noun.example { text += "\n```yaml\n\(example)\n```\n" }
    return text
  }

  /// - Parameter isHead: whether it is one of the two fields that tell what the document is, which none may lack.
  private static func row(_ field: FieldDescription, isHead: Bool, _ hasBase: Bool) -> String {
    let marks = (field.isPrincipal ? " ◆" : "") + (field.isFrozen ? " ❄" : "") + mark(field.tightening)
    let cells = [
      "`\(field.key)`\(marks)", holds(field.shape), isHead ? "yes" : need(field.need), field.doc.en, field.doc.zh,
    ]
    return "| "
      + (hasBase ? cells + [field.base ?? ""] : cells).map { $0.replacing("|", with: "\\|") }
      .joined(separator: " | ") + " |\n"
  }

  private static func mark(_ tightening: Tightening) -> String {
    switch tightening {
    case .no: ""
    case .lower: " ↓"
    case .higher: " ↑"
    case .narrower: " ⊂"
    case .superset: " ＋"
    }
  }

  /// What may stand in a field, in few words, with links to the nouns.
  private static func holds(_ shape: Shape) -> String {
    switch shape {
    case .text: "text"
    case .prose: "text, may be empty"
    case .word: "word"
    case .flag: "`true` or `false`"
    case .integer: "whole number"
    case .date: "date"
    case .period: "period"
    case .expression: "expression"
    case .condition: "condition"
    case .link: "dependency: `id`, `id SS+2w`"
    case .file: "path of a file"
    case .payer: "id of a [line](#line) or [reserve](#reserve), or map of these to money"
    case .colour: "colour, `\"#0B4F6C\"`"
    case .quantity(let kind): kind.words.text(in: .english)
    case .choice(let words): words.map { "`\($0)`" }.joined(separator: ", ")
    case .reference(let target): "id of a \(linked(target.rawValue))"
    case .orNone(let shape): "\(holds(shape)), or `none`"
    case .list(let item): "list: \(holds(item))"
    case .map(let item): "map by id: \(holds(item))"
    case .keyed(let key, let item): "map from \(holds(key)) to \(holds(item))"
    case .noun(let name): linked(name)
    }
  }

  private static func linked(_ name: String) -> String {
    NounDescription.named(name) == nil ? name : "[\(name)](#\(name))"
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

extension Need {
  /// Whether the field may not simply be left out.
  fileprivate var isAsked: Bool {
    if case .optional = self { false } else { true }
  }
}
