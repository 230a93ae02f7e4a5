import PlanQuantities
import PlanSyntax
import PlanText

/// A comment that hides findings, read: `# marplan: ignore B307 until 2025-06-30 because the CFO signed 45%`.
struct IgnoreComment {
  let directive: Directive
  /// Codes and names of rules as written, each with its place.
  var codes: [Located<String>] = []
  /// The last day it holds, as written.
  var until: Located<String>?
  /// What is said after the codes and the day; empty where nothing is.
  var reason = ""
  /// The first word, where it is not `ignore`.
  var strangeWord: Located<String>?

  init(_ directive: Directive) {
    self.directive = directive
    var words = Words(directive)
    guard let first = words.next(), first.value == "ignore" else {
      strangeWord = Words(directive).first ?? Located("", at: directive.range)
      return
    }
    while let word = words.next() {
      if word.value == "until" {
        until = words.next() ?? Located("", at: word.range)
        reason = Self.reason(words.rest)
        return
      }
      guard isCode(word.value) else {
        reason = Self.reason(words.rest(from: word))
        return
      }
      codes.append(word)
    }
  }

  /// Whether a word looks like a code (`B307`), a rule's name (`share-contradicts-amount`) or a rule of the house
  /// (`house/pilot-first`).
  private func isCode(_ word: String) -> Bool {
    if word.hasPrefix("house/") { return true }
    let bytes = Array(word.utf8)
    let isLetters = bytes.first.map { Character(Unicode.Scalar($0)).isLetter } ?? false
    if bytes.count == 4, isLetters, bytes.dropFirst().allSatisfy({ Character(Unicode.Scalar($0)).isNumber }) {
      return true
    }
    // A name of one word, such as `overdue`, may as well begin a reason.
    return (codes.isEmpty || word.contains("-")) && Registry.documentation(of: word)?.name == word
  }

  /// The reason without the word that introduces it.
  private static func reason(_ text: String) -> String {
    let marks: Set<Character> = [" ", "\t", ":", "：", ",", "，", "—", "-", "–"]
    var rest = text.drop { marks.contains($0) }
    for word in ["because", "因为", "因為"] where rest.hasPrefix(word) { rest = rest.dropFirst(word.count) }
    return String(rest.drop { marks.contains($0) })
  }
}

/// The words of a directive one after the other; blanks, commas and colons of both widths part them.
private struct Words: Sequence, IteratorProtocol {
  private let directive: Directive
  private let bytes: [UInt8]
  private var index = 0

  init(_ directive: Directive) {
    self.directive = directive
    bytes = Array(directive.text.utf8)
  }

  mutating func next() -> Located<String>? {
    skipSeparators()
    let start = index
    while index < bytes.count, separator(at: index) == 0 { index += 1 }
    guard index > start else { return nil }
    return Located(String(decoding: bytes[start..<index], as: UTF8.self), at: directive.place(start, index))
  }

  /// What has not been read yet.
  var rest: String { String(decoding: bytes[index...], as: UTF8.self) }

  /// What stands from a word that was read on.
  func rest(from word: Located<String>) -> String {
    String(decoding: bytes.dropFirst(Int(word.range.start) - directive.textStart), as: UTF8.self)
  }

  var first: Located<String>? {
    var words = self
    return words.next()
  }

  private mutating func skipSeparators() {
    while index < bytes.count {
      let length = separator(at: index)
      if length == 0 { return }
      index += length
    }
  }

  /// How many bytes of a separator stand here; 0 for none.
  private func separator(at place: Int) -> Int {
    switch bytes[place] {
    case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ":"): 1
    default: ["、", "，", "；", "："].contains { bytes[place...].starts(with: $0.utf8) } ? 3 : 0
    }
  }
}
