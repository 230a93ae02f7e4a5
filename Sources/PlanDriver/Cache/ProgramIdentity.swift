import Glibc

/// What the program is made of: findings of another build, or with another YAML library, are not those of this one.
///
/// The executable is told by the build id that the linker took from its bytes; where it has none, by the file's state, as
/// are the libraries it runs with.
func programIdentity() -> [UInt8] {
  var identity = CacheWriter()
  let program = realPath("/proc/self/exe") ?? ""
  if let id = buildID(of: "/proc/self/exe") {
    identity.write(count: id.count)
    identity.write(raw: id[...])
  } else if let stamp = FileStamp(of: program) {
    identity.write(program)
    identity.write(stamp)
  }
  for library in loadedLibraries() where library != program {
    guard let stamp = FileStamp(of: library) else { continue }
    identity.write(library)
    identity.write(stamp.size)
    identity.write(stamp.modified)
  }
  return identity.bytes
}

/// The files that code is run from, in the order of their names.
private func loadedLibraries() -> [String] {
  guard let maps = fopen("/proc/self/maps", "r") else { return [] }
  defer { fclose(maps) }
  var files: Set<String> = []
  var line: UnsafeMutablePointer<CChar>?
  var capacity = 0
  defer { free(line) }
  while getline(&line, &capacity, maps) > 0, let line {
    // address, permissions, offset, device, inode, path
    let words = String(cString: line).dropLast().split(separator: " ", maxSplits: 5)
    guard words.count == 6, words[1].contains("x") else { continue }
    let path = words[5].drop { $0 == " " }
    if path.hasPrefix("/") { files.insert(String(path)) }
  }
  return files.sorted()
}

/// The build id in the notes of a 64-bit ELF file (System V ABI, note sections; GNU note type 3); nil without one.
func buildID(of path: String) -> [UInt8]? {
  let descriptor = open(path, O_RDONLY | O_CLOEXEC)
  guard descriptor >= 0 else { return nil }
  defer { close(descriptor) }
  func bytes(at offset: UInt64, _ count: UInt64) -> CacheReader? {
    guard let offset = Int(exactly: offset), count <= 65_536 else { return nil }
    let bytes = [UInt8](unsafeUninitializedCapacity: Int(count)) { buffer, got in
      got = max(0, pread(descriptor, buffer.baseAddress, buffer.count, off_t(offset)))
    }
    return bytes.count == count ? CacheReader(bytes, bytes.indices) : nil
  }
  guard var head = bytes(at: 0, 64), head.uint32() == 0x464C_457F, head.byte() == 2, head.byte() == 1 else {
    return nil
  }
  head.skip(26)
  let table = head.uint64()
  head.skip(14)
  let (entrySize, entryCount) = (
    UInt64(head.byte()) | UInt64(head.byte()) << 8, Int(head.byte()) | Int(head.byte()) << 8
  )
  guard entrySize >= 56, entryCount <= 1000 else { return nil }
  for entry in 0..<entryCount {
    guard var segment = bytes(at: table &+ UInt64(entry) * entrySize, 56) else { return nil }
    let isNotes = segment.uint32() == 4
    segment.skip(4)
    let offset = segment.uint64()
    segment.skip(16)
    guard isNotes, var notes = bytes(at: offset, segment.uint64()) else { continue }
    while !notes.isBroken {
      let (nameSize, size, type) = (Int(notes.uint32()), Int(notes.uint32()), notes.uint32())
      let name = notes.raw((nameSize + 3) & ~3)
      let id = notes.raw((size + 3) & ~3).prefix(size)
      if type == 3, name.starts(with: "GNU\0".utf8), !id.isEmpty { return Array(id) }
    }
  }
  return nil
}
