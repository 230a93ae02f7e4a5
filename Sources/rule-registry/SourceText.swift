#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// The text of a file, or nil if it cannot be read.
func contents(ofFile path: String) -> String? {
  guard let file = fopen(path, "r") else { return nil }
  defer { fclose(file) }
  var bytes: [UInt8] = []
  var block = [UInt8](repeating: 0, count: 16_384)
  while true {
    let count = fread(&block, 1, block.count, file)
    bytes += block[..<count]
    if count < block.count { break }
  }
  return ferror(file) == 0 ? String(decoding: bytes, as: UTF8.self) : nil
}

/// Writes a file; gives whether it was written whole.
func save(_ text: String, toFile path: String) -> Bool {
  guard let file = fopen(path, "w") else { return false }
  let bytes = Array(text.utf8)
  let written = fwrite(bytes, 1, bytes.count, file)
  return fclose(file) == 0 && written == bytes.count
}

/// Says why the build cannot go on, in the form compilers use, and ends.
func end(_ lines: [String]) -> Never {
  let bytes = lines.flatMap { Array(($0 + "\n").utf8) }
  _ = write(STDERR_FILENO, bytes, bytes.count)
  exit(1)
}
