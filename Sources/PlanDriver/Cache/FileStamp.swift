import Glibc

/// What the file system says of a file's state: two equal ones are of the same bytes, if the state is settled.
struct FileStamp: Sendable, Hashable {
  var size: Int64
  /// When its bytes were last written, in nanoseconds.
  var modified: Int64
  /// When its bytes, name or owner last changed, in nanoseconds: nobody can set it at will.
  var changed: Int64
  var inode: UInt64
  var device: UInt64

  /// How many bytes it takes in a file.
  static let byteCount = 40

  /// The state of the regular file at a path, links followed; nil where there is none.
  init?(of path: String) {
    var status = stat()
    guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    self.init(
      size: Int64(status.st_size), modified: nanoseconds(status.st_mtim), changed: nanoseconds(status.st_ctim),
      inode: UInt64(status.st_ino), device: UInt64(status.st_dev))
  }

  init(size: Int64, modified: Int64, changed: Int64, inode: UInt64, device: UInt64) {
    self.size = size
    self.modified = modified
    self.changed = changed
    self.inode = inode
    self.device = device
  }

  /// Whether the state is old enough to tell the file's bytes from those of any later moment.
  ///
  /// Clocks of file systems tick in up to two seconds. A file that is read and written again in one tick keeps its
  /// times; git calls such an entry racily clean, and looks at the bytes as well.
  ///
  /// - Parameter start: the moment before the file was read, in nanoseconds.
  func isSettled(at start: Int64) -> Bool { max(modified, changed) < start - Self.slowestTick }

  private static let slowestTick: Int64 = 3_000_000_000
}

/// The time of day in nanoseconds, for what the file system's times are compared with; no finding hangs on it.
func nanosecondsNow() -> Int64 {
  var now = timespec()
  return clock_gettime(CLOCK_REALTIME, &now) == 0 ? nanoseconds(now) : 0
}

private func nanoseconds(_ time: timespec) -> Int64 { Int64(time.tv_sec) &* 1_000_000_000 &+ Int64(time.tv_nsec) }
