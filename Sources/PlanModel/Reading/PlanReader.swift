package import PlanQuantities
package import PlanSyntax
package import PlanText

/// What reading a file as a plan gives: the plan as far as it could be read, and every problem on the way.
package struct ReadPlan: Sendable {
  package let plan: ResolvedPlan
  package let diagnostics: [Diagnostic]
  /// Ids of the part files it includes, by path.
  package let parts: Set<String>
  /// Comments to the tool in the files it names, parts and policies.
  package let directives: [Directive]
}

/// Reads a plan from its head: policies first, since they say how words are read, then head and parts.
///
/// - Parameter today: the day given by `--as-of`.
package func readPlan(_ head: Document, rest: [Document], files: any FileAccess, today: CivilDate?) -> ReadPlan {
  var reader = PlanReader(files: files, head: head)
  return reader.read(rest: rest, today: today)
}

private struct PlanReader {
  let head: Document
  var loader: FileLoader
  var diagnostics: [Diagnostic] = []
  var parts: Set<String> = []
  var plan = Plan()
  var places: [UInt64: SourceRange]?
  var references: [Reference] = []
  var expressions: [ExpressionUse] = []
  /// Kept only where a policy asks for languages, or a glossary for words.
  var texts: [TextUse]?

  init(files: any FileAccess, head: Document) {
    self.head = head
    loader = FileLoader(files: files, sources: [head.tree.file])
  }

  mutating func read(rest: [Document], today: CivilDate?) -> ReadPlan {
    var chain = PolicyChain()
    chain.add(head.words("policy"), namedBy: head.tree.file, by: &loader)
    let own = rest.filter { $0.kind == .part }
    let included = own + ([head] + own).flatMap { loadParts(of: $0, chain: [(head.tree.file.path, .nowhere)]) }
    var dialect = Dialect(currency: head.words("currency").first?.value)
    for document in [head] + included { addUnits(of: document, to: &dialect) }
    if let calendar = head.words("calendar").first { dialect.yearStarts = chain.yearStarts(by: calendar.value) }
    let members = chain.read(&dialect, &diagnostics)
    let hasGlossary = ([head] + included).contains { $0.tree.value(of: "glossary", in: $0.root) != nil }
    if hasGlossary || members.contains(where: { $0.policy.required?.languages?.isEmpty == false }) { texts = [] }
    if !included.isEmpty { places = [:] }
    decode(head, dialect)
    for document in included { decode(document, dialect) }
    if places != nil { requireSections(dialect) }
    if let status = plan.status, plan.life >= .approved, plan.approval == nil, !plan.wrote("approval") {
      diagnostics.append(MissingKey.approval(of: status))
    }
    let house = members.isEmpty && plan.limits == nil ? .none : PolicyBook(members: members, plan: plan)
    let resolved = ResolvedPlan(
      plan: plan, house: house, dialect: dialect, expressions: expressions, references: references, texts: texts ?? [],
      file: head.tree.file, files: loader.sources, today: today ?? plan.asOf?.value,
      isDamaged: head.tree.isPartial || loader.isDamaged)
    checkReferences(references, in: resolved, &diagnostics)
    checkTaskDates(plan, &diagnostics)
    checkEventDays(plan, &diagnostics)
    checkKPIFigures(resolved, &diagnostics)
    checkPolicies(of: resolved, &diagnostics)
    diagnostics += loader.diagnostics
    return ReadPlan(plan: resolved, diagnostics: diagnostics, parts: parts, directives: loader.directives)
  }

  /// Units that the plan's KPIs bring into the language, so that literals in expressions may use them.
  private func addUnits(of document: Document, to dialect: inout Dialect) {
    let tree = document.tree
    guard let kpis = tree.value(of: "kpis", in: document.root), tree.kind(kpis) == .mapping else { return }
    for (_, kpi) in tree.entries(kpis) where tree.kind(kpi) == .mapping {
      guard let unit = tree.value(of: "unit", in: kpi), tree.kind(unit) == .scalar else { continue }
      dialect.learn(unit: tree.text(unit))
    }
  }

  /// The parts a document includes, depth first, each file once; a cycle is told at the include that closes it.
  private mutating func loadParts(of document: Document, chain: [(path: String, include: SourceRange)]) -> [Document] {
    var found: [Document] = []
    for name in document.words("include") {
      let documents = loader.load(name, namedBy: document.tree.file)
      guard let path = documents.first?.tree.file.path else { continue }
      if let start = chain.firstIndex(where: { $0.path == path }) {
        let loop = (chain[(start + 1)...] + [(path, name.range)]).map { (name: $0.path, range: $0.include) }
        diagnostics.append(ReferenceCycle.diagnostic(loop))
        continue
      }
      for other in documents where other.kind != .part {
        diagnostics.append(
          UnreachableInclude.notAPart(name.value, kind: other.kindWord, expected: "part", at: name.range))
      }
      guard parts.insert(path).inserted else { continue }
      for part in documents where part.kind == .part {
        found.append(part)
        found += loadParts(of: part, chain: chain + [(path, name.range)])
      }
    }
    return found
  }

  private mutating func decode(_ document: Document, _ dialect: Dialect) {
    var decoder = Decoder(document.tree, dialect: dialect, places: places, document: document.root)
    if texts != nil { decoder.texts = [] }
    if document.kind == .plan {
      plan = decoder.noun(
        document.root, Plan.self, keyRange: .nowhere, adding: nil, isUnited: true)
    } else {
      decoder.part(document.root, into: &plan)
    }
    diagnostics += decoder.diagnostics
    // Most plans are one document: its lists are handed on whole.
    references = references.isEmpty ? decoder.references : references + decoder.references
    expressions = expressions.isEmpty ? decoder.expressions : expressions + decoder.expressions
    places = decoder.places
    texts? += decoder.texts ?? []
  }

  /// Asks for the required fields of nouns that several documents may say together.
  private mutating func requireSections(_ dialect: Dialect) {
    var decoder = Decoder(head.tree, dialect: dialect)
    decoder.requireKeys(plan)
    if let budget = plan.budget { decoder.requireKeys(budget) }
    if let operating = plan.budget?.operating { decoder.requireKeys(operating) }
    if let allocation = plan.budget?.allocation { decoder.requireKeys(allocation) }
    if let reallocation = plan.budget?.reallocation { decoder.requireKeys(reallocation) }
    if let feasibility = plan.feasibility { decoder.requireKeys(feasibility) }
    if let attribution = plan.attribution { decoder.requireKeys(attribution) }
    if let approval = plan.approval { decoder.requireKeys(approval) }
    diagnostics += decoder.diagnostics
  }
}

extension Document {
  /// The word under `kind`, for messages.
  package var kindWord: String {
    switch kind {
    case .plan: "plan"
    case .part: "part"
    case .policy: "policy"
    case .portfolio: "portfolio"
    case .theme: "theme"
    case .other(let word): word
    case .none: "?"
    }
  }
}
