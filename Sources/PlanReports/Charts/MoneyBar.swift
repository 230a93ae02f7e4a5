package import PlanQuantities
package import PlanText

/// Budget lines as one bar against the total: what the lines spend, what is left, and what is promised beyond it.
package struct MoneyBar: Chart {
  /// A budget line.
  package struct Segment: Sendable {
    let name: String
    let value: Fraction
    let amount: String
    let share: String?

    /// - Parameters:
    ///   - value: the money in any one unit all parts of the bar share; zero and less has no place in the bar.
    ///   - amount: the money as the report's tables print it, without unit.
    ///   - share: its share of the total.
    package init(name: String, value: Fraction, amount: String, share: String?) {
      self.name = name
      self.value = value
      self.amount = amount
      self.share = share
    }
  }

  /// Reserves, held inside the total or promised beyond it.
  package struct Reserve: Sendable {
    let value: Fraction
    let amount: String
    let share: String?
    let parts: String?

    /// - Parameters:
    ///   - amount: the money with its unit.
    ///   - share: what part of the total it is, such as `60%`, if there is a total.
    ///   - parts: what it adds up from, such as `20 + 15 + 10 + 15`.
    package init(value: Fraction, amount: String, share: String?, parts: String? = nil) {
      self.value = value
      self.amount = amount
      self.share = share
      self.parts = parts
    }
  }

  let language: Language
  let unit: String
  let segments: [Segment]
  let total: (value: Fraction, amount: String)?
  let held: Reserve?
  let promised: Reserve?
  let amountText: FigureText
  let shareText: FigureText

  /// - Parameters:
  ///   - unit: the unit of all amounts, such as `CNY m`.
  ///   - segments: the lines in any order; the four largest get a shade each, the rest become one.
  ///   - total: the budget's total with its amount, unit included; nil draws no rule.
  ///   - held: reserves that have money inside the total.
  ///   - promised: reserves without money, drawn hatched beyond the lines.
  ///   - amount: prints sums the bar makes itself, like the amounts of its segments.
  ///   - share: prints shares the bar computes itself; 1 is the whole.
  package init(
    language: Language, unit: String, segments: [Segment], total: (value: Fraction, amount: String)?,
    held: Reserve? = nil, promised: Reserve? = nil, amount: @escaping FigureText, share: @escaping FigureText
  ) {
    self.language = language
    self.unit = unit
    self.segments = segments
    self.total = total
    self.held = held
    self.promised = promised
    amountText = amount
    shareText = share
  }

  package var title: String {
    Message(
      en: "Budget lines against the total and the reserves promised", hans: "预算科目、总额与承诺的预备金",
      hant: "預算科目、總額與承諾的預備金"
    ).text(in: language)
  }

  package var description: String {
    var sentences = segments.map { [$0.name, $0.amount, $0.share].compactMap(\.self).joined(separator: " ") }
    if let held { sentences.append(word(.reserve) + " " + held.amount) }
    if let rest { sentences.append(word(.unassigned) + " " + amountText(rest)) }
    if let total { sentences.append(word(.budget) + " " + total.amount) }
    if let promised { sentences.append(promise(promised)[0]) }
    return unit + (language == .english ? ": " : "：") + sentences.joined(separator: language == .english ? "; " : "；")
  }

  package var widths: [ChartWidth] { [.full, .narrow, .paper] }

  package func draw(_ width: ChartWidth) -> Drawing {
    var drawing = Drawing(width: width.tenths)
    let parts = self.parts
    let sum = parts.reduce(Fraction(0)) { $0 + $1.value }
    let whole = max(sum, total?.value ?? 0)
    let beyond = max(promised?.value ?? 0, 0)
    guard whole + beyond > 0 else {
      drawing.rectangle(5, 5, width.tenths - 1_0, 38_0, .unknown)
      drawing.text(word(.nothing), 8_0, 24_0, .small)
      drawing.height = 39_0
      return drawing
    }
    let scale = LinearScale(0, whole + beyond, from: 0, to: width.tenths)
    let isNarrow = width == .narrow
    var keys = drawParts(parts, scale, isKeyed: isNarrow, into: &drawing)
    let end = scale(whole)
    if beyond > 0 { drawing.rectangle(end + 1_0, barTop, width.tenths - end - 1_0, barHeight, .hatched) }
    if let total { drawRule(total, scale(total.value), width, into: &drawing) }
    var bottom = barTop + barHeight
    if let promised, beyond > 0 {
      bottom += 20_0
      if let words = fitting(promise(promised), .bold, within: width.tenths) {
        drawing.text(words, width.tenths, bottom - 4_0, .bold.toned(.bad), .end)
      } else {
        keys.append(.init(mark: "", fill: .hatched, title: word(.promised), detail: promised.amount, isBad: true))
      }
    }
    if !isNarrow, let total, total.value > 0 {
      bottom = drawBrackets(of: whole, total.value, scale, from: bottom + 10_0, into: &drawing)
    }
    if !keys.isEmpty { bottom = KeyList(entries: keys).draw(into: &drawing, from: bottom + 8_0) }
    drawing.height = bottom + 4_0
    return drawing
  }
}

private let barTop: Tenths = 34_0
private let barHeight: Tenths = 38_0

extension MoneyBar {
  /// A piece of the bar.
  private struct Part {
    let name: String
    let value: Fraction
    let amount: String
    let share: String?
    let fill: MarkStyle
    let tone: TextStyle.Tone
  }

  /// What of the total no line and no reserve takes; nil where nothing is left.
  private var rest: Fraction? {
    guard let total else { return nil }
    let taken = segments.reduce(max(held?.value ?? 0, 0)) { $0 + max($1.value, 0) }
    return total.value > taken ? total.value - taken : nil
  }

  /// The four largest lines by size, the others as one, the reserve held, what is left.
  private var parts: [Part] {
    let sorted = segments.enumerated().filter { $0.element.value > 0 }
      .sorted { ($1.element.value, $0.offset) < ($0.element.value, $1.offset) }.map(\.element)
    let shades: [(MarkStyle, TextStyle.Tone)] = [(.shade1, .on1), (.shade2, .on2), (.shade3, .on3), (.shade4, .on4)]
    var parts = zip(sorted, shades).map { line, shade in
      Part(name: line.name, value: line.value, amount: line.amount, share: line.share, fill: shade.0, tone: shade.1)
    }
    let others = sorted.dropFirst(shades.count)
    if let only = others.first, others.count == 1 {
      parts.append(
        Part(name: only.name, value: only.value, amount: only.amount, share: only.share, fill: .planned, tone: .plain))
    } else if !others.isEmpty {
      let value = others.reduce(Fraction(0)) { $0 + $1.value }
      parts.append(
        Part(
          name: otherLines(others.count), value: value, amount: amountText(value), share: share(value), fill: .planned,
          tone: .plain))
    }
    if let held, held.value > 0 {
      parts.append(
        Part(
          name: word(.reserve), value: held.value, amount: amountText(held.value), share: held.share, fill: .planned,
          tone: .plain))
    }
    if let rest {
      parts.append(
        Part(
          name: word(.unassigned), value: rest, amount: amountText(rest), share: share(rest), fill: .unknown,
          tone: .plain))
    }
    return parts
  }

  private func share(_ value: Fraction) -> String? {
    (total?.value).flatMap { value.divided(by: $0) }.map(shareText)
  }

  /// Draws the parts with their names inside, and gives keys to those whose names have no room.
  private func drawParts(
    _ parts: [Part], _ scale: LinearScale, isKeyed: Bool, into drawing: inout Drawing
  ) -> [KeyList.Entry] {
    var keys: [KeyList.Entry] = []
    var sum: Fraction = 0
    for part in parts {
      let x = scale(sum)
      sum += part.value
      let (end, isOutlined) = (scale(sum), part.fill == .planned || part.fill == .unknown)
      let inset = isOutlined ? 5 : 0
      drawing.rectangle(x + inset, barTop + inset, max(end - x - 1_5 - inset, 5), barHeight - 2 * inset, part.fill)
      let room = end - x - 14_0
      let figures = [
        [part.amount, part.share].compactMap(\.self).joined(separator: separator), part.share ?? part.amount,
      ]
      let style = TextStyle.bold.toned(part.tone)
      if !isKeyed, textWidth(singleLine(part.name), style) <= room,
        let detail = fitting(figures, .small, within: room)
      {
        drawing.text(part.name, x + 8_0, barTop + 16_0, style)
        drawing.text(detail, x + 8_0, barTop + 31_0, .small.toned(part.tone))
      } else {
        let letter = keyLetter(keys.count)
        if textWidth(letter, style) + 4_0 <= end - x {
          drawing.text(letter, (x + end) / 2, barTop + 24_0, style, .middle)
        }
        keys.append(.init(mark: letter, fill: part.fill, title: part.name, detail: figures[0]))
      }
    }
    return keys
  }

  private func drawRule(
    _ total: (value: Fraction, amount: String), _ x: Tenths, _ width: ChartWidth, into drawing: inout Drawing
  ) {
    let place = min(max(x, 1_0), width.tenths - 1_0)
    drawing.line(place, barTop - 14_0, place, barTop + barHeight + 3_0, .limit)
    let words = word(.budget) + " " + total.amount
    let left = drawing.label(words, place - 6_0, barTop - 10_0, .bold, .end)
    let right = drawing.label(words, place + 6_0, barTop - 10_0, .bold)
    drawing.draw(drawing.isFree(left) ? left : right)
  }

  /// What the lines take of the total, and what the promises would add, under brackets.
  private func drawBrackets(
    of whole: Fraction, _ total: Fraction, _ scale: LinearScale, from top: Tenths, into drawing: inout Drawing
  ) -> Tenths {
    let spent = segments.reduce(Fraction(0)) { $0 + max($1.value, 0) }
    var brackets: [(from: Fraction, to: Fraction, words: [String])] = []
    if let share = spent.divided(by: total), spent > 0 { brackets.append((0, spent, [linesSpend(shareText(share))])) }
    if let promised, promised.value > 0, let share = promised.share {
      let words = onTop(share)
      let parts = promised.parts.map { [words + (language == .english ? ": " : "：") + $0] } ?? []
      brackets.append((whole, whole + promised.value, parts + [words]))
    }
    for bracket in brackets {
      let (x, end) = (scale(bracket.from) + (bracket.from.isZero ? 0 : 2_0), scale(bracket.to))
      drawing.line(x, top, end, top, .bracket)
      drawing.line(x, top - 4_0, x, top + 4_0, .bracket)
      drawing.line(end, top - 4_0, end, top + 4_0, .bracket)
      for words in bracket.words {
        let half = textWidth(words, .small) / 2
        let middle = min(max((x + end) / 2, half), drawing.width - half)
        let label = drawing.label(words, middle, top + 16_0, .small, .middle)
        if drawing.isFree(label, by: 6_0) {
          drawing.draw(label)
          break
        }
      }
    }
    return brackets.isEmpty ? top - 10_0 : top + 20_0
  }
}

// MARK: Words

extension MoneyBar {
  private enum Word { case budget, reserve, unassigned, promised, nothing }

  private var separator: String { language == .english ? " · " : "\u{3000}" }

  private func word(_ word: Word) -> String {
    let message =
      switch word {
      case .budget: Message(en: "Budget", hans: "预算", hant: "預算")
      case .reserve: Message(en: "Reserve", hans: "预备金", hant: "預備金")
      case .unassigned: Message(en: "Not assigned", hans: "未分配", hant: "未分配")
      case .promised: Message(en: "Reserves promised", hans: "承诺的预备金", hant: "承諾的預備金")
      case .nothing: Message(en: "No amounts stated", hans: "未给出金额", hant: "未給出金額")
      }
    return message.text(in: language)
  }

  /// What the hatched part says, longest first.
  private func promise(_ promised: Reserve) -> [String] {
    [
      Message(
        en: "Reserves promised: \(promised.amount), no money behind them", hans: "承诺的预备金：\(promised.amount)，没有资金来源",
        hant: "承諾的預備金：\(promised.amount)，沒有資金來源"),
      Message(
        en: "Reserves promised, unfunded: \(promised.amount)", hans: "无资金的预备金：\(promised.amount)",
        hant: "無資金的預備金：\(promised.amount)"),
      Message(en: "Unfunded: \(promised.amount)", hans: "无资金：\(promised.amount)", hant: "無資金：\(promised.amount)"),
    ].map { $0.text(in: language) }
  }

  private func otherLines(_ count: Int) -> String {
    Message(en: "\(count) other lines", hans: "其他\(count)个科目", hant: "其他\(count)個科目").text(in: language)
  }

  private func linesSpend(_ share: String) -> String {
    Message(en: "Lines spend \(share) of the total", hans: "各科目用去总额的\(share)", hant: "各科目用去總額的\(share)")
      .text(in: language)
  }

  private func onTop(_ share: String) -> String {
    Message(en: "\(share) on top", hans: "另加\(share)", hant: "另加\(share)").text(in: language)
  }
}
