package import PlanQuantities
import PlanSyntax
package import PlanText

/// Something a plan is made of, written as a mapping: its fields are said once, in its table.
package protocol Noun: Sendable {
  init()
  /// The noun's name in fields and documentation, such as `line`; apart from the table, so that tables may name
  /// nouns, themselves included, without working each other out.
  static var nounName: String { get }
  /// The noun's fields, in the order planners write them.
  static var table: NounTable<Self> { get }
  /// What every noun may say, and where it stands.
  var common: Common { get set }
}

/// The fields every noun may have, and its place in the file.
package struct Common: Sendable {
  /// The whole of the noun.
  package var range = SourceRange.nowhere
  /// The key it stands under: its id, or the section's name.
  package var keyRange = SourceRange.nowhere
  /// Which rows of the table were written, a bit a row.
  var seen: UInt64 = 0
  package var title: Text?
  package var note: Text?
  package var source: Text?
  package var asOf: Located<Period>?
  package var basedOn: [Located<String>]?

  package init() {}
}

extension Noun {
  /// Whether a field was written, even if what it says could not be read: then the reading has told of it, and nothing
  /// should be said to be missing.
  package func wrote(_ key: String) -> Bool {
    var key = key
    guard let place = Self.table.index(of: key.withUTF8 { keyHash($0) }) else { return false }
    return common.seen & (1 << UInt64(place)) != 0
  }
}

extension SourceRange {
  /// The range of what was written nowhere, such as a default.
  package static let nowhere = SourceRange(file: FileID(UInt32.max), start: 0, end: 0)
  /// Whether this is a place in a file.
  package var isSomewhere: Bool { file.number != UInt32.max }
}

/// The fields of one noun: the one place they are said.
///
/// Decoding, JSON Schema, completion and the language reference all read it.
package final class NounTable<N: Noun>: Sendable {
  package let doc: Doc
  package let fields: [Field<N>]
  /// Groups of fields of which only one may be written.
  package let exclusive: [[String]]
  /// YAML that shows the noun in use, for the reference; a test lints it.
  package let example: String?
  /// The place of the field that a bare scalar stands for (◆), if the noun has a short form.
  package let principal: Int?
  /// The noun's name.
  package var name: String { N.nounName }
  /// Hashes of the keys, in the order of `fields`, for lookup without making strings.
  let hashes: [UInt64]
  /// The fields that may not simply be left out, a bit a row.
  let needed: UInt64
  /// The groups of `exclusive`, a bit a row.
  private let exclusiveRows: [UInt64]

  /// - Parameters:
  ///   - common: the shared fields the noun takes besides its own rows.
  ///   - exclusive: groups of fields of which only one may be written.
  ///   - example: the noun in use, as sections of a plan, or of a policy where plans have no such noun.
  @inline(never)
  package init(
    _ doc: Doc, common: [CommonField] = CommonField.allCases, exclusive: [[String]] = [],
    example: String? = nil, _ rows: [Field<N>]
  ) {
    var fields = rows
    for shared in common where !rows.indices.contains(where: { rows[$0].key == shared.rawValue }) {
      fields.append(shared.field(of: N.self))
    }
    self.doc = doc
    self.fields = fields
    self.exclusive = exclusive
    self.example = example
    principal = fields.indices.first { fields[$0].isPrincipal }
    hashes = fields.indices.map { row in
      var key = fields[row].key
      return key.withUTF8 { keyHash($0) }
    }
    func bits(_ isWanted: (Int) -> Bool) -> UInt64 {
      fields.indices.reduce(0) { isWanted($1) ? $0 | 1 << UInt64($1) : $0 }
    }
    needed = bits { if case .optional = fields[$0].need { false } else { true } }
    exclusiveRows = exclusive.map { group in bits { group.contains(fields[$0].key) } }
  }

  /// The groups of which more than one field was written.
  func overfull(_ seen: UInt64) -> [[String]] {
    exclusive.indices.filter { (exclusiveRows[$0] & seen).nonzeroBitCount > 1 }.map { exclusive[$0] }
  }

  /// The place of the field with this key, if the noun has one.
  @inline(__always)
  func index(of hash: UInt64) -> Int? {
    for place in 0..<hashes.count where hashes[place] == hash { return place }
    return nil
  }
}

/// A field every noun may have.
package enum CommonField: String, Sendable, CaseIterable {
  case title, note, source
  case asOf = "as_of"
  case basedOn = "based_on"

  func field<N: Noun>(of noun: N.Type) -> Field<N> {
    switch self {
    case .title: Field(common: "title", \.title, .text, Doc("a name for people", "给人看的名称"))
    case .note: Field(common: "note", \.note, .text, Doc("a remark; read by people only", "备注，只供人读"))
    case .source: Field(common: "source", \.source, .text, Doc("where the figure comes from", "数字的来源"))
    case .asOf: Field(common: "as_of", \.asOf, .period, Doc("when the figure was true", "数字所属的时间"))
    case .basedOn:
      Field(common: "based_on", \.basedOn, .list(.reference(.evidence)), Doc("ids of the evidence behind it", "所依据的证据"))
    }
  }
}

/// A sentence of documentation, in English and Chinese.
package struct Doc: Sendable {
  package let en: String
  package let zh: String
  package init(_ en: String, _ zh: String) {
    self.en = en
    self.zh = zh
  }
}
