package import PlanQuantities
import PlanSyntax
package import PlanText

/// What reading a file as a plan gives: the plan as far as it could be read, and every problem on the way.
package struct ReadPlan: Sendable {
  package let plan: ResolvedPlan
  package let diagnostics: [Diagnostic]
  /// Ids of the part files it includes, by path.
  package let parts: Set<String>
}

/// Reads a plan from its head: policies first, since they say how words are read, then head and parts.
///
/// - Parameter today: the day given by `--as-of`.
package func readPlan(_ head: Document, rest: [Document], files: any FileAccess, today: CivilDate?) -> ReadPlan {
  var reader = PlanReader(files: files, head: head)
  return reader.read(rest: rest, today: today)
}

private struct PlanReader {
  let files: any FileAccess
  let head: Document
  var diagnostics: [Diagnostic] = []
  var sources: [SourceFile]
  var parts: Set<String> = []
  var plan = Plan()
  var places: [UInt64: SourceRange]?
  var references: [Reference] = []
  var expressions: [ExpressionUse] = []

  init(files: any FileAccess, head: Document) {
    self.files = files
    self.head = head
    sources = [head.tree.file]
  }

  mutating func read(rest: [Document], today: CivilDate?) -> ReadPlan {
    let policyDocuments = loadPolicies()
    let included = rest.filter { $0.kind == .part } + loadParts(of: head, chain: [(head.tree.file.path, .nowhere)])
    var dialect = Dialect(currency: head.words("currency").first?.value)
    for document in [head] + included { addUnits(of: document, to: &dialect) }
    let policies = policyDocuments.map { readPolicy($0, &dialect) }
    if !included.isEmpty { places = [:] }
    decode(head, dialect)
    for document in included { decode(document, dialect) }
    if places != nil { requireSections(dialect) }
    let resolved = ResolvedPlan(
      plan: plan, policies: policies, dialect: dialect, expressions: expressions, file: head.tree.file, files: sources,
      today: today ?? plan.asOf?.value)
    checkReferences(references, in: resolved, &diagnostics)
    checkTaskDates(plan, &diagnostics)
    checkKPIFigures(resolved, &diagnostics)
    return ReadPlan(plan: resolved, diagnostics: diagnostics, parts: parts)
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

  private mutating func loadPolicies() -> [Document] {
    head.words("policy").flatMap { name -> [Document] in
      load(name, namedBy: head.tree.file).filter { document in
        if document.kind == .policy { return true }
        diagnostics.append(
          UnreachableInclude.notAPart(name.value, kind: document.kindWord, expected: "policy", at: name.range))
        return false
      }
    }
  }

  /// The parts a document includes, depth first; a cycle is told at the include that closes it.
  private mutating func loadParts(of document: Document, chain: [(path: String, include: SourceRange)]) -> [Document] {
    var found: [Document] = []
    for name in document.words("include") {
      for part in load(name, namedBy: document.tree.file) {
        let path = part.tree.file.path
        if let start = chain.firstIndex(where: { $0.path == path }) {
          let loop = (chain[(start + 1)...] + [(path, name.range)]).map { (name: $0.path, range: $0.include) }
          diagnostics.append(ReferenceCycle.diagnostic(loop))
        } else if part.kind != .part {
          diagnostics.append(
            UnreachableInclude.notAPart(name.value, kind: part.kindWord, expected: "part", at: name.range))
        } else if parts.insert(path).inserted {
          found.append(part)
          found += loadParts(of: part, chain: chain + [(path, name.range)])
        }
      }
    }
    return found
  }

  private mutating func load(_ name: Located<String>, namedBy file: SourceFile) -> [Document] {
    switch files.file(at: name.value, namedBy: file) {
    case .found(let source, let problems):
      let (tree, syntax) = parseYAML(source)
      if !sources.contains(where: { $0.path == source.path }) {
        sources.append(source)
        diagnostics += problems + syntax
      }
      let documents = Document.all(in: tree)
      for document in documents { diagnostics += document.headProblems() }
      return documents
    case .missing: diagnostics.append(UnreachableInclude.missing(name.value, at: name.range))
    case .outsideRoot: diagnostics.append(UnreachableInclude.outsideRoot(name.value, at: name.range))
    case .unreadable(let reason):
      diagnostics.append(UnreachableInclude.unreadable(name.value, reason: reason, at: name.range))
    }
    return []
  }

  private mutating func readPolicy(_ document: Document, _ dialect: inout Dialect) -> Policy {
    let (policy, problems) = PlanModel.readPolicy(document, dialect: &dialect)
    diagnostics += problems
    return policy
  }

  private mutating func decode(_ document: Document, _ dialect: Dialect) {
    var decoder = Decoder(document.tree, dialect: dialect, places: places)
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
  var kindWord: String {
    switch kind {
    case .plan: "plan"
    case .part: "part"
    case .policy: "policy"
    case .theme: "theme"
    case .other(let word): word
    case .none: "?"
    }
  }
}

/// Reads a policy; its currencies and units join the language the plans under it are read in.
package func readPolicy(_ document: Document, dialect: inout Dialect) -> (policy: Policy, diagnostics: [Diagnostic]) {
  let tree = document.tree
  if let units = tree.value(of: "units", in: document.root), tree.kind(units) == .mapping {
    for (name, synonyms) in tree.entries(units) {
      dialect.learn(unit: tree.text(name))
      let words = tree.kind(synonyms) == .sequence ? Array(tree.items(synonyms)) : [synonyms]
      for word in words where tree.kind(word) == .scalar {
        dialect.learn(synonym: tree.text(word), of: tree.text(name))
      }
    }
  }
  if let currencies = tree.value(of: "currencies", in: document.root), tree.kind(currencies) == .mapping {
    for (code, currency) in tree.entries(currencies) where tree.kind(currency) == .mapping {
      guard let symbols = tree.value(of: "symbols", in: currency) else { continue }
      let words = tree.kind(symbols) == .sequence ? Array(tree.items(symbols)) : [symbols]
      for word in words { dialect.learn(currencyWord: tree.text(word), of: tree.text(code)) }
    }
  }
  var decoder = Decoder(tree, dialect: dialect)
  let policy = decoder.noun(document.root, Policy.self, keyRange: .nowhere)
  return (policy, decoder.diagnostics)
}
