import Glibc
package import PlanModel
package import PlanSyntax
package import PlanText
import Synchronization

/// Files on disk: gives each path one number, and lets plans read only inside their root.
package final class FileStore: FileAccess {
  private let numbers = Mutex<[String: UInt32]>([:])
  private let limits: Limits
  /// Whether it is noted which bytes a file had in which state.
  private let notesContents: Bool

  package init(limits: Limits = Limits()) {
    self.limits = limits
    notesContents = false
  }

  /// One that notes which bytes each file had in which state.
  init(notingContents: Bool) {
    limits = Limits()
    notesContents = notingContents
  }

  /// The file at a path, read whole; the reason in words if it cannot be read.
  package func read(_ path: String) -> Result<(SourceFile, [Diagnostic]), FileProblem> {
    open(path).map { ($0.source, $0.problems) }
  }

  /// A file read whole, and its state.
  func open(_ path: String) -> Result<ReadFile, FileProblem> {
    let stamp = notesContents ? FileStamp(of: path) : nil
    return readBytes(path, atMost: limits.bytes + 1).map { bytes in
      let (source, problems) = decodeSource(bytes, id: id(path), path: path, limits: limits)
      // A file that is cut off at the limit has bytes that nobody has seen.
      let content = stamp.flatMap { bytes.count > limits.bytes ? nil : FileContent(stamp: $0, digest: blake2b(bytes)) }
      return ReadFile(source: source, problems: problems, content: content)
    }
  }

  private func id(_ path: String) -> FileID {
    numbers.withLock { numbers in
      if let number = numbers[path] { return FileID(number) }
      let number = UInt32(numbers.count)
      numbers[path] = number
      return FileID(number)
    }
  }

  package func file(at name: String, namedBy file: SourceFile) -> FileAnswer { answer(for: name, namedBy: file).answer }

  /// What is found under a name, and the state of the file.
  func answer(for name: String, namedBy file: SourceFile) -> (answer: FileAnswer, content: FileContent?) {
    switch whereabouts(of: name, in: folder(of: file.path)) {
    case .outsideRoot: return (.outsideRoot, nil)
    case .missing: return (.missing, nil)
    case .file(let path):
      switch open(path) {
      case .success(let file): return (.found(file.source, file.problems), file.content)
      case .failure(let problem): return (.unreadable(reason: problem.reason), nil)
      }
    }
  }
}

/// A file read whole.
struct ReadFile {
  let source: SourceFile
  let problems: [Diagnostic]
  /// Its bytes and its state, if they are noted.
  let content: FileContent?
}

/// Which bytes a file had in which state.
struct FileContent: Sendable, Equatable {
  /// The state from before it was read.
  let stamp: FileStamp
  let digest: Digest
}

/// Where a name leads.
enum Whereabouts: Equatable {
  case outsideRoot
  case missing
  /// A path beginning as that of the folder does.
  case file(String)
}

/// Where a name leads that a file in a folder says.
///
/// - Parameter root: gives the folder that the files of a folder must stay in.
func whereabouts(of name: String, in folder: String, root: (String) -> String = rootFolder) -> Whereabouts {
  guard !name.hasPrefix("/"), !name.utf8.contains(0) else { return .outsideRoot }
  let path = normalized(folder == "." ? name : folder + "/" + name)
  guard let real = realPath(path) else { return .missing }
  let root = root(folder)
  return isInside(root, real) ? .file(path) : .outsideRoot
}

/// The folder a file is in, as its path says it.
func folder(of path: String) -> String { path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "." }

/// Why a file could not be read or written.
package struct FileProblem: Error, Sendable {
  package let path: String
  /// The operating system's words.
  package let reason: String

  init(_ path: String, _ code: Int32 = errno) {
    self.path = path
    reason = String(cString: strerror(code))
  }

  init(_ path: String, reason: String) {
    self.path = path
    self.reason = reason
  }
}

/// The folder that the plans in a folder must stay in: the nearest one, from theirs upwards, with `marplan.yaml`, else the
/// git top level, else theirs; with symbolic links resolved.
func rootFolder(of folder: String) -> String {
  guard let start = realPath(folder.isEmpty ? "/" : folder) else { return folder }
  return ancestor(of: start, holding: "marplan.yaml") ?? ancestor(of: start, holding: ".git") ?? start
}

private func ancestor(of folder: String, holding name: String) -> String? {
  var current = folder
  while true {
    if access(current == "/" ? "/" + name : current + "/" + name, F_OK) == 0 { return current }
    guard current != "/", let slash = current.lastIndex(of: "/") else { return nil }
    current = slash == current.startIndex ? "/" : String(current[..<slash])
  }
}

/// A path with symbolic links resolved; nil if nothing is there.
func realPath(_ path: String) -> String? {
  guard let resolved = realpath(path, nil) else { return nil }
  defer { free(resolved) }
  return String(cString: resolved)
}

/// A path without `.` and without `..` where a folder before it can be dropped.
func normalized(_ path: String) -> String {
  // Texts of their own: adding a part of another text has the runtime search all conformances of the program.
  var parts: [String] = []
  for part in path.split(separator: "/", omittingEmptySubsequences: true).map(String.init) {
    if part == "." { continue }
    if part == "..", let last = parts.last, last != ".." { parts.removeLast() } else { parts.append(part) }
  }
  let isAbsolute = path.hasPrefix("/")
  if parts.isEmpty { return isAbsolute ? "/" : "." }
  var joined = ""
  for part in parts {
    if !joined.isEmpty || isAbsolute { joined += "/" }
    joined += part
  }
  return joined
}

/// Whether a path lies in a folder or is the folder, both without links.
func isInside(_ folder: String, _ path: String) -> Bool {
  path == folder || path.hasPrefix(folder == "/" ? "/" : folder + "/")
}

/// The bytes of a regular file, at most so many; pipes and devices are refused, and never waited for.
func readBytes(_ path: String, atMost limit: Int) -> Result<[UInt8], FileProblem> {
  let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)
  guard descriptor >= 0 else { return .failure(FileProblem(path)) }
  defer { close(descriptor) }
  var status = stat()
  guard fstat(descriptor, &status) == 0 else { return .failure(FileProblem(path)) }
  guard status.st_mode & S_IFMT == S_IFREG else { return .failure(FileProblem(path, reason: "not a regular file")) }
  let size = Int(status.st_size)
  // One byte more is asked for, so that a file that grows meanwhile is noticed without asking once more.
  let capacity = min(size < .max ? size + 1 : size, limit)
  var isRead = true
  var bytes = [UInt8](unsafeUninitializedCapacity: capacity) { buffer, count in
    while count < capacity {
      let got = readSome(descriptor, buffer.baseAddress?.advanced(by: count), capacity - count)
      isRead = got >= 0
      if got <= 0 { break }
      count += got
      if count == size { break }
    }
  }
  if isRead, bytes.count > size, bytes.count < limit { isRead = readOn(descriptor, &bytes, limit) }
  return isRead ? .success(bytes) : .failure(FileProblem(path))
}

/// Reads what a file has grown by, and files whose size the system does not say.
private func readOn(_ descriptor: Int32, _ bytes: inout [UInt8], _ limit: Int) -> Bool {
  var piece = [UInt8](repeating: 0, count: 65_536)
  while bytes.count < limit {
    let wanted = min(piece.count, limit - bytes.count)
    let got = piece.withUnsafeMutableBytes { readSome(descriptor, $0.baseAddress, wanted) }
    if got < 0 { return false }
    if got == 0 { break }
    bytes += piece[..<got]
  }
  return true
}

/// What `read` gives, a signal aside.
func readSome(_ descriptor: Int32, _ place: UnsafeMutableRawPointer?, _ count: Int) -> Int {
  while true {
    let got = Glibc.read(descriptor, place, count)
    if got >= 0 || errno != EINTR { return got }
  }
}
