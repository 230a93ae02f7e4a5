import PlanSyntax
import PlanText

/// Reads the files that documents name, each told of once and read once.
struct FileLoader {
  let files: any FileAccess
  var diagnostics: [Diagnostic] = []
  /// Every file read, in the order of reading.
  private(set) var sources: [SourceFile]
  /// Whether a file could not be read whole: what it was to say is not there.
  private(set) var isDamaged = false
  /// Comments to the tool in the files read.
  var directives: [Directive] = []

  private let limits: Limits
  private var paths: Set<String>
  /// The documents of each file read, by its path.
  private var documents: [String: [Document]] = [:]
  /// The path of each name that was asked for, by the folder it is relative to.
  private var asked: [Name: String] = [:]
  private var readBytes = 0
  private var attempts = 0
  private var isFull = false

  private struct Name: Hashable {
    let folder: Substring
    let name: String
  }

  init(files: any FileAccess, sources: [SourceFile], limits: Limits = Limits()) {
    self.files = files
    self.sources = sources
    self.limits = limits
    paths = Set(sources.map(\.path))
  }

  /// Notes files that were read by other means.
  mutating func add(_ files: [SourceFile]) {
    for file in files where paths.insert(file.path).inserted { sources.append(file) }
  }

  /// The documents of a file; none, and a diagnostic at its name, where it cannot be read.
  mutating func load(_ name: Located<String>, namedBy file: SourceFile) -> [Document] {
    let folder = file.path.lastIndex(of: "/").map { file.path[..<$0] } ?? ""
    let key = Name(folder: folder, name: name.value)
    if let path = asked[key], let known = documents[path] { return known }
    if !isFull, attempts >= limits.namedFiles || readBytes > limits.namedBytes {
      isFull = true
      isDamaged = true
      diagnostics.append(ResourceLimit.tooManyFiles(at: name.range, limits: limits))
    }
    if isFull { return [] }
    attempts += 1
    switch files.file(at: name.value, namedBy: file) {
    case .found(let source, let problems):
      asked[key] = source.path
      if let known = documents[source.path] { return known }
      readBytes += source.bytes.count
      let read = read(source, problems, name)
      documents[source.path] = read
      return read
    case .missing: diagnostics.append(UnreachableInclude.missing(name.value, at: name.range))
    case .outsideRoot: diagnostics.append(UnreachableInclude.outsideRoot(name.value, at: name.range))
    case .unreadable(let reason):
      diagnostics.append(UnreachableInclude.unreadable(name.value, reason: reason, at: name.range))
    }
    isDamaged = true
    return []
  }

  private mutating func read(_ source: SourceFile, _ problems: [Diagnostic], _ name: Located<String>) -> [Document] {
    let (tree, syntax) = parseYAML(source)
    if tree.isPartial { isDamaged = true }
    let documents = Document.all(in: tree)
    guard paths.insert(source.path).inserted else { return documents }
    sources.append(source)
    diagnostics += problems + syntax
    directives += tree.directives
    if documents.isEmpty, problems.isEmpty, syntax.isEmpty {
      diagnostics.append(UnreachableInclude.empty(name.value, at: name.range))
    }
    for document in documents { diagnostics += document.headProblems() }
    return documents
  }
}
