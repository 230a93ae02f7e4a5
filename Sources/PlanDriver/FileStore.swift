import Glibc
package import PlanModel
package import PlanSyntax
package import PlanText
import Synchronization

/// Files on disk: gives each path one number, and lets plans read only inside their root.
package final class FileStore: FileAccess {
  private let numbers = Mutex<[String: UInt32]>([:])
  private let limits: Limits

  package init(limits: Limits = Limits()) { self.limits = limits }

  /// The file at a path, read whole; the reason in words if it cannot be read.
  package func read(_ path: String) -> Result<(SourceFile, [Diagnostic]), FileProblem> {
    readBytes(path, atMost: limits.bytes + 1).map { bytes in
      decodeSource(bytes, id: id(path), path: path, limits: limits)
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

  package func file(at name: String, namedBy file: SourceFile) -> FileAnswer {
    let folder = file.path.lastIndex(of: "/").map { String(file.path[..<$0]) } ?? "."
    guard !name.hasPrefix("/"), !name.utf8.contains(0) else { return .outsideRoot }
    let path = normalized(folder == "." ? name : folder + "/" + name)
    guard let real = realPath(path) else { return .missing }
    let root = rootFolder(of: file.path)
    guard real == root || real.hasPrefix(root == "/" ? "/" : root + "/") else { return .outsideRoot }
    switch read(path) {
    case .success(let (source, problems)): return .found(source, problems)
    case .failure(let problem): return .unreadable(reason: problem.reason)
    }
  }
}

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

/// The folder a plan's files must stay in: the nearest ancestor with `marplan.yaml`, else the git top level, else the
/// folder of the file; with symbolic links resolved.
func rootFolder(of path: String) -> String {
  let folder = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
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
  var parts: [Substring] = []
  for part in path.split(separator: "/", omittingEmptySubsequences: true) {
    if part == "." { continue }
    if part == "..", let last = parts.last, last != ".." { parts.removeLast() } else { parts.append(part) }
  }
  let joined = parts.joined(separator: "/")
  return path.hasPrefix("/") ? "/" + joined : (joined.isEmpty ? "." : joined)
}

/// The bytes of a regular file, at most so many.
func readBytes(_ path: String, atMost limit: Int) -> Result<[UInt8], FileProblem> {
  let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
  guard descriptor >= 0 else { return .failure(FileProblem(path)) }
  defer { close(descriptor) }
  var status = stat()
  guard fstat(descriptor, &status) == 0 else { return .failure(FileProblem(path)) }
  guard status.st_mode & S_IFMT == S_IFREG else { return .failure(FileProblem(path, reason: "not a regular file")) }
  let size = min(Int(status.st_size), limit)
  var failure: FileProblem?
  let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
    while count < size {
      let got = Glibc.read(descriptor, buffer.baseAddress?.advanced(by: count), size - count)
      if got == 0 { break }
      if got < 0 {
        if errno == EINTR { continue }
        failure = FileProblem(path)
        break
      }
      count += got
    }
  }
  return failure.map { .failure($0) } ?? .success(bytes)
}
