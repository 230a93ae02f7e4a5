import PlanDriver
import PlanModel
import PlanReports
import PlanSyntax
import PlanText
import Testing

@Suite struct DocumentSchemaTests {
  /// What a YAML document looks like to a JSON Schema validator. Of a number only its type counts, save whole ones.
  func value(_ tree: NodeTree, _ node: NodeID) -> JSONValue {
    switch tree.kind(node) {
    case .alias: return tree.target(node).map { value(tree, $0) } ?? .null
    case .mapping:
      let entries = tree.entries(node).map { (tree.text($0.key), value(tree, $0.value)) }
      return .object(Dictionary(entries) { first, _ in first })
    case .sequence: return .array(tree.items(node).map { value(tree, $0) })
    case .scalar:
      let text = tree.text(node)
      guard tree.style(node) == .plain else { return .string(text) }
      if text.isEmpty || text == "null" || text == "~" { return .null }
      if text == "true" || text == "false" { return .boolean(text == "true") }
      if let number = Int(text) { return .integer(number) }
      return Double(text) == nil ? .string(text) : .integer(0)
    }
  }

  func violations(_ yaml: String, _ kind: PublishedSchema) throws -> [String] {
    let (source, _) = decodeSource(Array(yaml.utf8), id: FileID(0), path: "x.yaml")
    let tree = parseYAML(source).tree
    let schema = try schema(kind)
    return tree.roots.flatMap { value(tree, $0).violations(of: schema, in: schema) }
  }

  @Test func everyNounIsDescribed() {
    let names = Set(NounDescription.all.map(\.name))
    #expect(names.count == NounDescription.all.count)
    for noun in NounDescription.all {
      for name in noun.fields.flatMap(\.shape.nouns) { #expect(names.contains(name), "\(noun.name) holds \(name)") }
    }
  }

  @Test func shippedDocumentsFollowTheirSchemas() throws {
    let store = FileStore()
    for file in try discover([repository + "/plans"]).get() {
      let (source, _) = try store.read(file.path).get()
      let text = String(decoding: source.bytes, as: UTF8.self)
      let kind = try #require(PublishedSchema.allCases.first { text.contains("\nkind: \($0.rawValue)\n") })
      #expect(try violations(text, kind) == [], "\(file.path)")
    }
  }

  static let head = """
    kind: plan
    schema: 1
    id: case
    title: Case
    period: 2025
    currency: CNY
    owner: cmo

    """

  @Test(arguments: [
    "budget: {total: CNY 5, lines: {a: CNY 5}}", "budget: {total: CNY 5, lines: {a: {amount: CNY 5, title: {en: A}}}}",
    "team: {roles: {cmo: Head, cto: {en: Head, zh-Hans: 负责人}, ceo: {title: Chief}}}",
    "attribution: linear", "channels: {live: {side: online, links: {shop: [traffic]}}}",
    "milestones: {m: {date: 2025}}", "tasks: {t: {duration: 2w, after: a}, u: {duration: 2w, after: [a, b SS]}}",
    "claims: {c: {holds: a > b}}", "policy: one.yaml",
  ])
  func acceptsWhatTheLanguageAllows(section: String) throws {
    #expect(try violations(Self.head + section, .plan) == [])
  }

  @Test(arguments: [
    "budgett: {}", "budget: {totl: CNY 5}", "budget: {lines: {a: {amout: CNY 5}}}", "budget: {lines: {a: [CNY 5]}}",
    "milestones: {m: {owner: cmo}}", "tasks: {t: {ownr: cmo}}", "claims: {c: {where: letter}}", "status: finished",
    "objectives: [a]",
  ])
  func refusesWhatItDoesNot(section: String) throws {
    #expect(try violations(Self.head + section, .plan) != [])
  }

  @Test func aPartNeedsNoHead() throws {
    #expect(try violations("kind: part\nschema: 1\nbudget: {total: CNY 5}\n", .part) == [])
    #expect(try violations("kind: part\nschema: 1\ncurrency: CNY\n", .part) != [])
    #expect(try violations("kind: plan\nschema: 1\n", .part) != [])
  }
}
