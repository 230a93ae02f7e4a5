import PlanText

// `{amount: 12,600万元}` is an amount of 12 and a key `600万元` without a value.
extension TreeBuilder {
  /// Finds the entries of a closed flow mapping that are the rest of the value before them.
  mutating func findSplitValues(_ mapping: Int) {
    let end = Int(nodes.base[mapping].next)
    var index = mapping + 1
    var value: Int?
    while index < end {
      let key = index
      let its = Int(nodes.base[key].next)
      index = Int(nodes.base[its].next)
      guard isBareKey(key, its) else {
        value =
          nodes.base[its].kind == .scalar && nodes.base[its].style == .plain && nodes.base[its].valueLength > 0
          ? its : nil
        continue
      }
      if let problem = colonProblem(inKey: key) {
        nodes.base[key].flags.insert(.swallowed)
        if hasRoom(at: Int(problem.range.start)) { problems.append(problem) }
        value = nil
      } else if let whole = value {
        var last = key
        nodes.base[key].flags.insert(.swallowed)
        while index < end {
          let next = Int(nodes.base[index].next)
          guard isBareKey(index, next), colonProblem(inKey: index) == nil else { break }
          nodes.base[index].flags.insert(.swallowed)
          last = index
          index = Int(nodes.base[next].next)
        }
        report(whole, firstRest: key, last: last)
        value = nil
      }
    }
  }

  /// Whether the entry is a key without a colon.
  private func isBareKey(_ key: Int, _ value: Int) -> Bool {
    let node = nodes.base[value]
    guard node.kind == .scalar, node.style == .plain, node.valueLength == 0, nodes.base[key].kind == .scalar else {
      return false
    }
    let after = source.skippingBlanks(from: Int(nodes.base[key].end))
    return node.start == nodes.base[key].end && !(after < source.count && source[after] == UInt8(ascii: ":"))
  }

  private func colonProblem(inKey key: Int) -> Diagnostic? {
    guard nodes.base[key].style == .plain else { return nil }
    return glue(in: Int(nodes.base[key].start), Int(nodes.base[key].end)).map { diagnostic($0) }
  }

  private mutating func report(_ value: Int, firstRest: Int, last: Int) {
    nodes.base[value].flags.insert(.swallowed)
    guard hasRoom(at: Int(nodes.base[value].start)) else { return }
    var commas: [SourceRange] = []
    var isNumber = source[Int(nodes.base[value].end) - 1].isDigit
    var before = value
    var rest = firstRest
    while true {
      let comma = source.skippingBlanksAndBreaks(from: Int(nodes.base[before].end))
      commas.append(range(comma, comma + 1))
      let start = Int(nodes.base[rest].start)
      isNumber =
        isNumber && comma == Int(nodes.base[before].end) && start == comma + 1 && source.hasThreeDigits(at: start)
      if rest == last { break }
      before = rest
      rest = Int(nodes.base[Int(nodes.base[rest].next)].next)
    }
    let whole = range(Int(nodes.base[value].start), Int(nodes.base[last].end))
    problems.append(YamlSwallowed.split(at: commas, value: whole, isNumber: isNumber, in: file))
  }
}

extension UnsafeBufferPointer<UInt8> {
  fileprivate func skippingBlanksAndBreaks(from start: Int) -> Int {
    var index = start
    while index < count, self[index].isBlankOrBreak { index += 1 }
    return index
  }

  /// Whether exactly three digits stand here.
  fileprivate func hasThreeDigits(at start: Int) -> Bool {
    guard start + 3 <= count, self[start..<start + 3].allSatisfy({ $0.isDigit }) else { return false }
    return start + 3 == count || !self[start + 3].isDigit
  }
}
