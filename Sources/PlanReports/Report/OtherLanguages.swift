import PlanText

/// The texts of a plan that are in another language than its report, so that a page can say which: readers choose
/// glyphs and voices by it.
package struct OtherLanguages: Sendable {
  /// A stretch of a text in one language; without a tag in the report's own.
  struct Run: Equatable {
    let text: String
    var tag: String?
  }

  /// The plan's texts by their first three bytes, longest first.
  private var texts: [UInt32: [(bytes: [UInt8], tag: String)]] = [:]
  /// Whether a text of the plan begins with a byte: most places of most texts are settled by it.
  private var beginnings = [Bool](repeating: false, count: 256)
  /// The tag of Chinese that stands in an English report outside the plan's texts, such as units in a formula.
  private var chinese: String?

  /// No text is in another language.
  static let none = OtherLanguages()

  private init() {}

  /// - Parameters:
  ///   - tags: language tags by text.
  ///   - plain: the plan's first language.
  init(_ tags: [String: String], plain: String, in language: Language) {
    for (text, tag) in tags {
      let bytes = Array(text.utf8)
      // What has no Chinese in it, such as CRM, reads alike in both.
      guard bytes.count >= 3, !tag.hasPrefix("zh") || bytes.contains(where: { $0 >= 0x80 }) else { continue }
      texts[Self.key(bytes, 0), default: []].append((bytes, tag))
      beginnings[Int(bytes[0])] = true
    }
    for key in texts.keys { texts[key]?.sort { ($0.bytes.count, $0.tag) > ($1.bytes.count, $1.tag) } }
    if language == .english { chinese = plain.hasPrefix("zh") ? plain : "zh" }
  }

  private static func key(_ bytes: [UInt8], _ place: Int) -> UInt32 {
    UInt32(bytes[place]) << 16 | UInt32(bytes[place + 1]) << 8 | UInt32(bytes[place + 2])
  }

  /// The text in its languages; one run where all of it is in the report's own.
  func runs(in text: String) -> [Run] {
    if !text.utf8.contains(where: { beginnings[Int($0)] || chinese != nil && $0 >= 0x80 }) { return [Run(text: text)] }
    let bytes = Array(text.utf8)
    var runs: [(range: Range<Int>, tag: String?)] = []
    func add(_ range: Range<Int>, _ tag: String?) {
      if let last = runs.last, last.tag == tag {
        runs[runs.count - 1].range = last.range.lowerBound..<range.upperBound
      } else {
        runs.append((range, tag))
      }
    }
    var place = 0
    while place < bytes.count {
      if let (length, tag) = match(bytes, place) {
        add(place..<place + length, tag)
        place += length
      } else {
        let length = Self.length(of: bytes[place])
        let end = min(place + length, bytes.count)
        add(place..<end, length == 3 && Self.isHan(bytes, place) ? chinese : nil)
        place = end
      }
    }
    if runs.count == 1 { return [Run(text: text, tag: runs[0].tag)] }
    return runs.map { Run(text: String(decoding: bytes[$0.range], as: UTF8.self), tag: $0.tag) }
  }

  /// The longest text of the plan that stands at a place, or begins there and is cut by the dots at the end.
  private func match(_ bytes: [UInt8], _ place: Int) -> (length: Int, tag: String)? {
    guard place + 3 <= bytes.count, beginnings[Int(bytes[place])] else { return nil }
    if place > 0, Self.isLetter(bytes[place]), Self.isLetter(bytes[place - 1]) { return nil }
    guard let found = texts[Self.key(bytes, place)] else { return nil }
    for (candidate, tag) in found {
      let end = place + candidate.count
      if end <= bytes.count, bytes[place..<end].elementsEqual(candidate),
        end == bytes.count || !Self.isLetter(bytes[end - 1]) || !Self.isLetter(bytes[end])
      {
        return (candidate.count, tag)
      }
      // Three bytes of dots: charts cut what has no room.
      let stem = bytes.count - 3
      if stem - place >= 6, stem - place < candidate.count, bytes[stem...].elementsEqual("…".utf8),
        candidate.starts(with: bytes[place..<stem])
      {
        return (stem - place, tag)
      }
    }
    return nil
  }

  private static func length(of lead: UInt8) -> Int { lead < 0xC0 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4 }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte)
  }

  /// U+3001 to U+9FFF, and full-width forms.
  private static func isHan(_ bytes: [UInt8], _ place: Int) -> Bool {
    (0xE3...0xE9).contains(bytes[place]) || bytes[place] == 0xEF && 0xBC...0xBF ~= bytes[place + 1]
  }
}
