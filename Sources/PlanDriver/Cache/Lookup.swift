import PlanModel
import PlanText
import Synchronization

/// What a name in a file led to: a check of that file rests on it.
struct Lookup: Sendable {
  /// The folder of the file that says the name.
  let folder: String
  let name: String
  let answer: Answer

  enum Answer: Sendable, Equatable {
    case outsideRoot
    case missing
    case found(path: String, Digest)
  }

  func write(to bytes: inout CacheWriter) {
    bytes.write(folder)
    bytes.write(name)
    switch answer {
    case .outsideRoot: bytes.write(UInt8(0))
    case .missing: bytes.write(UInt8(1))
    case .found(let path, let digest):
      bytes.write(UInt8(2))
      bytes.write(path)
      bytes.write(digest)
    }
  }

  /// - Parameter bytes: where one was written.
  init(from bytes: inout CacheReader) {
    folder = bytes.text()
    name = bytes.text()
    switch bytes.byte() {
    case 0: answer = .outsideRoot
    case 1: answer = .missing
    default: answer = .found(path: bytes.text(), bytes.digest())
    }
  }

  init(folder: String, name: String, answer: Answer) {
    self.folder = folder
    self.name = name
    self.answer = answer
  }
}

/// Reads files for the check of one file, and notes what it asked for.
final class LookupRecorder: FileAccess {
  private let store: FileStore
  private let noted = Mutex(Noted())

  /// What was asked for.
  struct Noted: Sendable {
    var lookups: [Lookup] = []
    /// The states of the files found, and what was in them.
    var contents: [String: FileContent] = [:]
    /// Whether nobody can say later if an answer is still the same.
    var isUncertain = false
  }

  init(_ store: FileStore) { self.store = store }

  /// All that was asked for up to now.
  var all: Noted { noted.withLock { $0 } }

  func file(at name: String, namedBy file: SourceFile) -> FileAnswer {
    let (answer, content) = store.answer(for: name, namedBy: file)
    noted.withLock { noted in
      let folder = folder(of: file.path)
      switch (answer, content) {
      case (.outsideRoot, _): noted.lookups.append(Lookup(folder: folder, name: name, answer: .outsideRoot))
      case (.missing, _): noted.lookups.append(Lookup(folder: folder, name: name, answer: .missing))
      case (.found(let source, _), let content?):
        noted.lookups.append(Lookup(folder: folder, name: name, answer: .found(path: source.path, content.digest)))
        noted.contents[source.path] = content
      case (.found, nil), (.unreadable, _): noted.isUncertain = true
      }
    }
    return answer
  }
}
