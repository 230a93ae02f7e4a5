package import PlanReports
package import PlanText

/// How findings are printed.
package struct FindingPrinter: Sendable {
  package let format: any DiagnosticFormat
  let language: Language
  let isColoured: Bool
  let ruleName: @Sendable (_ code: String) -> String?

  /// - Parameters:
  ///   - isColoured: whether to colour what a person reads, which is for terminals only.
  ///   - ruleName: a rule's name by its code.
  package init(
    _ format: any DiagnosticFormat, language: Language, isColoured: Bool = false,
    ruleName: @escaping @Sendable (_ code: String) -> String? = { _ in nil }
  ) {
    self.format = format
    self.language = language
    self.isColoured = isColoured
    self.ruleName = ruleName
  }

  /// What tells a manner of printing from others.
  var name: String { "\(type(of: format).name) \(language.rawValue)\(isColoured ? " coloured" : "")" }

  /// All findings of a run as they stand in the output, with their sum.
  package func whole(_ diagnostics: [Diagnostic], hiddenCount: Int = 0, _ sources: SourceMap) -> String {
    format.render(findings(diagnostics, hiddenCount: hiddenCount, sources))
  }

  /// Findings printed; whole files they point into are needed no longer.
  func print(_ diagnostics: [Diagnostic], _ sources: SourceMap) -> [PrintedFinding] {
    if diagnostics.isEmpty { return [] }
    return zip(diagnostics, format.pieces(findings(diagnostics, sources))).map { PrintedFinding($0, sources, text: $1) }
  }

  private func findings(_ diagnostics: [Diagnostic], hiddenCount: Int = 0, _ sources: SourceMap) -> Findings {
    Findings(
      diagnostics, hiddenCount: hiddenCount, sources: sources, language: language, isColoured: isColoured,
      ruleName: ruleName)
  }
}

/// A finding as it stands in the output, with what orders it there and tells it from others.
struct PrintedFinding: GatheredFinding, Equatable {
  let code: String
  let severity: Severity
  let place: Place
  /// The message in English, by which findings of one place are ordered.
  let message: String
  let identity: Digest
  let text: String

  typealias Identity = Digest

  struct Place: Hashable, Sendable {
    let path: String
    let start: UInt32
    let end: UInt32

    init(path: String, start: UInt32, end: UInt32) {
      self.path = path
      self.start = start
      self.end = end
    }

    init(_ range: SourceRange, _ sources: SourceMap) {
      self.init(path: sources[range.file]?.path ?? "", start: range.start, end: range.end)
    }
  }

  init(code: String, severity: Severity, place: Place, message: String, identity: Digest, text: String) {
    self.code = code
    self.severity = severity
    self.place = place
    self.message = message
    self.identity = identity
    self.text = text
  }

  /// - Parameter text: the finding printed.
  init(_ diagnostic: Diagnostic, _ sources: SourceMap, text: String) {
    // Texts that were put together have room for more; of thousands each is kept in just the room it takes.
    func tight(_ text: String) -> String { String(decoding: text.utf8, as: UTF8.self) }
    self.init(
      code: diagnostic.code, severity: diagnostic.severity, place: Place(diagnostic.range, sources),
      message: tight(diagnostic.message.text(in: .english)), identity: diagnostic.identity(sources), text: tight(text))
  }
}

extension [PrintedFinding] {
  /// In the fixed order of output, each finding once: as `inOrder` of diagnostics has it.
  func inOrder() -> [PrintedFinding] {
    let order = indices.sorted { a, b in
      let (left, right) = (self[a], self[b])
      if left.place.path != right.place.path { return left.place.path < right.place.path }
      if left.place != right.place {
        return (left.place.start, left.place.end) < (right.place.start, right.place.end)
      }
      if left.code != right.code { return left.code < right.code }
      if left.message != right.message { return left.message < right.message }
      return left.text < right.text
    }
    var ordered: [PrintedFinding] = []
    ordered.reserveCapacity(count)
    var start = 0
    for place in order {
      if let last = ordered.last,
        (last.place, last.code, last.message) != (self[place].place, self[place].code, self[place].message)
      {
        start = ordered.count
      }
      if !ordered[start...].contains(where: { $0.identity == self[place].identity }) { ordered.append(self[place]) }
    }
    return ordered
  }
}

extension Diagnostic {
  /// What two findings have in common if and only if they are equal, in this run and any other.
  func identity(_ sources: SourceMap) -> Digest {
    var bytes = CacheWriter()
    func write(_ message: Message?) {
      bytes.write(message != nil)
      guard let message else { return }
      for language in Language.allCases { bytes.write(message.text(in: language)) }
    }
    func write(_ range: SourceRange) {
      bytes.write(sources[range.file]?.path ?? "")
      bytes.write(range.start)
      bytes.write(range.end)
    }
    bytes.write(code)
    bytes.write(severity.rawValue)
    write(range)
    for message in [message, label, help] { write(message) }
    bytes.write(count: labels.count)
    for label in labels {
      write(label.range)
      write(label.message)
    }
    bytes.write(count: notes.count)
    for note in notes { write(note) }
    bytes.write(fix != nil)
    if let fix {
      write(fix.title)
      bytes.write(fix.isSafe)
      bytes.write(count: fix.edits.count)
      for edit in fix.edits {
        write(edit.range)
        bytes.write(edit.replacement)
      }
    }
    bytes.write(contradiction != nil)
    if let contradiction {
      bytes.write(contradiction.subject)
      bytes.write(contradiction.stated.phrase(in: .english))
      bytes.write(contradiction.recomputed.phrase(in: .english))
    }
    return blake2b(bytes.bytes)
  }
}
