package import PlanQuantities
package import PlanSyntax
package import PlanText

/// What reading a portfolio gives.
package struct ReadPortfolio: Sendable {
  package let portfolio: ResolvedPortfolio
  package let diagnostics: [Diagnostic]
  /// Comments to the tool in the files it names.
  package let directives: [Directive]
}

/// Reads a portfolio, its policies and its plans. What is wrong inside a plan is told where the plan is checked, not
/// here.
///
/// - Parameter today: the day given by `--as-of`.
package func readPortfolio(_ head: Document, files: any FileAccess, today: CivilDate?) -> ReadPortfolio {
  var loader = FileLoader(files: files, sources: [head.tree.file])
  var diagnostics: [Diagnostic] = []
  var chain = PolicyChain()
  chain.add(head.words("policy"), namedBy: head.tree.file, by: &loader)
  var dialect = Dialect(currency: head.words("currency").first?.value)
  let policies = chain.read(&dialect, &diagnostics)
  var decoder = Decoder(head.tree, dialect: dialect, document: head.root)
  let portfolio = decoder.noun(head.root, Portfolio.self, keyRange: .nowhere)
  diagnostics += decoder.diagnostics

  var frame = Plan()
  frame.period = portfolio.period
  var members: [ResolvedPortfolio.Member] = []
  var unreadable: [Located<String>] = []
  for entry in portfolio.plans ?? Table() {
    let documents = loader.load(entry.value, namedBy: head.tree.file)
    guard let plan = documents.first(where: { $0.kind == .plan }) else {
      unreadable.append(entry.id)
      if let other = documents.first {
        diagnostics.append(
          UnreachableInclude.notAPart(entry.value.value, kind: other.kindWord, expected: "plan", at: entry.value.range))
      }
      continue
    }
    let file = plan.tree.file
    if let first = members.first(where: { $0.plan.file.path == file.path }) {
      diagnostics.append(DuplicateId.plan(entry.value.value, at: entry.value.range, first: first.name.range))
      continue
    }
    let read = readPlan(plan, rest: documents.filter { $0.root != plan.root }, files: files, today: today)
    members.append(ResolvedPortfolio.Member(id: entry.id, name: entry.value, plan: read.plan))
    if read.plan.isDamaged { unreadable.append(entry.id) }
    loader.add(read.plan.files)
  }
  let resolved = ResolvedPortfolio(
    portfolio: portfolio, house: PolicyBook(members: policies, plan: frame), members: members, unreadable: unreadable,
    file: head.tree.file, files: loader.sources, today: today)
  checkLimits(of: portfolio, &diagnostics)
  if unreadable.isEmpty { checkSharedRoles(of: resolved, &diagnostics) }
  return ReadPortfolio(
    portfolio: resolved, diagnostics: diagnostics + loader.diagnostics, directives: loader.directives)
}

/// A limit across plans bounds plans, categories or reserves: any other id means something else in every plan.
private func checkLimits(of portfolio: Portfolio, _ diagnostics: inout [Diagnostic]) {
  for entry in portfolio.limits ?? Table() {
    let limit = entry.value
    let ids = [("line", limit.line), ("channel", limit.channel), ("phase", limit.phase), ("kpi", limit.kpi)]
    for (key, id) in ids {
      if let id { diagnostics.append(UndefinedReference.acrossPlans(key, id.value, at: id.range)) }
    }
    if let each = limit.each, each.value != .plan, each.value != .category {
      diagnostics.append(UndefinedReference.acrossPlans("each", each.value.rawValue, at: each.range))
    }
  }
}

private func checkSharedRoles(of resolved: ResolvedPortfolio, _ diagnostics: inout [Diagnostic]) {
  let missing = resolved.sharedRoles.filter(\.plans.isEmpty)
  if missing.isEmpty { return }
  let known = KnownWords(resolved.members.flatMap { $0.plan.plan.team?.roles?.ids ?? [] })
  var effort = KnownWords.effort
  for (role, _) in missing {
    let near = known.nearest(to: role.value, effort: &effort)?.word
    diagnostics.append(
      UndefinedReference.diagnostic(role.value, target: .role, near: near, known: known.words, at: role.range))
  }
}
