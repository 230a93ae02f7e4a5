import PlanSyntax
import PlanText
import Testing

@Suite("Encodings") struct EncodingTests {
  private let text = "title: 预算 🚀\r\nnote: €\n"

  private func utf16(_ text: String, little: Bool) -> [UInt8] {
    let units = [0xFEFF] + Array(text.utf16)
    return units.flatMap { little ? [UInt8($0 & 0xFF), UInt8($0 >> 8)] : [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
  }

  @Test func everyEncodingGivesTheSameText() {
    let plain = Reading(text)
    #expect(plain.shape == "{title: 预算 🚀, note: €}")
    for bytes in [[0xEF, 0xBB, 0xBF] + Array(text.utf8), utf16(text, little: true), utf16(text, little: false)] {
      let read = Reading(bytes: bytes)
      #expect(read.codes.isEmpty)
      #expect(read.tree.file.bytes == Array(text.utf8))
      #expect(read.shape == plain.shape)
    }
  }

  /// Each damage at each place within a step of eight bytes, with its first byte's offset.
  @Test(
    arguments: [
      [0xFF], [0xC3], [0xC0, 0x80], [0xE4, 0xB8], [0xED, 0xA0, 0x80], [0xF0, 0x9F, 0x9A], [0xF5], [0x80], [0x00],
      [0x7F], [0x0B],
      [0xC2, 0x80], [0xEF, 0xBF, 0xBE],
    ] as [[UInt8]]) func damageIsFoundWhereItIs(_ damage: [UInt8])
  {
    for before in 0..<20 {
      let bytes =
        Array("a: 预".utf8) + Array(repeating: UInt8(ascii: "x"), count: before) + damage + Array("y\nb: 1\n".utf8)
      let read = Reading(bytes: bytes)
      #expect(read.codes == ["S014"])
      let start = 6 + before
      #expect(read.diagnostics.first?.range.start == UInt32(start))
      #expect(read.underlined.allSatisfy { $0 == "\u{FFFD}" })
      #expect(read.diagnostics.first?.message.text(in: .english).contains("byte \(start)") == true)
      // The rest of the file is still read.
      #expect(read.shape.hasSuffix("y, b: 1}"))
    }
  }

  @Test func everyCharacterIsJudgedAsLibyamlDoes() {
    for value in UInt32(0)...0x1_1000 {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let bytes = Array(String(scalar).utf8)
      let (_, problems) = decodeSource(bytes, id: FileID(1), path: "a", limits: Limits())
      let parsed = parseYAML(SourceFile(id: FileID(1), path: "a", bytes: Array("'".utf8) + bytes + Array("'".utf8)))
      let isRefused = problems.contains { $0.code == "S014" }
      #expect(isRefused == parsed.diagnostics.contains { $0.code == "S014" }, "U+\(String(value, radix: 16))")
    }
  }

  @Test func aForeignEncodingIsNotReadFurther() {
    // "预算：一千万元，渠道" twice, in GBK.
    let gbk: [UInt8] = [
      0xD4, 0xA4, 0xCB, 0xE3, 0xA3, 0xBA, 0xD2, 0xBB, 0xC7, 0xA7, 0xCD, 0xF2, 0xD4, 0xAA, 0xA3, 0xAC, 0xC7, 0xFE, 0xB5,
      0xC0,
    ]
    let read = Reading(bytes: Array("title: ".utf8) + gbk + gbk + Array("\nowner: [\n".utf8))
    #expect(read.codes == ["S014"])
    #expect(read.tree.roots.isEmpty && read.tree.isPartial)
    // The first two bytes happen to be one letter of UTF-8.
    #expect(read.diagnostics.first?.range.start == 9)
    #expect(read.diagnostics.first?.help?.text(in: .english).contains("GBK") == true)
  }

  @Test func halfASurrogatePairIsDamage() {
    let read = Reading(bytes: [0xFF, 0xFE, 0x61, 0x00, 0x00, 0xD8, 0x62, 0x00, 0x63])
    #expect(read.codes == ["S014"])
    #expect(read.shape == "a\u{FFFD}b\u{FFFD}")
    #expect(read.diagnostics.first?.message.text(in: .english) == "byte 4 (00 D8) is no UTF-16 text")
  }

  @Test func offsetsCountTheByteOrderMark() {
    let read = Reading(bytes: [0xEF, 0xBB, 0xBF] + Array("a: \u{1}".utf8))
    #expect(
      read.diagnostics.first?.message.text(in: .english)
        == "the control character U+0001 at byte 6 is not allowed in YAML")
    #expect(read.diagnostics.first?.range.start == 3)
  }

  private static let sound = "kind: plan\ntitle: \u{9884}\u{7B97} and more of it\n"

  private static let refused: [(bytes: [UInt8], said: String)] = {
    let (unmarked, marked) = (" without a byte order mark", ", which is not read")
    var found: [(bytes: [UInt8], said: String)] = []
    for isLittle in [true, false] {
      found.append((wide(Array(sound.utf16), isLittle: isLittle), "the file looks like UTF-16" + unmarked))
      let scalars: [UInt32] = sound.unicodeScalars.map(\.value)
      found.append((wide(scalars, isLittle: isLittle), "the file looks like UTF-32" + unmarked))
      found.append((wide([0xFEFF] + scalars, isLittle: isLittle), "the file is UTF-32" + marked))
    }
    return found
  }()

  /// Every encoding that is not read is told of once, by its name where it shows, and nothing of it is checked.
  @Test(arguments: refused)
  func otherUnicodeFormsAreRefusedByName(bytes: [UInt8], said: String) {
    let read = Reading(bytes: bytes)
    #expect(read.diagnostics.map { $0.message.text(in: .english) } == [said])
    #expect(read.codes == ["S014"])
    #expect(read.tree.roots.isEmpty && read.tree.isPartial)
  }

  private static func wide<Unit: FixedWidthInteger>(_ units: [Unit], isLittle: Bool) -> [UInt8] {
    units.flatMap { unit -> [UInt8] in
      let bytes: [UInt8] = withUnsafeBytes(of: unit.littleEndian) { Array($0) }
      return isLittle ? bytes : bytes.reversed()
    }
  }

  /// One zero byte is damage at its place, not another encoding.
  @Test func aZeroByteIsDamage() {
    for place in 0..<12 {
      var bytes = Array("kind: plan\ntitle: a\n".utf8)
      bytes[place] = 0
      let read = Reading(bytes: bytes)
      let first = read.diagnostics.first { $0.code == "S014" }
      #expect(
        first?.message.text(in: .english) == "the control character U+0000 at byte \(place) is not allowed in YAML")
    }
  }

  /// Offsets are those of the file as it is stored, however many bytes each character takes there.
  @Test func offsetsInUTF16AreThoseOfTheStoredFile() {
    for before in 0..<40 {
      let text = "a: " + String(repeating: "\u{9884}", count: before) + "\u{1F680}"
      var bytes: [UInt8] = [0xFE, 0xFF] + Array(text.utf16).flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
      let offset = bytes.count
      bytes += [0xDC, 0x00, 0x00, 0x62]
      let read = Reading(bytes: bytes)
      #expect(read.diagnostics.first?.message.text(in: .english) == "byte \(offset) (DC 00) is no UTF-16 text")
      #expect(Int(read.diagnostics.first?.range.start ?? 0) == text.utf8.count)
    }
  }
}
