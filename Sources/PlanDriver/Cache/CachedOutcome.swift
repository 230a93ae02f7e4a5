import PlanText

/// What came of checking a file, with all that it rests on besides the program and the options, as a cache keeps it.
struct CachedOutcome {
  /// Whether the user named the file itself.
  let isNamed: Bool
  /// The bytes that were checked.
  let checked: Digest
  /// What its names led to.
  let lookups: [Lookup]
  let outcome: Outcome<PrintedFinding>

  /// As it is written; nil if it is too much to be worth keeping: such a file is checked again.
  var bytes: [UInt8]? {
    var bytes = CacheWriter()
    bytes.write(isNamed)
    bytes.write(checked)
    bytes.write(count: lookups.count)
    for lookup in lookups {
      var one = CacheWriter()
      lookup.write(to: &one)
      bytes.write(count: one.bytes.count)
      bytes.write(raw: one.bytes[...])
    }
    outcome.write(to: &bytes)
    return bytes.bytes.count <= Self.mostBytes ? bytes.bytes : nil
  }

  private static let mostBytes = 200_000
}

extension Outcome<PrintedFinding> {
  fileprivate func write(to bytes: inout CacheWriter) {
    bytes.write(isOurs)
    bytes.write(isPart)
    bytes.write(count: findings.count)
    for finding in findings { finding.write(to: &bytes, in: path) }
    bytes.write(orphan != nil)
    orphan?.write(to: &bytes, in: path)
    bytes.write(count: hidden.count)
    for digest in hidden { bytes.write(digest) }
    bytes.write(count: usedComments.count)
    for place in usedComments { place.write(to: &bytes, in: path) }
    bytes.write(count: parts.count)
    for part in parts { bytes.write(part) }
  }

  /// Reads what was written after the lookups.
  init(from bytes: inout CacheReader, path: String) {
    self.init(path: path)
    isOurs = bytes.bool()
    isPart = bytes.bool()
    findings = bytes.array { PrintedFinding(from: &$0, in: path) }
    if bytes.bool() { orphan = PrintedFinding(from: &bytes, in: path) }
    hidden = bytes.array { $0.digest() }
    usedComments = bytes.array { PrintedFinding.Place(from: &$0, in: path) }
    parts = bytes.array { $0.text() }
  }
}

extension PrintedFinding {
  fileprivate func write(to bytes: inout CacheWriter, in path: String) {
    bytes.write(code)
    bytes.write(UInt8(Severity.allCases.firstIndex(of: severity) ?? 0))
    place.write(to: &bytes, in: path)
    bytes.write(message)
    bytes.write(identity)
    bytes.write(text)
  }

  fileprivate init(from bytes: inout CacheReader, in path: String) {
    let code = bytes.text()
    let severity = Int(bytes.byte())
    self.init(
      code: code, severity: Severity.allCases.indices.contains(severity) ? Severity.allCases[severity] : .error,
      place: Place(from: &bytes, in: path), message: bytes.text(), identity: bytes.digest(), text: bytes.text())
  }
}

extension PrintedFinding.Place {
  /// Most places lie in the file itself, whose path is not said again.
  fileprivate func write(to bytes: inout CacheWriter, in path: String) {
    bytes.write(self.path != path)
    if self.path != path { bytes.write(self.path) }
    bytes.write(start)
    bytes.write(end)
  }

  fileprivate init(from bytes: inout CacheReader, in path: String) {
    self.init(path: bytes.bool() ? bytes.text() : path, start: bytes.uint32(), end: bytes.uint32())
  }
}
