import PlanSyntax

/// What one worker of a run knows of files through the cache, and what it has found out for the next run.
struct KnownFiles: Sendable {
  private let cache: LintCache
  /// Rows of the table that hold still.
  private(set) var kept: Set<Int> = []
  /// Files that were read, by path.
  private(set) var fresh: [String: FreshRow] = [:]
  /// Whether lookups, as they are written, still have the same answer.
  private var lookups: [ArraySlice<UInt8>: Bool] = [:]
  /// The bytes of files that others name; nil for one that cannot be read.
  private var digests: [String: Digest?] = [:]
  private var roots: [String: String] = [:]

  /// A row for the next table, as it is written there.
  struct FreshRow: Sendable {
    let bytes: [UInt8]
    let hasOutcome: Bool
  }

  init(_ cache: LintCache) { self.cache = cache }

  mutating func add(_ other: KnownFiles) {
    kept.formUnion(other.kept)
    fresh.merge(other.fresh) { $0.hasOutcome ? $0 : $1 }
  }

  /// What came of checking a file, if it would come out the same now.
  mutating func outcome(of file: FoundFile) -> Outcome<PrintedFinding>? {
    guard let table = cache.table, let place = table.place(of: file.path), let row = table.row(place),
      let range = row.outcome
    else { return nil }
    var reader = table.reader(range)
    guard reader.bool() == file.isNamed else { return nil }
    let checked = reader.digest()
    guard digest(of: file.path, place, row) == checked else { return nil }
    let lookups = reader.array { $0.textRange() }
    guard !reader.isBroken, lookups.allSatisfy({ holds($0, table) }) else { return nil }
    let outcome = Outcome(from: &reader, path: file.path)
    return reader.isBroken ? nil : outcome
  }

  /// Notes what came of checking a file.
  mutating func note(
    _ outcome: Outcome<PrintedFinding>, isNamed: Bool, _ content: FileContent?, _ noted: LookupRecorder.Noted
  ) {
    for (path, content) in noted.contents where fresh[path] == nil { fresh[path] = row(path, content) }
    guard let content else {
      fresh[outcome.path] = nil
      return
    }
    let cached = CachedOutcome(
      isNamed: isNamed, checked: content.digest, lookups: noted.lookups, outcome: outcome)
    fresh[outcome.path] = row(outcome.path, content, noted.isUncertain ? nil : cached.bytes?[...])
  }

  private func row(_ path: String, _ content: FileContent, _ outcome: ArraySlice<UInt8>? = nil) -> FreshRow {
    FreshRow(
      bytes: CacheTable.row(path, settled(content.stamp), content.digest, outcome: outcome), hasOutcome: outcome != nil)
  }

  private func settled(_ stamp: FileStamp) -> FileStamp? { stamp.isSettled(at: cache.start) ? stamp : nil }

  /// Whether a lookup still has the answer it had.
  private mutating func holds(_ range: Range<Int>, _ table: CacheTable) -> Bool {
    if let known = lookups[table[range]] { return known }
    var reader = table.reader(range)
    let lookup = Lookup(from: &reader)
    let found = whereabouts(of: lookup.name, in: lookup.folder) { folder in
      if let root = roots[folder] { return root }
      let root = rootFolder(of: folder)
      roots[folder] = root
      return root
    }
    let holds =
      switch (lookup.answer, found) {
      case (.outsideRoot, .outsideRoot), (.missing, .missing): !reader.isBroken
      case (.found(let path, let digest), .file(let place)):
        !reader.isBroken && path == place && self.digest(of: path) == digest
      default: false
      }
    lookups[table[range]] = holds
    return holds
  }

  /// The digest of a file that others name.
  private mutating func digest(of path: String) -> Digest? {
    if let known = digests[path] { return known }
    let place = cache.table?.place(of: path)
    let digest = digest(of: path, place, place.flatMap { cache.table?.row($0) })
    digests[path] = .some(digest)
    return digest
  }

  /// The digest of a file's bytes: the one known, if the file's state is still the one it was in, else that of its bytes.
  private mutating func digest(of path: String, _ place: Int?, _ row: CacheTable.Row?) -> Digest? {
    guard let stamp = FileStamp(of: path) else { return nil }
    if let place, let row, row.stamp == stamp {
      kept.insert(place)
      return row.digest
    }
    let most = Limits().bytes
    guard case .success(let bytes) = readBytes(path, atMost: most + 1), bytes.count <= most else { return nil }
    let new = FileContent(stamp: stamp, digest: blake2b(bytes))
    if let place, let row, row.stamp == settled(stamp), row.digest == new.digest {
      kept.insert(place)
    } else {
      fresh[path] = self.row(path, new, row?.outcome.flatMap { cache.table?[$0] })
    }
    return new.digest
  }
}
