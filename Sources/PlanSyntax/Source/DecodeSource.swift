package import PlanText

/// A file's bytes as UTF-8 text, with what had to be mended on the way.
///
/// UTF-8 with or without a byte order mark is taken as it is, UTF-16 with one is transcoded; ranges count bytes of
/// the result, which has no mark. Bytes that are no text and characters that YAML forbids become U+FFFD under one S014
/// for the whole file: one damaged character then does not hide the other mistakes of the file. A file past the limit
/// of size comes back empty with S010.
package func decodeSource(
  _ bytes: [UInt8], id: FileID, path: String, limits: Limits = Limits()
) -> (SourceFile, [Diagnostic]) {
  let decoded = decode(bytes, id: id, path: path, limits: limits)
  return (decoded.file, decoded.diagnostics)
}

/// Decodes a file and reads its YAML: `decodeSource`, then `parseYAML`.
///
/// A file that is refused or damaged throughout (a foreign encoding) gives a tree without nodes, so that garbled text
/// is not checked.
package func readYAML(
  _ bytes: [UInt8], id: FileID, path: String, limits: Limits = Limits()
) -> (tree: NodeTree, diagnostics: [Diagnostic]) {
  let decoded = decode(bytes, id: id, path: path, limits: limits)
  guard decoded.isReadable else { return (NodeTree(unreadable: decoded.file), decoded.diagnostics) }
  let parsed = parseYAML(decoded.file, limits: limits)
  return (parsed.tree, decoded.diagnostics + parsed.diagnostics)
}

private struct Decoded {
  let file: SourceFile
  let diagnostics: [Diagnostic]
  var isReadable = true
}

private func decode(_ bytes: [UInt8], id: FileID, path: String, limits: Limits) -> Decoded {
  if bytes.count > min(limits.bytes, Int(Int32.max) / 4) {
    let file = SourceFile(id: id, path: path, bytes: [])
    let problem = ResourceLimit.tooLarge(at: file.wholeRange, bytes: bytes.count, limit: limits.bytes)
    return Decoded(file: file, diagnostics: [problem], isReadable: false)
  }
  if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
    let text = UTF16Text(bytes)
    return mend(text.bytes, stored: text, damages: text.damages, id: id, path: path)
  }
  let hasMark = bytes.starts(with: [0xEF, 0xBB, 0xBF])
  let text = hasMark ? Array(bytes[3...]) : bytes
  return mend(text, stored: nil, markLength: hasMark ? 3 : 0, damages: [], id: id, path: path)
}

/// Replaces what is no text, and tells of it.
private func mend(
  _ bytes: [UInt8], stored: UTF16Text?, markLength: Int = 0, damages known: [UTF16Text.Damage], id: FileID, path: String
) -> Decoded {
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
    return Decoded(file: SourceFile(id: id, path: path, bytes: bytes), diagnostics: hidden)
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
  return Decoded(
    file: SourceFile(id: id, path: path, bytes: text), diagnostics: [problem],
    isReadable: others < InvalidEncoding.readable)
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
