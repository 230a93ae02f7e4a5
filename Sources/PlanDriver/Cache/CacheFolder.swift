import Glibc

/// The folder of the user's that holds what earlier runs found. It belongs to the user alone, and what is in it as well:
/// anything else is not read, nor written.
package final class CacheFolder: Sendable {
  private let descriptor: Int32

  /// Files in it at most, and bytes in all of them; those unused for longest go first.
  private static let mostFiles = 64
  private static let mostBytes: Int64 = 128_000_000
  /// The bytes one file may have.
  private static let mostBytesOfFile = 64_000_000
  /// After so many seconds a file that was never finished is left over from a run that was killed.
  private static let longestWrite = 3600
  private static let suffix = ".lint"

  /// Where it is: `marplan` in `$XDG_CACHE_HOME`, else in `~/.cache` (`~/Library/Caches` on macOS); nil without a home.
  package static var path: String? {
    func folder(_ variable: String) -> String? {
      getenv(variable).map { String(cString: $0) }.flatMap { $0.hasPrefix("/") ? $0 : nil }
    }
    #if os(macOS)
      let home = "Library/Caches"
    #else
      let home = ".cache"
    #endif
    return (folder("XDG_CACHE_HOME") ?? folder("HOME").map { $0 + "/" + home }).map { $0 + "/marplan" }
  }

  /// Opens the folder, making it if need be; nil where that cannot be, or it is not the user's own.
  package init?(_ path: String) {
    _ = makeFolder(path, mode: 0o700)
    descriptor = open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_uid == geteuid(), status.st_mode & 0o022 == 0 else {
      close(descriptor)
      return nil
    }
  }

  deinit { close(descriptor) }

  /// The bytes of a file in it; nil where there is none of the user's own.
  func read(_ name: String) -> [UInt8]? {
    let file = openat(descriptor, name + Self.suffix, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
    guard file >= 0 else { return nil }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG, status.st_uid == geteuid(),
      status.st_mode & 0o022 == 0, status.st_size <= Self.mostBytesOfFile
    else { return nil }
    let size = Int(status.st_size)
    let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      while count < size {
        let got = readSome(file, buffer.baseAddress?.advanced(by: count), size - count)
        if got <= 0 { break }
        count += got
      }
    }
    return bytes.count == size ? bytes : nil
  }

  /// Writes a file whole or not at all. What is too large is taken away instead.
  func write(_ name: String, _ bytes: [UInt8]) {
    guard bytes.count <= Self.mostBytesOfFile else {
      unlinkat(descriptor, name + Self.suffix, 0)
      return
    }
    let temporary = ".\(name).\(getpid())"
    unlinkat(descriptor, temporary, 0)
    let file = openat(descriptor, temporary, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard file >= 0 else { return }
    let isWhole = bytes.withUnsafeBytes { writeBytes($0, to: file) }
    close(file)
    if !isWhole || renameat(descriptor, temporary, descriptor, name + Self.suffix) != 0 {
      unlinkat(descriptor, temporary, 0)
    }
    prune(sparing: name + Self.suffix)
  }

  /// Notes that a file was of use.
  func touch(_ name: String) { utimensat(descriptor, name + Self.suffix, nil, AT_SYMLINK_NOFOLLOW) }

  /// Takes away what is too much, the oldest first, and what killed runs left over.
  private func prune(sparing newest: String) {
    let now = time(nil)
    var files: [(name: String, size: Int64, used: timespec)] = []
    for name in names(in: dup(descriptor)) {
      var status = stat()
      guard fstatat(descriptor, name, &status, AT_SYMLINK_NOFOLLOW) == 0, status.st_mode & S_IFMT == S_IFREG else {
        continue
      }
      if name.hasSuffix(Self.suffix) {
        files.append((name, Int64(status.st_size), status.st_mtim))
      } else if name.hasPrefix("."), status.st_mtim.tv_sec < now - Self.longestWrite {
        unlinkat(descriptor, name, 0)
      }
    }
    files.sort { ($0.used.tv_sec, $0.used.tv_nsec, $0.name) > ($1.used.tv_sec, $1.used.tv_nsec, $1.name) }
    var total: Int64 = 0
    for (place, file) in files.enumerated() {
      total += file.size
      if file.name != newest, place >= Self.mostFiles || total > Self.mostBytes { unlinkat(descriptor, file.name, 0) }
    }
  }
}
