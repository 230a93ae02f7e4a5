/// One end of a period as it was written.
private struct WrittenPoint {
  var period: Period
  /// Whether a hyphen may follow and lead to another: it ends in a year, a half, a quarter or a Chinese word.
  var takesHyphen: Bool
}

extension LiteralScanner {
  /// The period that begins here, or nil where nothing looks like one; a bare year only where it is asked for.
  mutating func period(bareYear: Bool) throws(LiteralProblem) -> Period? {
    let start = at
    guard let first = try point(bareYear: bareYear, carried: nil) else { return nil }
    let place = at
    guard takePeriodSeparator(first) else { return first.period }
    guard let second = try point(bareYear: true, carried: first.period.nameOfYear) else {
      if bytes.has("..", at: place) { throw LiteralProblem(.notAPeriod, start..<bytes.count) }
      at = place
      return first.period
    }
    guard let whole = first.period.through(second.period) else {
      throw LiteralProblem(.backwardPeriod, start..<at)
    }
    return whole
  }

  private mutating func takePeriodSeparator(_ first: WrittenPoint) -> Bool {
    if take("..") { return true }
    let place = at
    if !inExpression { skipBlanks() }
    let isHyphen = byte(at) == UInt8(ascii: "-")
    if isHyphen ? first.takesHyphen && at == place : byte(at) == UInt8(ascii: "~") {
      at += 1
    } else if !(take("–") || take("—") || take("至") || take("到")) {
      at = place
      return false
    }
    if !inExpression { skipBlanks() }
    return true
  }

  /// A year, half, quarter, month, week or day. After the mark of a range the year carries over: `2025Q2-Q3`.
  private mutating func point(bareYear: Bool, carried: Int?) throws(LiteralProblem) -> WrittenPoint? {
    let start = at
    guard isDigit(at), isDigit(at + 1), isDigit(at + 2), isDigit(at + 3) else {
      guard let carried else { return nil }
      if isDigit(at), bytes.has("月", at: at + 1) || bytes.has("月", at: at + 2) {
        return try chineseMonth(carried, start)
      }
      return try part(of: carried, start)
    }
    if isDigit(at + 4) { return nil }
    let year = whole(at..<at + 4)
    at += 4
    if let point = try part(of: year, start) { return point }
    if byte(at) == UInt8(ascii: "-"), let point = try dashed(year, start) { return point }
    if bytes.has("年", at: at), let point = try chinese(year, start) { return point }
    let isYear = bareYear || bytes.has("..", at: at) && isDigit(at + 2)
    guard isYear, !isWordByte(at), let period = Period(year: year, yearStarts: dialect.yearStarts) else {
      at = start
      return nil
    }
    return WrittenPoint(period: period, takesHyphen: true)
  }

  /// `Q1` or `H2` of a year.
  private mutating func part(of year: Int, _ start: Int) throws(LiteralProblem) -> WrittenPoint? {
    let letter = byte(at) & 0xDF
    guard letter == UInt8(ascii: "Q") || letter == UInt8(ascii: "H"), isDigit(at + 1), !isDigit(at + 2) else {
      return nil
    }
    let isQuarter = letter == UInt8(ascii: "Q")
    let number = whole(at + 1..<at + 2)
    at += 2
    guard 1...(isQuarter ? 4 : 2) ~= number, let point = part(isQuarter ? .quarter : .half, number, of: year) else {
      throw LiteralProblem(.noSuchPeriod(text(start..<at)), start..<at)
    }
    return point
  }

  /// The first, second and so on of the quarters or halves of a year, which begins when the dialect's does.
  private func part(_ grain: Period.Grain, _ number: Int, of year: Int) -> WrittenPoint? {
    guard let start = Period(year: year, yearStarts: dialect.yearStarts)?.first else { return nil }
    let date = start.adding(months: (number - 1) * (grain.months ?? 1))
    return WrittenPoint(period: Period(grain, holding: date, yearStarts: dialect.yearStarts), takesHyphen: true)
  }

  /// `-03`, `-03-01` or `-W14` after a year.
  private mutating func dashed(_ year: Int, _ start: Int) throws(LiteralProblem) -> WrittenPoint? {
    if byte(at + 1) == UInt8(ascii: "W"), isDigit(at + 2), isDigit(at + 3), !isDigit(at + 4) {
      let week = whole(at + 2..<at + 4)
      at += 4
      guard let period = Period(year: year, week: week) else {
        throw LiteralProblem(.noSuchPeriod(text(start..<at)), start..<at)
      }
      return WrittenPoint(period: period, takesHyphen: false)
    }
    guard isDigit(at + 1), isDigit(at + 2), !isDigit(at + 3) else { return nil }
    let month = whole(at + 1..<at + 3)
    if continuesNumber(at + 3) { return nil }
    guard byte(at + 3) == UInt8(ascii: "-"), isDigit(at + 4), isDigit(at + 5), !isDigit(at + 6) else {
      at += 3
      return try monthPoint(year, month, start)
    }
    let day = whole(at + 4..<at + 6)
    at += 6
    return try dayPoint(year, month, day, start)
  }

  /// Whether what looked like a month is the second figure of a range: `3398-27,942.4%`.
  private func continuesNumber(_ place: Int) -> Bool {
    switch byte(place) {
    case UInt8(ascii: "%"): true
    case UInt8(ascii: ","), UInt8(ascii: "."): isDigit(place + 1)
    default: false
    }
  }

  private func monthPoint(_ year: Int, _ month: Int, _ start: Int) throws(LiteralProblem) -> WrittenPoint {
    guard let date = CivilDate(year, month, 1) else {
      throw LiteralProblem(.noSuchPeriod(text(start..<at)), start..<at)
    }
    return WrittenPoint(period: Period(.month, holding: date), takesHyphen: false)
  }

  private func dayPoint(_ year: Int, _ month: Int, _ day: Int, _ start: Int) throws(LiteralProblem) -> WrittenPoint {
    if let date = CivilDate(year, month, day) {
      return WrittenPoint(period: Period(.day, holding: date), takesHyphen: false)
    }
    let last = 1...12 ~= month && day > 0 && year > 0 ? CivilDate.days(inMonth: month, of: year) : nil
    let suggestion = last.flatMap { CivilDate(year, month, $0)?.text }
    throw LiteralProblem(.noSuchDate(text(start..<at), lastDay: last), start..<at, suggestion: suggestion)
  }

  /// What follows 年: nothing, Q4, 第四季度, 上半年, 12月, 3月1日. A four-digit number of years is only taken for a
  /// year of the calendar where it could be one.
  private mutating func chinese(_ year: Int, _ start: Int) throws(LiteralProblem) -> WrittenPoint? {
    guard 1900...2199 ~= year else { return nil }
    at += 3
    if let point = try part(of: year, start) { return point }
    for (word, number, grain) in LiteralScanner.partsOfYear where take(word) { return part(grain, number, of: year) }
    if isDigit(at) {
      if let point = try chineseMonth(year, start) { return point }
    } else if let period = Period(year: year, yearStarts: dialect.yearStarts),
      !isWordByte(at) || bytes.has("至", at: at) || bytes.has("到", at: at)
    {
      return WrittenPoint(period: period, takesHyphen: true)
    }
    at -= 3
    return nil
  }

  private mutating func chineseMonth(_ year: Int, _ start: Int) throws(LiteralProblem) -> WrittenPoint? {
    let place = at
    while isDigit(at), at < place + 2 { at += 1 }
    let month = whole(place..<at)
    guard take("月") else {
      at = place
      return nil
    }
    let dayStart = at
    while isDigit(at), at < dayStart + 2 { at += 1 }
    guard at > dayStart, bytes.has("日", at: at) || bytes.has("号", at: at) || bytes.has("號", at: at) else {
      at = dayStart
      var point = try monthPoint(year, month, start)
      point.takesHyphen = true
      return point
    }
    let day = whole(dayStart..<at)
    at += 3
    return try dayPoint(year, month, day, start)
  }

  private static let partsOfYear: [(StaticString, Int, Period.Grain)] = [
    ("上半年", 1, .half), ("下半年", 2, .half), ("第一季度", 1, .quarter), ("第二季度", 2, .quarter),
    ("第三季度", 3, .quarter), ("第四季度", 4, .quarter), ("第一季", 1, .quarter), ("第二季", 2, .quarter),
    ("第三季", 3, .quarter), ("第四季", 4, .quarter),
  ]
}
