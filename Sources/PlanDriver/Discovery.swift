import Glibc

/// A file to check, and whether the user named it or a folder above it.
package struct FoundFile: Sendable {
  package let path: String
  package let isNamed: Bool
}

/// The YAML files at the given paths: files as they are, folders searched whole, in the order of their names.
///
/// Hidden files and folders are left out, as is what a symbolic link to a folder leads to. A link to a file that leads out
/// of the project is a problem: a folder from elsewhere shall not have the reader's own files shown.
package func discover(_ paths: [String]) -> Result<[FoundFile], FileProblem> {
  var found: [FoundFile] = []
  for path in paths {
    let path = normalized(path)
    var status = stat()
    guard stat(path, &status) == 0 else { return .failure(FileProblem(path)) }
    if status.st_mode & S_IFMT == S_IFDIR {
      if let problem = walk(path, &found) { return .failure(problem) }
    } else {
      found.append(FoundFile(path: path, isNamed: true))
    }
  }
  var seen: Set<String> = []
  return .success(found.filter { seen.insert($0.path).inserted })
}

private func walk(_ folder: String, _ found: inout [FoundFile]) -> FileProblem? {
  guard let directory = opendir(folder) else { return FileProblem(folder) }
  var names: [(name: String, isFolder: Bool)] = []
  var links: Set<String> = []
  while let entry = readdir(directory) {
    let name = withUnsafeBytes(of: entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
    if name.hasPrefix(".") { continue }
    let kind = Int32(entry.pointee.d_type)
    if kind == DT_DIR { names.append((name, true)) }
    let isYAML = name.hasSuffix(".yaml") || name.hasSuffix(".yml")
    if isYAML, kind == DT_REG || kind == DT_LNK || kind == DT_UNKNOWN { names.append((name, false)) }
    if isYAML, kind == DT_LNK || kind == DT_UNKNOWN { links.insert(name) }
  }
  closedir(directory)
  names.sort { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
  for (name, isFolder) in names {
    let path = folder == "." ? name : folder == "/" ? "/" + name : folder + "/" + name
    if isFolder {
      if let problem = walk(path, &found) { return problem }
    } else {
      if links.contains(name), let real = realPath(path), !isInside(rootFolder(of: folder), real) {
        return FileProblem(path, reason: "a link that leads out of the project; name it itself to have it checked")
      }
      found.append(FoundFile(path: path, isNamed: false))
    }
  }
  return nil
}
