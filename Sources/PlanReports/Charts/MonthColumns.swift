package import PlanQuantities
package import PlanText

/// Money by month: the plan as outlined columns, what was spent solid inside them.
package struct MonthColumns: Chart {
  /// One month.
  package struct Month: Sendable {
    let month: CivilDate
    let plan: Fraction?
    let actual: Fraction?

    /// - Parameters:
    ///   - month: any day of it.
    ///   - plan: planned money; nil where the plan does not say, which is drawn as missing, not as nothing.
    ///   - actual: money spent; nil where none is recorded.
    package init(month: CivilDate, plan: Fraction?, actual: Fraction? = nil) {
      self.month = month
      self.plan = plan
      self.actual = actual
    }
  }

  /// A stretch of months with a name, written over its columns.
  package struct Span: Sendable {
    let name: String
    let period: Period
    let amount: String
    let cumulative: String?

    /// - Parameters:
    ///   - amount: the phase's money as tables print it, without unit.
    ///   - cumulative: the money to its end.
    package init(name: String, period: Period, amount: String, cumulative: String? = nil) {
      self.name = name
      self.period = period
      self.amount = amount
      self.cumulative = cumulative
    }
  }

  let language: Language
  let unit: String
  let months: [Month]
  let spans: [Span]
  let today: CivilDate?
  let yearStarts: Int
  let amountText: FigureText

  /// - Parameters:
  ///   - unit: the unit of the amounts, such as `CNY m`.
  ///   - months: consecutive months in order; where they are too many for columns, they are summed by quarter or year.
  ///   - spans: phases that do not overlap; none where they do.
  ///   - yearStarts: the month in which years begin.
  ///   - amount: prints the ticks of the axis, like the spans' amounts.
  package init(
    language: Language, unit: String, months: [Month], spans: [Span] = [], today: CivilDate?,
    yearStarts: Int = 1, amount: @escaping FigureText
  ) {
    self.language = language
    self.unit = unit
    self.months = months
    self.spans = spans
    self.today = today
    self.yearStarts = yearStarts
    amountText = amount
  }

  package var title: String {
    Message(en: "Money by month", hans: "逐月投入", hant: "逐月投入").text(in: language)
  }

  package var description: String {
    let spans = spans.map { span in
      [span.name, span.period.phrase(in: language), span.amount, span.cumulative.map(cumulative)].compactMap(\.self)
        .joined(separator: language == .english ? ", " : "，")
    }
    let columns = columns(.month).map { column in
      [
        column.month.periodText(.month), column.plan.map(amountText) ?? unknown,
        column.actual.map { spent + " " + amountText($0) },
      ]
      .compactMap(\.self).joined(separator: " ")
    }
    return unit + (language == .english ? ": " : "：")
      + (spans + columns).joined(separator: language == .english ? "; " : "；")
  }

  package var widths: [ChartWidth] { [.wide, .narrow] }

  package func draw(_ width: ChartWidth) -> Drawing {
    var drawing = Drawing(width: width.tenths)
    let isNarrow = width == .narrow
    let height: Tenths = isNarrow ? 210_0 : 230_0
    let grain = grain(width)
    let columns = columns(grain)
    drawing.text(caption(grain), 0, 12_0, .muted)
    guard let first = columns.first, let last = columns.last else {
      drawing.height = 20_0
      return drawing
    }
    let values: [Fraction] = columns.compactMap(\.plan) + columns.compactMap(\.actual)
    let (low, high) = (min(values.min() ?? 0, 0), max(values.max() ?? 0, 0))
    let ticks = niceTicks(from: low, to: high.isZero && low.isZero ? 1 : high)
    let names = ticks.map(amountText)
    let left = (names.map { textWidth(singleLine($0), .muted) }.max() ?? 0) + 7_0
    let (plotTop, plotBottom) = (spans.isEmpty ? 42_0 : 60_0, height - 40_0)
    let y = LinearScale(low, high.isZero && low.isZero ? 1 : high, from: plotBottom, to: plotTop)
    let right = min(width.tenths - (isNarrow ? 2_0 : 8_0), left + max(columns.count * 90_0, 200_0))
    for (tick, name) in zip(ticks, names) {
      drawing.line(left, y(tick), right, y(tick), tick.isZero ? .axis : .gridline)
      drawing.text(name, left - 6_0, y(tick) + 4_0, .muted, .end)
    }
    let step = (right - left) / columns.count
    let x = (0...columns.count).map { left + $0 * (right - left) / columns.count }
    for (place, column) in columns.enumerated() {
      draw(column, x[place], x[place + 1], y, into: &drawing)
    }
    drawNames(columns, grain, x, step, at: max(y(0), plotBottom) + 14_0, into: &drawing)
    if let today, let period = Period(first: first.month, last: last.last) {
      if period.contains(today), let place = columns.firstIndex(where: { today <= $0.last }) {
        let days = columns[place].month.days(until: columns[place].last) + 1
        let line = x[place] + (columns[place].month.days(until: today) * 2 + 1) * (x[place + 1] - x[place]) / (2 * days)
        drawing.today(today, language, x: line, from: 20_0, to: plotBottom)
      }
    }
    drawing.height = height
    drawSpans(columns, x, tops(columns, y), into: &drawing)
    return drawing
  }
}

// MARK: Columns

extension MonthColumns {
  /// One month, or the sum of several.
  private struct Column {
    let month: CivilDate
    let last: CivilDate
    let plan: Fraction?
    let actual: Fraction?
  }

  /// Months while a column has ten pixels, then quarters, then years.
  private func grain(_ width: ChartWidth) -> Period.Grain {
    let limit = (width.tenths - 60_0) / 10_0
    if months.count <= limit { return .month }
    return months.count <= 3 * limit ? .quarter : .year
  }

  /// The months summed to periods; a period of which one month is unknown is unknown.
  private func columns(_ grain: Period.Grain) -> [Column] {
    var columns: [Column] = []
    for month in months {
      let period = Period(grain, holding: month.month, yearStarts: yearStarts)
      let last = month.month.lastOfMonth
      if let column = columns.last, column.month >= period.first {
        columns[columns.count - 1] = Column(
          month: column.month, last: last, plan: column.plan.flatMap { a in month.plan.map { a + $0 } },
          actual: column.actual.map { $0 + (month.actual ?? 0) } ?? month.actual)
      } else {
        columns.append(Column(month: month.month.firstOfMonth, last: last, plan: month.plan, actual: month.actual))
      }
    }
    return columns
  }

  private func draw(_ column: Column, _ x: Tenths, _ end: Tenths, _ y: LinearScale, into drawing: inout Drawing) {
    let inset = min(1_5, (end - x) / 8)
    let (left, width, zero) = (x + inset, end - x - 2 * inset, y(0))
    if let plan = column.plan {
      drawing.rectangle(left, min(y(plan), zero), width, abs(zero - y(plan)), .planned)
    } else {
      drawing.rectangle(left, zero - 16_0, width, 16_0, .unknown)
      if width >= 10_0 { drawing.text("?", (x + end) / 2, zero - 4_0, .muted, .middle) }
    }
    if let actual = column.actual {
      let gap = min(3_0, width / 5)
      drawing.rectangle(left + gap, min(y(actual), zero), width - 2 * gap, abs(zero - y(actual)), .shade1)
    }
  }

  /// The year a column belongs to: months stand under the calendar's years, quarters under the plan's.
  private func nameOfYear(_ column: Column, _ grain: Period.Grain) -> Int {
    grain == .month
      ? column.month.year : Period(.year, holding: column.month, yearStarts: yearStarts).nameOfYear
  }

  /// The columns' names, every one, or every third or twelfth, and the years below them.
  private func drawNames(
    _ columns: [Column], _ grain: Period.Grain, _ x: [Tenths], _ step: Tenths, at y: Tenths, into drawing: inout Drawing
  ) {
    let names = columns.map { column in
      switch grain {
      case .month: "\(column.month.month)"
      case .quarter: String(Period(.quarter, holding: column.month, yearStarts: yearStarts).text.dropFirst(4))
      default: "\(nameOfYear(column, grain))"
      }
    }
    let widest = (names.map { textWidth($0, .muted) }.max() ?? 0) + 4_0
    let every = (grain == .month ? [1, 3, 6, 12] : [1, 2, 4, 8, 16]).first { $0 * step >= widest } ?? columns.count
    for (place, name) in names.enumerated() where place % every == 0 {
      let label = drawing.label(name, (x[place] + x[place + 1]) / 2, y, .muted, .middle)
      if drawing.isFree(label) { drawing.draw(label) }
    }
    guard grain != .year else { return }
    for (place, column) in columns.enumerated()
    where place == 0 || nameOfYear(column, grain) != nameOfYear(columns[place - 1], grain) {
      let label = drawing.label("\(nameOfYear(column, grain))", x[place] + 1_5, y + 14_0, .muted)
      if drawing.isFree(label, by: 3_0) { drawing.draw(label) }
    }
  }
}

// MARK: Spans

extension MonthColumns {
  /// Names the stretches over their columns; those without room get letters, listed below.
  private func drawSpans(
    _ columns: [Column], _ x: [Tenths], _ tops: [Tenths], into drawing: inout Drawing
  ) {
    var keys: [KeyList.Entry] = []
    for span in spans {
      let covered = columns.indices.filter {
        columns[$0].month <= span.period.last && columns[$0].last >= span.period.first
      }
      guard let first = covered.first, let last = covered.last else { continue }
      let (start, end) = (x[first], x[last + 1])
      let total = span.cumulative.map(cumulative)
      let wordings = [
        [[span.name + " " + span.amount, total].compactMap(\.self).joined(separator: separator)],
        [span.name + " " + span.amount] + (total.map { [$0] } ?? []), [span.name, span.amount], [span.name],
      ]
      var labels: [Drawing.Label]?
      for lines in wordings where labels == nil {
        labels = place(lines, from: start, to: end, x, tops, in: drawing)
      }
      if let labels {
        labels.forEach { drawing.draw($0) }
      } else {
        let letter = keyLetter(keys.count)
        if let mark = place([letter], from: start, to: end, x, tops, in: drawing)?.first { drawing.draw(mark) }
        let detail = [span.amount, total].compactMap(\.self).joined(separator: separator)
        keys.append(.init(mark: letter, fill: nil, title: span.name, detail: detail))
      }
    }
    if !keys.isEmpty { drawing.height = KeyList(entries: keys).draw(into: &drawing, from: drawing.height) + 2_0 }
  }

  /// The top of each column, or of the mark of an unknown one.
  private func tops(_ columns: [Column], _ y: LinearScale) -> [Tenths] {
    columns.map { column in
      min(y(max(column.plan ?? 0, column.actual ?? 0)), y(0) - (column.plan == nil ? 16_0 : 0))
    }
  }

  /// Lines centred over a stretch, above the tallest column below them; nil where they are wider than the stretch or
  /// meet other text.
  private func place(
    _ lines: [String], from start: Tenths, to end: Tenths, _ x: [Tenths], _ tops: [Tenths], in drawing: Drawing
  ) -> [Drawing.Label]? {
    let half = (lines.map { textWidth(singleLine($0), .smallBold) }.max() ?? 0) / 2
    guard 2 * half <= end - start else { return nil }
    let tallest = tops.indices.lazy.filter { x[$0] < end && x[$0 + 1] > start }.map { tops[$0] }.min() ?? 0
    let middle = (start + end) / 2
    for shift in [0, 14_0] {
      let bottom = tallest - 8_0 - shift
      let labels = lines.enumerated().map { place, line in
        drawing.label(
          line, middle, bottom - (lines.count - 1 - place) * 14_0, (place == 0 ? TextStyle.smallBold : .small).haloed,
          .middle)
      }
      if labels.allSatisfy({ drawing.isFree($0) }) { return labels }
    }
    return nil
  }
}

// MARK: Words

extension MonthColumns {
  private var separator: String { language == .english ? " · " : "\u{3000}" }

  private var spent: String { Message(en: "spent", hans: "已支出", hant: "已支出").text(in: language) }
  private var unknown: String { Message(en: "not stated", hans: "未给出", hant: "未給出").text(in: language) }

  private func cumulative(_ amount: String) -> String {
    Message(en: "cum. \(amount)", hans: "累计\(amount)", hant: "累計\(amount)").text(in: language)
  }

  private func caption(_ grain: Period.Grain) -> String {
    let hasActual = months.contains { $0.actual != nil }
    let message =
      switch grain {
      case .month:
        hasActual
          ? Message(
            en: "\(unit) a month: plan outlined, spent solid", hans: "\(unit)/月：空心为计划，实心为已支出",
            hant: "\(unit)/月：空心為計畫，實心為已支出")
          : Message(en: "\(unit) a month, plan (outlined)", hans: "\(unit)/月，计划（空心）", hant: "\(unit)/月，計畫（空心）")
      case .quarter:
        hasActual
          ? Message(
            en: "\(unit) a quarter: plan outlined, spent solid", hans: "\(unit)/季：空心为计划，实心为已支出",
            hant: "\(unit)/季：空心為計畫，實心為已支出")
          : Message(en: "\(unit) a quarter, plan (outlined)", hans: "\(unit)/季，计划（空心）", hant: "\(unit)/季，計畫（空心）")
      default:
        hasActual
          ? Message(
            en: "\(unit) a year: plan outlined, spent solid", hans: "\(unit)/年：空心为计划，实心为已支出",
            hant: "\(unit)/年：空心為計畫，實心為已支出")
          : Message(en: "\(unit) a year, plan (outlined)", hans: "\(unit)/年，计划（空心）", hant: "\(unit)/年，計畫（空心）")
      }
    return message.text(in: language)
  }
}

extension CivilDate {
  /// The period that holds the day, as plans write it.
  fileprivate func periodText(_ grain: Period.Grain) -> String { Period(grain, holding: self).text }
}
