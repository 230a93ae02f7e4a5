import Seeded

/// Changes a plan as a hurried planner would: lines and blocks come, go and change places, keys and figures become
/// others. What comes out is mostly YAML still, which changes of single bytes would not leave it.
package struct PlanMutator {
  private var random: SeededGenerator
  private var lines: [[UInt8]]

  /// - Parameter seed: the same changes for the same number.
  package init(_ bytes: [UInt8], seed: UInt64) {
    random = SeededGenerator(seed)
    lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false).map(Array.init)
  }

  /// The bytes after one to four changes.
  package mutating func changed() -> [UInt8] {
    for _ in 0...random.below(4) { change() }
    return Array(lines.joined(separator: [0x0A]))
  }

  /// The bytes with blocks of another input put in or in place of own ones.
  package mutating func crossed(with other: [UInt8]) -> [UInt8] {
    let donor = PlanMutator(other, seed: random.next())
    for _ in 0...random.below(3) {
      let block = donor.block(at: random.below(donor.lines.count))
      let taken = Array(donor.lines[block])
      let place = block.isEmpty ? 0 : sibling(of: taken[0])
      if random.chance(50) {
        lines.insert(contentsOf: taken, at: place)
      } else {
        lines.replaceSubrange(self.block(at: place), with: taken)
      }
    }
    return Array(lines.joined(separator: [0x0A]))
  }

  private mutating func change() {
    if lines.isEmpty { lines = [[]] }
    let line = random.below(lines.count)
    switch random.below(13) {
    case 0: lines.remove(at: line)
    case 1: lines.removeSubrange(block(at: line))
    case 2: lines.insert(contentsOf: Array(lines[block(at: line)]), at: line)
    case 3: swap(line, random.below(lines.count))
    case 4: move(block(at: line))
    case 5: replaceKey(line, with: random.pick(FuzzWords.keys))
    case 6: replaceValue(line, with: random.pick(FuzzWords.values))
    case 7: replaceValue(line, with: random.pick(FuzzWords.choices))
    case 8: replaceValue(line, with: value(ofLine: random.below(lines.count)))
    case 9: changeNumber(line)
    case 10: indent(block(at: line))
    case 11: insertField(after: line)
    default: swapWords(line, random.below(lines.count))
    }
  }

  // MARK: Lines and blocks

  private func indent(of line: Int) -> Int { lines[line].prefix { $0 == 0x20 }.count }

  /// A line and those below it that stand deeper.
  private func block(at line: Int) -> Range<Int> {
    guard lines.indices.contains(line) else { return 0..<0 }
    let depth = indent(of: line)
    var end = line + 1
    while end < lines.count, lines[end].isEmpty || indent(of: end) > depth { end += 1 }
    return line..<end
  }

  /// A line as deep as a given one, or any.
  private mutating func sibling(of line: [UInt8]) -> Int {
    let depth = line.prefix { $0 == 0x20 }.count
    let same = lines.indices.filter { indent(of: $0) == depth }
    return same.isEmpty ? random.below(max(1, lines.count)) : same[random.below(same.count)]
  }

  private mutating func swap(_ a: Int, _ b: Int) { lines.swapAt(a, b) }

  private mutating func move(_ block: Range<Int>) {
    let taken = Array(lines[block])
    lines.removeSubrange(block)
    lines.insert(contentsOf: taken, at: lines.isEmpty ? 0 : random.below(lines.count + 1))
  }

  private mutating func indent(_ block: Range<Int>) {
    let deeper = random.chance(50)
    for line in block {
      if deeper {
        lines[line].insert(contentsOf: [0x20, 0x20], at: 0)
      } else {
        lines[line].removeFirst(min(2, indent(of: line)))
      }
    }
  }

  // MARK: Keys and values

  /// Where the value of a line begins: after its first colon, or after a list's stroke.
  private func valueStart(_ line: Int) -> Int {
    let bytes = lines[line]
    if let colon = bytes.indices.first(where: { bytes[$0] == 0x3A && ($0 + 1 == bytes.count || bytes[$0 + 1] == 0x20) })
    {
      return min(colon + 2, bytes.count)
    }
    let start = indent(of: line)
    return bytes[start...].starts(with: [0x2D, 0x20]) ? start + 2 : start
  }

  private func value(ofLine line: Int) -> String {
    String(decoding: lines[line][valueStart(line)...], as: UTF8.self)
  }

  private mutating func replaceValue(_ line: Int, with value: String) {
    let start = valueStart(line)
    lines[line].replaceSubrange(start..., with: ((lines[line].last == 0x3A ? " " : "") + value).utf8)
  }

  private mutating func replaceKey(_ line: Int, with key: String) {
    let start = indent(of: line)
    guard let colon = lines[line].firstIndex(of: 0x3A), colon >= start else { return }
    lines[line].replaceSubrange(start..<colon, with: key.utf8)
  }

  private mutating func insertField(after line: Int) {
    let key = random.pick(FuzzWords.keys)
    let blanks = [UInt8](repeating: 0x20, count: indent(of: line) + (random.chance(30) ? 2 : 0))
    lines.insert(blanks + "\(key): \(random.pick(FuzzWords.values))".utf8, at: line + 1)
  }

  /// Puts a word of one line in the place of a word of another: flow mappings have several fields a line.
  private mutating func swapWords(_ line: Int, _ other: Int) {
    let (target, source) = (words(line), words(other))
    guard !target.isEmpty, !source.isEmpty else { return }
    let word = Array(lines[other][source[random.below(source.count)]])
    lines[line].replaceSubrange(target[random.below(target.count)], with: word)
  }

  /// The stretches between signs of YAML.
  private func words(_ line: Int) -> [Range<Int>] {
    let signs = Set("{}[],: ".utf8)
    return lines[line].indices.split { signs.contains(lines[line][$0]) }.map { $0.startIndex..<$0.endIndex }
  }

  private mutating func changeNumber(_ line: Int) {
    let bytes = lines[line]
    let numbers = bytes.indices.split { !(0x30...0x39).contains(bytes[$0]) }
    guard !numbers.isEmpty else { return }
    let number = numbers[random.below(numbers.count)]
    let text = String(decoding: bytes[number.startIndex..<number.endIndex], as: UTF8.self)
    let other =
      switch random.below(6) {
      case 0: String((Int(text) ?? 0) &+ 1)
      case 1: String((Int(text) ?? 1) &- 1)
      case 2: text + "0"
      case 3: random.pick(["0", "1", "7", "31", "100", "2147483648", "9223372036854775807", "9999999999999999999999"])
      case 4: String(random.below(100))
      default: text + "." + text
      }
    lines[line].replaceSubrange(number.startIndex..<number.endIndex, with: other.utf8)
  }
}

extension SeededGenerator {
  /// A number from 0 and under a limit; 0 where the limit is not positive.
  mutating func below(_ limit: Int) -> Int { limit > 0 ? Int(next() % UInt64(limit)) : 0 }
  mutating func chance(_ percent: Int) -> Bool { below(100) < percent }
  mutating func pick(_ words: [String]) -> String { words.isEmpty ? "" : words[below(words.count)] }
}
