package import PlanQuantities
package import PlanText

/// Risks as numbered discs by likelihood and impact; what lacks one of the two stands in a margin, what lacks both is
/// listed below.
package struct RiskMatrix: Chart {
  /// Where a risk lies on an axis.
  package enum Position: Sendable {
    /// A step of the scale, from 1.
    case step(Int)
    /// A part of the whole axis, 0.63 for 63%.
    case part(Fraction)
  }

  /// One risk.
  package struct Risk: Sendable {
    let number: Int
    let name: String
    let likelihood: Position?
    let impact: Position?
    let likelihoodText: String?
    let impactText: String?

    /// - Parameters:
    ///   - number: what stands in its disc.
    ///   - likelihood: nil where the plan does not say.
    ///   - impact: nil where the plan does not say.
    ///   - likelihoodText: the likelihood as printed.
    ///   - impactText: the impact, or the loss, as printed.
    package init(
      number: Int, name: String, likelihood: Position?, impact: Position?, likelihoodText: String?, impactText: String?
    ) {
      self.number = number
      self.name = name
      self.likelihood = likelihood
      self.impact = impact
      self.likelihoodText = likelihoodText
      self.impactText = impactText
    }
  }

  let language: Language
  let scale: Int
  let highFrom: Int?
  let mediumFrom: Int?
  let hasPercentages: Bool
  let losses: [(part: Fraction, text: String)]
  let unit: String
  let risks: [Risk]

  /// - Parameters:
  ///   - scale: both axes run from 1 to this.
  ///   - highFrom: the score, likelihood times impact, from which a cell is of high grade; nil leaves grades out.
  ///   - mediumFrom: and from which it is of medium grade.
  ///   - hasPercentages: whether likelihoods are percentages and not steps.
  ///   - losses: ticks of the axis of impact where that is money, as parts of the axis; none where it has steps.
  ///   - unit: what those ticks are counted in, such as `CNY m`.
  package init(
    language: Language, scale: Int, highFrom: Int?, mediumFrom: Int?, hasPercentages: Bool,
    losses: [(part: Fraction, text: String)] = [], unit: String = "", risks: [Risk]
  ) {
    self.language = language
    self.scale = min(max(scale, 2), 10)
    self.highFrom = highFrom
    self.mediumFrom = mediumFrom
    self.hasPercentages = hasPercentages
    self.losses = losses
    self.unit = unit
    self.risks = risks
  }

  package var title: String {
    Message(en: "Risk matrix", hans: "风险矩阵", hant: "風險矩陣").text(in: language)
  }

  package var description: String {
    let unknown = Message(en: "unknown", hans: "未知", hant: "未知").text(in: language)
    let rows = risks.map { risk in
      let (chance, harm) = (risk.likelihoodText ?? unknown, risk.impactText ?? unknown)
      return "\(risk.number) \(risk.name): "
        + Message(
          en: "likelihood \(chance), impact \(harm)", hans: "可能性\(chance)，影响\(harm)", hant: "可能性\(chance)，影響\(harm)"
        ).text(in: language)
    }
    return rows.joined(separator: language == .english ? "; " : "；")
  }

  package var widths: [ChartWidth] { [.wide, .narrow] }

  package func draw(_ width: ChartWidth) -> Drawing {
    var drawing = Drawing(width: width.tenths)
    let names = losses.map { textWidth(singleLine($0.text), .muted) }.max() ?? 0
    let frame = Frame(
      width, scale: scale, names: max(names, 18_0),
      hasLeft: risks.contains { $0.likelihood == nil && $0.impact != nil },
      hasBottom: risks.contains { $0.likelihood != nil && $0.impact == nil })
    drawing.height = frame.bottom + (frame.hasBottom ? 80_0 : 44_0)
    drawField(frame, into: &drawing)
    drawMargins(frame, into: &drawing)
    drawDiscs(frame, into: &drawing)
    return drawing
  }
}

extension RiskMatrix {
  /// The field both of whose sides are known, and the margins beside it.
  private struct Frame {
    /// The width of the margin for unknown likelihoods.
    let gutter: Tenths
    let left: Tenths
    let right: Tenths
    let top: Tenths = 26_0
    let bottom: Tenths
    let scale: Int
    let hasLeft: Bool
    let hasBottom: Bool

    /// - Parameters:
    ///   - names: the room that the ticks of the axis of impact need.
    ///   - hasLeft: whether there is a margin for unknown likelihoods.
    ///   - hasBottom: whether there is one for unknown impacts.
    init(_ width: ChartWidth, scale: Int, names: Tenths, hasLeft: Bool, hasBottom: Bool) {
      (self.hasLeft, self.hasBottom) = (hasLeft, hasBottom)
      gutter = hasLeft ? 56_0 : 0
      left = gutter + names + 12_0
      right = width.tenths - 4_0
      bottom = top + (width == .narrow ? 200_0 : 230_0)
      self.scale = scale
    }

    /// The edges of the columns; those of the rows from below.
    func column(_ edge: Int) -> Tenths { left + edge * (right - left) / scale }
    func row(_ edge: Int) -> Tenths { bottom - edge * (bottom - top) / scale }

    func x(_ position: Position) -> Tenths {
      switch position {
      case .step(let step):
        let place = min(max(step, 1), scale)
        return (column(place - 1) + column(place)) / 2
      case .part(let part): return left + 14_0 + scaled(part, right - left - 28_0)
      }
    }

    func y(_ position: Position) -> Tenths {
      switch position {
      case .step(let step):
        let place = min(max(step, 1), scale)
        return (row(place - 1) + row(place)) / 2
      case .part(let part): return bottom - 14_0 - scaled(part, bottom - top - 28_0)
      }
    }

    private func scaled(_ part: Fraction, _ length: Tenths) -> Tenths {
      let clamped = min(max(part, 0), 1)
      return (clamped * Fraction(length)).rounded(places: 0).int ?? 0
    }
  }

  /// Whether both axes have steps, whose products make grades.
  private var hasSteps: Bool { !hasPercentages && losses.isEmpty }

  private var words: (impact: String, likelihood: String) {
    (
      (losses.isEmpty
        ? Message(en: "↑ Impact", hans: "↑ 影响", hant: "↑ 影響")
        : Message(en: "↑ Loss, \(unit)", hans: "↑ 损失（\(unit)）", hant: "↑ 損失（\(unit)）")).text(in: language),
      Message(en: "Likelihood →", hans: "可能性 →", hant: "可能性 →").text(in: language)
    )
  }

  private func drawField(_ frame: Frame, into drawing: inout Drawing) {
    if let highFrom, hasSteps {
      for column in 1...scale {
        for row in 1...scale {
          let score = column * row
          let style: MarkStyle? =
            score >= highFrom ? .gradeHigh : score >= mediumFrom ?? .max ? .gradeMedium : nil
          guard let style else { continue }
          drawing.rectangle(
            frame.column(column - 1), frame.row(row), frame.column(column) - frame.column(column - 1),
            frame.row(row - 1) - frame.row(row), style)
        }
      }
    }
    for edge in 0...scale {
      let isEdge = edge == 0 || edge == scale
      if !hasPercentages || isEdge {
        drawing.line(frame.column(edge), frame.top, frame.column(edge), frame.bottom, edge == 0 ? .axis : .gridline)
      }
      if losses.isEmpty || isEdge {
        drawing.line(frame.left, frame.row(edge), frame.right, frame.row(edge), edge == 0 ? .axis : .gridline)
      }
    }
    for tick in losses {
      let y = frame.y(.part(tick.part))
      drawing.line(frame.left, y, frame.right, y, .gridline)
    }
    if !risks.contains(where: { $0.likelihood != nil && $0.impact != nil }), !risks.isEmpty {
      let words = Message(
        en: "no risk states both", hans: "没有风险同时写明两者", hant: "沒有風險同時寫明兩者")
      drawing.text(
        words.text(in: language), (frame.left + frame.right) / 2, (frame.top + frame.bottom) / 2, .muted.haloed, .middle
      )
    }
    drawing.text(words.impact, 0, 14_0, .smallBold)
    guard highFrom != nil, hasSteps else { return }
    // The grades, named in the corners where they always hold.
    let high = Message(en: "high", hans: "高", hant: "高").text(in: language)
    drawing.text(high, frame.right - 4_0, frame.top + 13_0, .muted, .end)
    let low = Message(en: "low", hans: "低", hant: "低").text(in: language)
    drawing.text(low, frame.left + 4_0, frame.bottom - 5_0, .muted)
  }

  private func drawMargins(_ frame: Frame, into drawing: inout Drawing) {
    if frame.hasLeft { drawing.rectangle(0, frame.top, frame.gutter, frame.bottom - frame.top, .area) }
    if frame.hasBottom {
      drawing.rectangle(frame.left, frame.bottom + 24_0, frame.right - frame.left, 32_0, .area)
    }
    for tick in losses { drawing.text(tick.text, frame.left - 6_0, frame.y(.part(tick.part)) + 4_0, .muted, .end) }
    for step in 1...scale {
      if losses.isEmpty {
        let y = (frame.row(step - 1) + frame.row(step)) / 2
        drawing.text(String(step), frame.left - 8_0, y + 4_0, .muted, .end)
      }
      if !hasPercentages {
        let x = (frame.column(step - 1) + frame.column(step)) / 2
        drawing.text(String(step), x, frame.bottom + 16_0, .muted, .middle)
      }
    }
    if hasPercentages {
      for part in [0, 25, 50, 75, 100] {
        let x = frame.x(.part(Fraction(part, 100)))
        drawing.text("\(part)%", x, frame.bottom + 16_0, .muted, .middle)
      }
    }
    let below = frame.bottom + (frame.hasBottom ? 74_0 : 38_0)
    drawing.text(words.likelihood, frame.left, below, .smallBold)
    if frame.hasBottom {
      drawing.text(
        Message(en: "bottom row: impact unknown", hans: "底栏：影响未知", hant: "底欄：影響未知").text(in: language), frame.right,
        below, .muted, .end)
    }
    if frame.hasLeft {
      drawing.height += 16_0
      drawing.text(
        Message(en: "left: likelihood unknown", hans: "左栏：可能性未知", hant: "左欄：可能性未知").text(in: language), 0,
        drawing.height - 6_0, .muted)
    }
    let neither = risks.filter { $0.likelihood == nil && $0.impact == nil }.map { String($0.number) }
    if !neither.isEmpty {
      let list = neither.joined(separator: ", ")
      let words = Message(
        en: "neither is known: \(list)", hans: "两者均未知：\(list)", hant: "兩者均未知：\(list)")
      drawing.height += 16_0
      let line = shortened(words.text(in: language), .muted, within: drawing.width) ?? ""
      drawing.text(line, 0, drawing.height - 6_0, .muted)
    }
  }

  private func drawDiscs(_ frame: Frame, into drawing: inout Drawing) {
    var taken: [Point] = []
    for risk in risks where risk.likelihood != nil || risk.impact != nil {
      let wanted = Point(
        risk.likelihood.map { frame.x($0) } ?? frame.gutter / 2, risk.impact.map { frame.y($0) } ?? frame.bottom + 40_0)
      let area =
        if risk.likelihood == nil {
          Box(x: 0, y: frame.top, width: frame.gutter, height: frame.bottom - frame.top)
        } else if risk.impact == nil {
          Box(x: frame.left, y: frame.bottom + 24_0, width: frame.right - frame.left, height: 32_0)
        } else {
          Box(x: frame.left, y: frame.top, width: frame.right - frame.left, height: frame.bottom - frame.top)
        }
      guard let place = free(near: wanted, in: area, taken, drawing) else { continue }
      taken.append(place)
      drawing.circle(place.x, place.y, radius: 11_0, .disc)
      drawing.text(String(risk.number), place.x, place.y + 4_0, .smallBold.toned(.onInk), .middle)
    }
    let hidden = risks.count { $0.likelihood != nil || $0.impact != nil } - taken.count
    if hidden > 0 {
      let words = Message(en: "+\(hidden) without room", hans: "另有\(hidden)项未画出", hant: "另有\(hidden)項未畫出")
      drawing.height += 16_0
      drawing.text(words.text(in: language), frame.right, drawing.height - 6_0, .muted, .end)
    }
  }

  /// The nearest place on a grid of 24 px around the wanted one that no disc has taken; nil where the area is full.
  private func free(near wanted: Point, in area: Box, _ taken: [Point], _ drawing: Drawing) -> Point? {
    let step = 24_0
    let reach = max(area.width, area.height) / step + 1
    var best: (distance: Int, point: Point)?
    for down in -reach...reach {
      for right in -reach...reach {
        let point = Point(wanted.x + right * step, wanted.y + down * step)
        guard point.x - 11_0 >= area.x, point.x + 11_0 <= area.right, point.y - 11_0 >= area.y,
          point.y + 11_0 <= area.bottom
        else { continue }
        // Sideways first: a step of the scale is wider than high.
        let distance = right * right * 4 + down * down * 5
        if let best, best.distance <= distance { continue }
        let disc = Box(x: point.x - 11_0, y: point.y - 11_0, width: 22_0, height: 22_0)
        let isFree = taken.allSatisfy { abs($0.x - point.x) >= 23_0 || abs($0.y - point.y) >= 23_0 }
        if isFree, drawing.isFree(disc) { best = (distance, point) }
      }
    }
    return best?.point
  }
}
