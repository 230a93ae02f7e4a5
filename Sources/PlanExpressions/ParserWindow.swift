import PlanText

extension ExpressionParser {
  /// The window a condition may end in: `for 2 consecutive weeks`, `连续两周`.
  mutating func window() throws(Unreadable) -> Window? {
    let start = letters.skippingBlanks(index)
    if try keyword(.forWord) != nil { return try englishWindow(start) }
    guard opensWindow(start) else { return nil }
    // The number may stand apart: 连续 2 周.
    index = start + 2
    let (number, unit) = try chineseParts()
    try spend()
    guard let count = chineseNumber(number), count > 0, count <= 1_000 else { throw badWindow(span(start, index)) }
    guard !unit.isEmpty else { return Window(count: count, unit: nil, range: source.range(span(start, index))) }
    guard let unit = Window.Unit.chinese(unit) else { throw badWindow(span(start, index)) }
    return Window(count: count, unit: unit, range: source.range(span(start, index)))
  }

  private mutating func chineseParts() throws(Unreadable) -> (number: String, unit: String) {
    let numerals = Set("一二两兩三四五六七八九十0123456789".unicodeScalars)
    index = letters.skippingBlanks(index)
    let numberStart = index
    while numerals.contains(letters[index]) { index += 1 }
    let number = letters.text(numberStart, index)
    let unitStart = letters.skippingBlanks(index)
    let unitEnd = letters.nameEnd(unitStart)
    guard unitEnd > unitStart else { return (number, "") }
    index = unitEnd
    return (number, letters.text(unitStart, unitEnd))
  }

  private mutating func englishWindow(_ start: Int) throws(Unreadable) -> Window {
    let numberStart = letters.skippingBlanks(index)
    var numberEnd = numberStart
    while letters[numberEnd].isDigit { numberEnd += 1 }
    index = numberEnd
    guard let count = Int(letters.text(numberStart, numberEnd)), count > 0, count <= 1_000 else {
      throw badWindow(span(start, max(numberEnd, letters.nameEnd(numberStart))))
    }
    try spend()
    _ = try keyword(.consecutive)
    let unitStart = letters.skippingBlanks(index)
    index = letters.nameEnd(unitStart)
    guard let unit = Window.Unit.named(letters.text(unitStart, index)) else { throw badWindow(span(start, index)) }
    try spend()
    return Window(count: count, unit: unit, range: source.range(span(start, index)))
  }

  /// Refuses whatever is left of the text.
  func expectEnd(condition: Bool, after root: Expression.Node) throws(Unreadable) {
    let start = letters.skippingBlanks(index)
    guard start < letters.count else { return }
    if !condition, opensWindow(start) || letters.holds(.forWord, start, letters.nameEnd(start)) {
      throw windowOutsideCondition(span(start, letters.count))
    }
    throw adjacent()
  }
}
