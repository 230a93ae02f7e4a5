import PlanAnalysis
package import PlanModel
package import PlanQuantities
import PlanRules
import PlanSchedule
import PlanSyntax
package import PlanText

/// What checking one file gives.
package struct CheckedFile: Sendable {
  package var diagnostics: [Diagnostic] = []
  /// The plan, if the file holds one.
  package var plan: ResolvedPlan?
  /// The plan's schedule, if a rule asked for it.
  var schedule: Schedule?
  /// The portfolio, if the file holds one.
  package var portfolio: ResolvedPortfolio?
  /// Paths of the parts the plan includes.
  package var parts: Set<String> = []
  package var content: Content = .foreign
  /// What ignore comments hide.
  package var hidden: [Diagnostic] = []
  /// The codes in ignore comments that hid something, by their places.
  package var usedComments: Set<SourceRange> = []
  /// Comments to the tool, in the file itself and its parts.
  var directives: [Directive] = []
  /// Comments to the tool in the policies it stands under.
  var borrowedDirectives: [Directive] = []
  /// The policies whose word on hiding findings holds.
  var house = PolicyBook.none
  /// Files that diagnostics may point into.
  package var files: [SourceFile]

  /// What a file turned out to be.
  package enum Content: Sendable {
    case plan, policy, part, portfolio, theme
    /// No `kind`: not one of ours.
    case foreign
  }
}

/// How files are checked.
package struct CheckOptions: Sendable {
  /// Today, if `--as-of` says it.
  package var today: CivilDate?
  package init(today: CivilDate? = nil) { self.today = today }
}

/// A file to check, as it was read.
package struct FileToCheck: Sendable {
  package var source: SourceFile
  /// What was found while its bytes were read.
  package var problems: [Diagnostic] = []
  /// Whether the user named the file itself; a file that is none of ours is then an error.
  package var isNamed = false
  /// Where the files it names come from; nil if from where those of the others do.
  package var files: (any FileAccess)?
}

/// Checks one file whole: reads it, follows what it names, and runs every rule. The one way from text to findings.
///
/// - Parameters:
///   - problems: what was found while the bytes were read.
///   - isNamed: whether the user named the file itself; a file that is none of ours is then an error.
package func checkFile(
  _ file: SourceFile, problems: [Diagnostic] = [], files: any FileAccess, options: CheckOptions, isNamed: Bool = false
) -> CheckedFile {
  checkFiles([FileToCheck(source: file, problems: problems, isNamed: isNamed)], files: files, options: options)[0]
}

/// Checks several files, each whole; gives them in the same order.
///
/// Step by step, not file by file: the code of all steps is larger than a processor's caches, and so is fetched once for
/// all the files and not once for each.
///
/// - Parameter endsProcess: whether the process ends after this. Nothing is taken apart then: the system takes back
///   all memory at once.
package func checkFiles(
  _ given: [FileToCheck], files: any FileAccess, options: CheckOptions, endsProcess: Bool = false
) -> [CheckedFile] {
  var parsed = given.map { parseYAML($0.source) }
  var results = zip(given, parsed).map { file, parsed in
    readDocuments(file, parsed.tree, parsed.diagnostics, file.files ?? files, options)
  }
  if !endsProcess { parsed = [] }
  let places = results.indices.filter { results[$0].plan != nil }
  let judged = checkRules(results.compactMap(\.plan))
  var findings = results.map { $0.diagnostics.map { Finding($0) } }
  for (place, found) in zip(places, judged) {
    findings[place] += found.takeFindings()
    results[place].schedule = found.figures.knownSchedule
  }
  for place in results.indices {
    results[place].diagnostics = summedUp(results[place].unhidden(findings[place], options))
  }
  if endsProcess { keepForEver((parsed, judged, results)) }
  return results
}

/// Keeps something until the process ends.
private func keepForEver<Thing>(_ thing: Thing) {
  UnsafeMutablePointer<Thing>.allocate(capacity: 1).initialize(to: thing)
}

extension CheckedFile {
  /// What comments do not hide, and what is wrong with them; most files have none.
  fileprivate mutating func unhidden(_ findings: [Finding], _ options: CheckOptions) -> [Finding] {
    if directives.isEmpty, borrowedDirectives.isEmpty { return findings }
    let heard = suppress(
      findings, own: directives, borrowed: borrowedDirectives, house: house,
      today: plan?.today ?? options.today, isDamaged: plan?.isDamaged ?? false)
    (hidden, usedComments) = (heard.hidden, heard.used)
    return heard.findings
  }
}

/// What a file's documents say, without what the rules make of it.
private func readDocuments(
  _ file: FileToCheck, _ tree: NodeTree, _ syntax: [Diagnostic], _ files: any FileAccess, _ options: CheckOptions
) -> CheckedFile {
  var result = CheckedFile(files: [file.source])
  result.diagnostics = file.problems + syntax
  let documents = Document.all(in: tree)
  guard let head = documents.first(where: { $0.kind != .part }) ?? documents.first else {
    if file.isNamed, syntax.isEmpty, file.source.isReadable {
      result.diagnostics.append(UnsupportedSchema.kind(nil, at: file.source.firstCharacter(of: file.source.wholeRange)))
    }
    return result
  }
  if head.kind != .none || file.isNamed { result.diagnostics += documents.flatMap { $0.headProblems() } }
  if documents.count > 1 { result.diagnostics += strangers(among: documents, under: head) }
  if head.kind != .none, head.kind != .part { result.directives = tree.directives }
  switch head.kind {
  case .plan:
    result.content = .plan
    let read = readPlan(head, rest: documents.filter { $0.root != head.root }, files: files, today: options.today)
    result.diagnostics += read.diagnostics
    result.parts = read.parts
    result.plan = read.plan
    result.files = read.plan.files
    result.house = read.plan.house
    let parts = Set(read.plan.files.filter { read.parts.contains($0.path) }.map(\.id))
    for directive in read.directives {
      if parts.contains(directive.range.file) {
        result.directives.append(directive)
      } else {
        result.borrowedDirectives.append(directive)
      }
    }
  case .policy:
    result.content = .policy
    for document in documents where document.kind == .policy {
      let read = readPolicy(document, files: files)
      result.diagnostics += read.diagnostics
      result.files += read.files.filter { file in !result.files.contains { $0.path == file.path } }
      result.house = PolicyBook(members: read.members, plan: Plan())
    }
  case .theme:
    result.content = .theme
    for document in documents where document.kind == .theme {
      result.diagnostics += readTheme(document).diagnostics
    }
  case .portfolio:
    result.content = .portfolio
    let read = readPortfolio(head, files: files, today: options.today)
    result.diagnostics += read.diagnostics + checkPortfolio(read.portfolio)
    result.portfolio = read.portfolio
    result.files = read.portfolio.files
    result.house = read.portfolio.house
    result.borrowedDirectives = read.directives
  case .part: result.content = .part
  case .other, .none: break
  }
  return result
}

/// Documents that cannot share the file with its head: nothing in them would be read.
private func strangers(among documents: [Document], under head: Document) -> [Diagnostic] {
  documents.filter { $0.root != head.root }.compactMap { document in
    switch (head.kind, document.kind) {
    case (_, .none), (_, .other), (.none, _), (.other, _), (.plan, .part), (.part, .part), (.policy, .policy): nil
    default:
      UnsupportedSchema.second(
        document.kindWord, besides: head.kindWord,
        at: document.tree.file.firstCharacter(of: document.tree.range(document.root)))
    }
  }
}
