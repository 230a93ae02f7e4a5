import PlanText

// Reading on after syntax errors.
//
// libyaml gives up at the first error. What it could not read is blanked, byte for byte, so that every place stays what
// it was, and the file is read again: once for each error, until nothing is left to complain of.

/// The bytes of a file with what could not be read blanked out.
struct BlankedSource: ~Copyable {
  private let bytes: UnsafeMutableBufferPointer<UInt8>
  /// The colons behind which a value was blanked: those keys stay, and what they said is lost.
  private(set) var lostValues: [Int] = []
  /// Where whole lines were blanked: what was around them has lost entries.
  private(set) var lostLines: [Int] = []

  init(_ source: UnsafeBufferPointer<UInt8>) {
    bytes = .allocate(capacity: source.count)
    _ = bytes.initialize(from: source)
  }

  deinit { bytes.deallocate() }

  var source: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(bytes) }

  /// Blanks the value that an error lies in, else its line, and all that is indented below; if that is blank already,
  /// what stands around it. False where nothing is left to blank.
  mutating func blank(around place: Int) -> Bool {
    guard bytes.count > 0 else { return false }
    var line = source.lineStart(of: min(place, bytes.count - 1))
    var isOuter = false
    while true {
      if blank(line: line, place: isOuter ? bytes.count : place) { return true }
      guard let outer = lineAround(line) else { return false }
      (line, isOuter) = (outer, true)
    }
  }

  /// - Returns: whether anything but blanks was there.
  private mutating func blank(line start: Int, place: Int) -> Bool {
    let end = source.lineEnd(from: start)
    let key = keyStart(line: start)
    let separator = source.separator(in: key..<end)
    var isValue = false
    var from = key
    if let separator, place > separator || source.skippingBlanks(from: separator + 1) == end {
      from = min(separator + 1, end)
      isValue = true
    }
    let column = key - start
    // A tab before the text is an error of its own.
    let hadTabs = blankTabs(start, key)
    guard blank(from, endOfEntry(line: start, column: column)) || hadTabs else { return false }
    if isValue, let separator { lostValues.append(separator) } else { lostLines.append(from) }
    return true
  }

  private mutating func blank(_ start: Int, _ end: Int) -> Bool {
    var changed = false
    for index in start..<max(start, end) where bytes[index] != UInt8(ascii: " ") && !bytes[index].isBreak {
      bytes[index] = UInt8(ascii: " ")
      changed = true
    }
    return changed
  }

  private mutating func blankTabs(_ start: Int, _ end: Int) -> Bool {
    var changed = false
    for index in start..<end where bytes[index] == UInt8(ascii: "\t") {
      bytes[index] = UInt8(ascii: " ")
      changed = true
    }
    return changed
  }

  /// Where a line's text begins, past indentation and dashes.
  private func keyStart(line start: Int) -> Int {
    var index = source.skippingBlanks(from: start)
    while index + 1 < bytes.count, bytes[index] == UInt8(ascii: "-"), bytes[index + 1].isBlank {
      index = source.skippingBlanks(from: index + 1)
    }
    return index
  }

  /// The end of a line and of all lines after it that are blank or indented deeper than a column.
  private func endOfEntry(line start: Int, column: Int) -> Int {
    var end = source.lineEnd(from: start)
    while end < bytes.count {
      let next = end + 1
      let text = source.skippingBlanks(from: next)
      if text < bytes.count, !bytes[text].isBreak, text - next <= column { break }
      end = source.lineEnd(from: next)
    }
    return min(end, bytes.count)
  }

  /// The nearest line above that is indented less; nil at the margin.
  private func lineAround(_ start: Int) -> Int? {
    var line = start
    let column = firstText(from: start)
    while line > 0 {
      line = source.lineStart(of: line - 1)
      let text = source.skippingBlanks(from: line)
      if text < bytes.count, !bytes[text].isBreak, bytes[text] != UInt8(ascii: "#"), text - line < column {
        return line
      }
    }
    return nil
  }

  /// The column of a line's text; of a blank line, that of the nearest text above.
  private func firstText(from start: Int) -> Int {
    var line = start
    while true {
      let text = source.skippingBlanks(from: line)
      if text < bytes.count, !bytes[text].isBreak { return text - line }
      guard line > 0 else { return 0 }
      line = source.lineStart(of: line - 1)
    }
  }
}

extension TreeBuilder {
  /// Where to begin blanking after an error: where the outermost bracket opens that the error lies in, else where the
  /// diagnostic points.
  func origin(of error: Diagnostic) -> Int {
    for place in 0..<frames.count where nodes.base[frames.base[place].node].flags.contains(.flow) {
      return min(Int(nodes.base[frames.base[place].node].start), Int(error.range.start))
    }
    return Int(error.range.start)
  }

  /// Marks what was blanked: values as lost, what surrounds lost lines as cut.
  mutating func mark(lostIn blanked: borrowing BlankedSource) {
    guard nodes.count > 0 else { return }
    let values = Set(blanked.lostValues.map { UInt32(truncatingIfNeeded: $0 + 1) })
    let lines = blanked.lostLines.sorted()
    for index in 0..<nodes.count {
      let node = nodes.base[index]
      if node.kind == .scalar, node.valueLength == 0, values.contains(node.start) {
        nodes.base[index].flags.insert(.swallowed)
      }
    }
    for line in lines { markCut(around: line) }
  }

  /// Marks every mapping and sequence that may have lost an entry at a place: those around it, and those that end with
  /// the last node before it.
  private mutating func markCut(around place: Int) {
    var last = -1
    for index in 0..<nodes.count where Int(nodes.base[index].start) < place { last = index }
    // A key whose whole value was blanked.
    if last >= 0, nodes.base[last].kind == .scalar, nodes.base[last].start == nodes.base[last].end {
      nodes.base[last].flags.insert(.swallowed)
    }
    for index in 0..<max(last + 1, min(nodes.count, 1)) {
      let node = nodes.base[index]
      guard node.kind == .mapping || node.kind == .sequence else { continue }
      if Int(node.next) > last { nodes.base[index].flags.insert(.cut) }
    }
  }
}
