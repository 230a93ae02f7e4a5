package import PlanText

/// A file's bytes as UTF-8 text, with what had to be mended on the way.
///
/// UTF-8 with or without a byte order mark is taken as it is, UTF-16 with one is transcoded; ranges count bytes of
/// the result, which has no mark. Bytes that are no text and characters that YAML forbids become U+FFFD under one S014
/// for the whole file: one damaged character then does not hide the other mistakes of the file. A file past the limit
/// of size comes back empty with S010, and one in a foreign encoding as text that is not read further.
package func decodeSource(
  _ bytes: [UInt8], id: FileID, path: String, limits: Limits = Limits()
) -> (SourceFile, [Diagnostic]) {
  if bytes.count > min(limits.bytes, Int(Int32.max) / 4) {
    let file = SourceFile(id: id, path: path, bytes: [], isReadable: false)
    return (file, [ResourceLimit.tooLarge(at: file.wholeRange, limit: limits.bytes)])
  }
  if let name = ForeignEncoding.marked(bytes) { return refused(bytes, as: name, isMarked: true, id, path) }
  if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
    let text = UTF16Text(bytes)
    return mend(text.bytes, stored: text, damages: text.damages, id: id, path: path)
  }
  let hasMark = bytes.starts(with: [0xEF, 0xBB, 0xBF])
  let text = hasMark ? Array(bytes[3...]) : bytes
  return mend(text, stored: nil, markLength: hasMark ? 3 : 0, damages: [], id: id, path: path)
}

/// Decodes a file and reads its YAML: `decodeSource`, then `parseYAML`.
package func readYAML(
  _ bytes: [UInt8], id: FileID, path: String, limits: Limits = Limits()
) -> (tree: NodeTree, diagnostics: [Diagnostic]) {
  let (file, problems) = decodeSource(bytes, id: id, path: path, limits: limits)
  let parsed = parseYAML(file, limits: limits)
  return (parsed.tree, problems + parsed.diagnostics)
}

/// A file in an encoding that is not read; told at its first character.
private func refused(
  _ bytes: [UInt8], as name: String, isMarked: Bool, _ id: FileID, _ path: String
) -> (SourceFile, [Diagnostic]) {
  let shown = Array(String(decoding: bytes.prefix(400), as: UTF8.self).utf8)
  let file = SourceFile(id: id, path: path, bytes: shown, isReadable: false)
  return (file, [InvalidEncoding.foreign(name, isMarked: isMarked, at: file.firstCharacter(of: file.wholeRange))])
}

/// Replaces what is no text, and tells of it.
private func mend(
  _ bytes: [UInt8], stored: UTF16Text?, markLength: Int = 0, damages known: [UTF16Text.Damage], id: FileID, path: String
) -> (SourceFile, [Diagnostic]) {
  var mayHide = false
  let found = bytes.withUnsafeBufferPointer { buffer in
    var found: [TextCheck.Damage] = []
    var start = 0
    // A file so damaged is not read further, and a list of millions of places would serve nobody.
    while found.count < 1000, let damage = TextCheck.firstDamage(in: buffer, from: start, mayHide: &mayHide) {
      found.append(damage)
      start = damage.end
    }
    return found
  }
  if found.isEmpty, known.isEmpty {
    let hidden = mayHide ? hiddenCharacters(of: bytes, id: id) : []
    return (SourceFile(id: id, path: path, bytes: bytes), hidden)
  }
  if stored == nil, let name = ForeignEncoding.unmarked(bytes) {
    return refused(bytes, as: name, isMarked: false, id, path)
  }
  let text = replacing(found, in: bytes)
  let others = found.count + known.count - 1
  // Nothing before the first damage has moved.
  let problem: Diagnostic
  if let first = known.first, first.at <= found.first?.start ?? Int.max {
    let range = SourceRange(file: id, start: first.at, end: first.at + 3)
    problem = InvalidEncoding.notText(
      at: range, bytes: first.bytes, offset: first.offset, encoding: "UTF-16", others: others)
  } else {
    let first = found[0]
    let range = SourceRange(file: id, start: first.start, end: first.start + 3)
    let offset = stored?.offset(ofByte: first.start) ?? first.start + markLength
    problem =
      first.scalar.map {
        InvalidEncoding.controlCharacter(at: range, $0, offset: offset, others: others)
      }
      ?? InvalidEncoding.notText(
        at: range, bytes: Array(bytes[first.start..<first.end]), offset: offset, encoding: "UTF-8", others: others)
  }
  let file = SourceFile(id: id, path: path, bytes: text, isReadable: others < InvalidEncoding.readable)
  return (file, [problem])
}

/// Tells of characters that nobody sees.
private func hiddenCharacters(of bytes: [UInt8], id: FileID) -> [Diagnostic] {
  bytes.withUnsafeBufferPointer { findHidden(in: $0, atMost: HiddenCharacter.shown) }.map { found in
    HiddenCharacter.diagnostic(found.scalar, at: SourceRange(file: id, start: found.start, end: found.end))
  }
}

private func replacing(_ damages: [TextCheck.Damage], in bytes: [UInt8]) -> [UInt8] {
  var text: [UInt8] = []
  text.reserveCapacity(bytes.count + 2 * damages.count)
  var copied = 0
  for damage in damages {
    text += bytes[copied..<damage.start]
    text += [0xEF, 0xBF, 0xBD]
    copied = damage.end
  }
  return text + bytes[copied...]
}
