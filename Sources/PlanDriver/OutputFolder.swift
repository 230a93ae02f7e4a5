import Glibc

/// A folder that files are written into, held against every other build for as long as this value lives.
///
/// Files are staged in a hidden folder inside it and moved into place when all of them are whole. What a build that was
/// killed left behind is swept away by the next one. Everything goes through the folder's descriptor: exchanging the
/// folder or a file in it for a link while a build runs leads nowhere.
package final class OutputFolder {
  /// The folder as the user named it.
  package let path: String
  /// The folder itself.
  private let descriptor: Int32
  /// Whether no other build can be in the folder; false where its file system has no locks.
  private let isLocked: Bool
  private var work: (name: String, descriptor: Int32)?
  private var staged: [String] = []

  private init(path: String, descriptor: Int32, isLocked: Bool) {
    self.path = path
    self.descriptor = descriptor
    self.isLocked = isLocked
  }

  deinit {
    removeWork()
    close(descriptor)
  }

  /// Opens a folder, making it and those above it if need be. Where another build holds it, waits until that one ends.
  ///
  /// - Parameter waiting: called once before waiting begins.
  package static func open(_ path: String, waiting: () -> Void = {}) -> Result<OutputFolder, FileProblem> {
    if let problem = makeFolder(path) { return .failure(problem) }
    return hold(Glibc.open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC), path, waiting)
  }

  /// A folder inside this one. A link is not followed: it could lead anywhere, and nobody named it.
  package func folder(_ name: String, waiting: () -> Void = {}) -> Result<OutputFolder, FileProblem> {
    let inner = path + "/" + name
    if mkdirat(descriptor, name, 0o777) != 0, errno != EEXIST { return .failure(FileProblem(inner)) }
    let opened = openat(descriptor, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
    if opened < 0, errno == ENOTDIR || errno == ELOOP {
      return .failure(FileProblem(inner, reason: "not a folder, or a link to one"))
    }
    return OutputFolder.hold(opened, inner, waiting)
  }

  private static func hold(
    _ descriptor: Int32, _ path: String, _ waiting: () -> Void
  ) -> Result<OutputFolder, FileProblem> {
    guard descriptor >= 0 else { return .failure(FileProblem(path)) }
    // Longer than printing a PDF may take.
    let turns = 180_00
    for turn in 0..<turns {
      if flock(descriptor, LOCK_EX | LOCK_NB) == 0 {
        return .success(OutputFolder(path: path, descriptor: descriptor, isLocked: true))
      }
      if errno == EINTR { continue }
      guard errno == EWOULDBLOCK else {
        return .success(OutputFolder(path: path, descriptor: descriptor, isLocked: false))
      }
      if turn == 0 { waiting() }
      usleep(10_000)
    }
    close(descriptor)
    return .failure(FileProblem(path, reason: "another build has been writing into this folder for 3 minutes"))
  }

  /// Writes files aside, through to the disk. Nothing of the folder changes yet.
  package func stage(_ files: [OutputFile]) -> FileProblem? {
    switch workFolder() {
    case .failure(let problem): return problem
    case .success(let work):
      for file in files {
        var status = stat()
        if fstatat(descriptor, file.name, &status, AT_SYMLINK_NOFOLLOW) == 0, status.st_mode & S_IFMT == S_IFDIR {
          return FileProblem(path + "/" + file.name, reason: "is a folder")
        }
        if let problem = write(file, in: work) { return problem }
        staged.append(file.name)
      }
      return nil
    }
  }

  /// Moves what is staged into place, in the order of staging. Links, pipes and devices of these names are replaced,
  /// never written through.
  package func publish(_ replacing: Replacing = .all) -> FileProblem? {
    defer { removeWork() }
    guard let work else { return nil }
    for name in staged {
      let isMoved =
        switch replacing {
        case .all: renameat(work.descriptor, name, descriptor, name) == 0
        case .noneAndNew(let new): moveIfNew(name, from: work.descriptor) || (errno == EEXIST && name != new)
        }
      if !isMoved {
        return errno == EEXIST
          ? FileProblem(path + "/" + name, reason: "is there already") : FileProblem(path + "/" + name)
      }
    }
    fsync(descriptor)
    return nil
  }

  /// Moves a staged file into place unless there is one of its name; false, with the reason in `errno`, where it cannot.
  private func moveIfNew(_ name: String, from work: Int32) -> Bool {
    if linkat(work, name, descriptor, name, 0) == 0 { return true }
    guard errno == EPERM || errno == EOPNOTSUPP || errno == ENOSYS else { return false }
    // A file system without links.
    var status = stat()
    if fstatat(descriptor, name, &status, AT_SYMLINK_NOFOLLOW) == 0 {
      errno = EEXIST
      return false
    }
    return renameat(work, name, descriptor, name) == 0
  }

  /// Takes a file away; nothing happens where there is none.
  package func remove(_ name: String) { unlinkat(descriptor, name, 0) }

  /// The folder files are staged in, for programs that write them; by its own path without links.
  func workPath() -> Result<String, FileProblem> {
    workFolder().flatMap { _ in
      guard let real = realPath(path), let work else { return .failure(FileProblem(path)) }
      return .success(real + "/" + work.name)
    }
  }

  /// Takes a file that a program has written into the folder of staged files for staged, once it is on the disk.
  func adopt(_ name: String) -> FileProblem? {
    guard let work else { return FileProblem(path + "/" + name, ENOENT) }
    let file = openat(work.descriptor, name, O_RDONLY | O_NOFOLLOW | O_CLOEXEC)
    guard file >= 0 else { return FileProblem(path + "/" + name) }
    defer { close(file) }
    guard fsync(file) == 0 else { return FileProblem(path + "/" + name) }
    staged.append(name)
    return nil
  }

  // MARK: The folder of staged files

  private func workFolder() -> Result<Int32, FileProblem> {
    if let work { return .success(work.descriptor) }
    if isLocked { sweep() }
    let name = "\(OutputFolder.workPrefix)\(getpid())\(OutputFolder.workSuffix)"
    guard mkdirat(descriptor, name, 0o700) == 0 else { return .failure(FileProblem(path)) }
    let opened = openat(descriptor, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
    guard opened >= 0 else { return .failure(FileProblem(path)) }
    work = (name, opened)
    return .success(opened)
  }

  private static let workPrefix = ".marplan-"
  private static let workSuffix = ".tmp"

  private func removeWork() {
    staged = []
    guard let work else { return }
    close(work.descriptor)
    removeFolder(work.name, in: descriptor)
    self.work = nil
  }

  /// Removes what builds that were killed left behind; none runs here now.
  private func sweep() {
    for name in names(in: dup(descriptor)) {
      if name.hasPrefix(OutputFolder.workPrefix), name.hasSuffix(OutputFolder.workSuffix) {
        removeFolder(name, in: descriptor)
      }
    }
  }

  private func write(_ file: OutputFile, in work: Int32) -> FileProblem? {
    let path = path + "/" + file.name
    let opened = openat(work, file.name, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o666)
    guard opened >= 0 else { return FileProblem(path) }
    var text = file.text
    let isWritten = text.withUTF8 { writeBytes(UnsafeRawBufferPointer($0), to: opened) } && fsync(opened) == 0
    let problem = isWritten ? nil : FileProblem(path)
    if close(opened) != 0, problem == nil { return FileProblem(path) }
    return problem
  }
}

/// Makes a folder and those above it.
///
/// - Parameter mode: who may do what in those that are made, less what the user's mask forbids.
func makeFolder(_ path: String, mode: mode_t = 0o777) -> FileProblem? {
  if mkdir(path, mode) == 0 { return nil }
  if errno == EEXIST {
    var status = stat()
    if stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR { return nil }
    return FileProblem(path, reason: "not a folder")
  }
  guard errno == ENOENT, let slash = path.lastIndex(of: "/"), slash != path.startIndex else { return FileProblem(path) }
  if let problem = makeFolder(String(path[..<slash]), mode: mode) { return problem }
  return mkdir(path, mode) == 0 || errno == EEXIST ? nil : FileProblem(path)
}

/// Removes a folder and what is in it; links are removed, not followed.
private func removeFolder(_ name: String, in parent: Int32) {
  let folder = openat(parent, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
  guard folder >= 0 else { return }
  for inner in names(in: dup(folder)) {
    if unlinkat(folder, inner, 0) != 0 { removeFolder(inner, in: folder) }
  }
  close(folder)
  unlinkat(parent, name, AT_REMOVEDIR)
}

/// The names in a folder but for its own; closes the descriptor.
func names(in descriptor: Int32) -> [String] {
  guard descriptor >= 0 else { return [] }
  guard let directory = fdopendir(descriptor) else {
    close(descriptor)
    return []
  }
  defer { closedir(directory) }
  rewinddir(directory)
  var names: [String] = []
  while let entry = readdir(directory) {
    let name = withUnsafeBytes(of: entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
    if name != ".", name != ".." { names.append(name) }
  }
  return names
}

/// Writes bytes whole; false, with the reason in `errno`, where not all could be written.
package func writeBytes(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32) -> Bool {
  var done = 0
  while done < bytes.count {
    let count = write(descriptor, bytes.baseAddress?.advanced(by: done), bytes.count - done)
    if count < 0 {
      if errno == EINTR { continue }
      return false
    }
    done += count
  }
  return true
}
