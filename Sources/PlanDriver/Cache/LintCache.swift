import PlanQuantities

/// What earlier runs with the same paths and options have found, so that a file is only checked if it, or anything its
/// findings rest on, has changed. Whatever is wrong with the cache, a run goes on as if there were none.
package final class LintCache: Sendable {
  private let folder: CacheFolder
  private let key: Digest
  private var name: String { String(key.text.prefix(32)) }
  /// What was found before; nil if nothing is known.
  let table: CacheTable?
  /// The moment before the first file was read, in nanoseconds.
  let start: Int64

  /// With fewer files, reading them takes less than reading what is known of them.
  package static let fewestFiles = 64

  /// - Parameters:
  ///   - folder: where what was found is kept.
  ///   - paths: those given by the user. Runs with others have files of their own.
  ///   - options: how files are checked.
  ///   - printer: how findings are printed.
  package convenience init(_ folder: CacheFolder, paths: [String], options: CheckOptions, printer: FindingPrinter) {
    self.init(
      folder, paths: paths, options: options, printer: printer, program: programIdentity(), start: nanosecondsNow())
  }

  /// - Parameters:
  ///   - program: what the program is made of.
  ///   - start: the time of day.
  init(
    _ folder: CacheFolder, paths: [String], options: CheckOptions, printer: FindingPrinter, program: [UInt8],
    start: Int64
  ) {
    self.folder = folder
    self.start = start
    var key = CacheWriter()
    key.write(count: program.count)
    key.write(raw: program[...])
    key.write(realPath(".") ?? "")
    key.write(count: paths.count)
    for path in paths { key.write(path) }
    key.write(options.today != nil)
    key.write(Int64(options.today?.dayNumber ?? 0))
    key.write(printer.name)
    let digest = blake2b(key.bytes)
    self.key = digest
    table = folder.read(String(digest.text.prefix(32))).flatMap { CacheTable($0, key: digest) }
  }

  /// Keeps what a run has found and what it has found unchanged; all else is dropped.
  func save(_ known: KnownFiles) {
    if known.fresh.isEmpty, known.kept.count == table?.count {
      folder.touch(name)
      return
    }
    var rows = known.fresh.map { (path: $0, row: $1.bytes[...]) }
    if let table {
      rows.reserveCapacity(rows.count + known.kept.count)
      for place in known.kept {
        let path = table.path(place)
        if known.fresh[path] == nil { rows.append((path, table[row: place])) }
      }
    }
    folder.write(name, CacheTable.bytes(rows, key: key))
  }
}
