import Glibc

/// A file to be written, by its name in the output folder.
package struct OutputFile: Sendable {
  package let name: String
  package let text: String
  package init(_ name: String, _ text: String) {
    self.name = name
    self.text = text
  }
}

/// Writes files into a folder, making it if need be. Each is written under another name and moved into place, so that
/// a file is whole or absent; all are written before the first is moved.
package func writeFiles(_ files: [OutputFile], into folder: String) -> Result<Void, FileProblem> {
  if let problem = makeFolder(folder) { return .failure(problem) }
  var written: [(temporary: String, final: String)] = []
  defer { for file in written { unlink(file.temporary) } }
  for file in files {
    let path = folder + "/" + file.name
    let temporary = folder + "/." + file.name + ".\(getpid()).tmp"
    written.append((temporary, path))
    if let problem = write(file.text, to: temporary) { return .failure(problem) }
  }
  for file in written where rename(file.temporary, file.final) != 0 { return .failure(FileProblem(file.final)) }
  return .success(())
}

/// Makes a folder and those above it.
private func makeFolder(_ path: String) -> FileProblem? {
  if mkdir(path, 0o777) == 0 { return nil }
  if errno == EEXIST {
    var status = stat()
    if stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR { return nil }
    return FileProblem(path, reason: "not a folder")
  }
  guard errno == ENOENT, let slash = path.lastIndex(of: "/"), slash != path.startIndex else { return FileProblem(path) }
  if let problem = makeFolder(String(path[..<slash])) { return problem }
  return mkdir(path, 0o777) == 0 || errno == EEXIST ? nil : FileProblem(path)
}

/// Writes a new file whole and through to the disk.
func write(_ text: String, to path: String, mustBeNew: Bool = false) -> FileProblem? {
  let flags = O_WRONLY | O_CREAT | O_CLOEXEC | (mustBeNew ? O_EXCL : O_TRUNC)
  let descriptor = open(path, flags, 0o666)
  guard descriptor >= 0 else { return FileProblem(path) }
  defer { close(descriptor) }
  var text = text
  let problem = text.withUTF8 { bytes -> FileProblem? in
    var done = 0
    while done < bytes.count {
      let count = Glibc.write(descriptor, bytes.baseAddress?.advanced(by: done), bytes.count - done)
      if count < 0 {
        if errno == EINTR { continue }
        return FileProblem(path)
      }
      done += count
    }
    return nil
  }
  if let problem { return problem }
  return fsync(descriptor) == 0 ? nil : FileProblem(path)
}
