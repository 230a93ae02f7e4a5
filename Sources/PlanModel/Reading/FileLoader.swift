import PlanSyntax
import PlanText

/// Reads the files that documents name, each told of once.
struct FileLoader {
  let files: any FileAccess
  var diagnostics: [Diagnostic] = []
  /// Every file read, in the order of reading.
  var sources: [SourceFile]
  /// Whether a file could not be read whole: what it was to say is not there.
  private(set) var isDamaged = false
  /// Comments to the tool in the files read.
  var directives: [Directive] = []

  init(files: any FileAccess, sources: [SourceFile]) {
    self.files = files
    self.sources = sources
  }

  /// Notes files that were read by other means.
  mutating func add(_ files: [SourceFile]) {
    for file in files where !sources.contains(where: { $0.path == file.path }) { sources.append(file) }
  }

  /// The documents of a file; none, and a diagnostic at its name, where it cannot be read.
  mutating func load(_ name: Located<String>, namedBy file: SourceFile) -> [Document] {
    let answer = files.file(at: name.value, namedBy: file)
    switch answer {
    case .found(let source, let problems):
      let (tree, syntax) = parseYAML(source)
      if tree.isPartial { isDamaged = true }
      let documents = Document.all(in: tree)
      if !sources.contains(where: { $0.path == source.path }) {
        sources.append(source)
        diagnostics += problems + syntax
        directives += tree.directives
        if documents.isEmpty, problems.isEmpty, syntax.isEmpty {
          diagnostics.append(UnreachableInclude.empty(name.value, at: name.range))
        }
        for document in documents { diagnostics += document.headProblems() }
      }
      return documents
    case .missing: diagnostics.append(UnreachableInclude.missing(name.value, at: name.range))
    case .outsideRoot: diagnostics.append(UnreachableInclude.outsideRoot(name.value, at: name.range))
    case .unreadable(let reason):
      diagnostics.append(UnreachableInclude.unreadable(name.value, reason: reason, at: name.range))
    }
    isDamaged = true
    return []
  }
}
