import Glibc
import PlanDriver
import PlanReports
import PlanText

/// Writes every generated file; gives the exit status.
func generate() -> Int32 {
  for file in GeneratedFiles.all {
    if case .failure(let problem) = writeFiles([OutputFile(file.name, file.text)], into: file.folder) {
      complain("marplan-dev: \(problem.path): \(problem.reason)\n")
      return 2
    }
  }
  return 0
}

/// Says which generated files are out of date; gives the exit status.
func verify() -> Int32 {
  let store = FileStore()
  let stale = GeneratedFiles.all.filter { file in
    guard case .success(let (source, _)) = store.read(file.path) else { return true }
    return source.bytes != Array(file.text.utf8)
  }
  for file in stale { complain("marplan-dev: \(file.path) is out of date; run `swift run marplan-dev generate`\n") }
  return stale.isEmpty ? 0 : 1
}

/// Writes to standard error.
func complain(_ text: String) {
  var text = text
  text.withUTF8 { _ = write(STDERR_FILENO, $0.baseAddress, $0.count) }
}
