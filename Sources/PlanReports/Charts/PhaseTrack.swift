package import PlanQuantities
package import PlanText

/// The phases of a plan over time with their money, the milestones and the report's date.
package struct PhaseTrack: Chart {
  /// A phase.
  package struct Phase: Sendable {
    let name: String
    let period: Period
    let amount: String?
    let share: String?
    let gap: String?

    /// - Parameters:
    ///   - amount: the money released with it as tables print it, without unit; nil where none is said.
    ///   - share: its share of the total.
    ///   - gap: where the phase has no milestone, what that means, such as `25Q4 has no exit`; nil where it has one.
    package init(name: String, period: Period, amount: String? = nil, share: String? = nil, gap: String? = nil) {
      self.name = name
      self.period = period
      self.amount = amount
      self.share = share
      self.gap = gap
    }
  }

  /// A milestone.
  package struct Milestone: Sendable {
    let key: String
    let name: String
    let date: CivilDate
    let dateText: String
    let state: MilestoneState
    let remark: String?

    /// - Parameters:
    ///   - key: the short name it has in every chart and table, such as `M1`.
    ///   - dateText: its date as the report prints it, such as `Dec 2024`.
    ///   - remark: a word or two on its state, such as `no owner`.
    package init(
      key: String, name: String, date: CivilDate, dateText: String, state: MilestoneState, remark: String? = nil
    ) {
      self.key = key
      self.name = name
      self.date = date
      self.dateText = dateText
      self.state = state
      self.remark = remark
    }
  }

  let language: Language
  let unit: String
  let phases: [Phase]
  let milestones: [Milestone]
  let today: CivilDate?
  let yearStarts: Int

  /// - Parameters:
  ///   - unit: the unit of the phases' amounts, for readers who hear the chart.
  ///   - phases: in any order; those that overlap stand in lanes.
  ///   - milestones: in the order of their keys.
  ///   - today: the report's date; no line is drawn where it is outside phases and milestones.
  ///   - yearStarts: the month in which years begin.
  package init(
    language: Language, unit: String, phases: [Phase], milestones: [Milestone], today: CivilDate?, yearStarts: Int = 1
  ) {
    self.language = language
    self.unit = unit
    self.phases = phases
    self.milestones = milestones
    self.today = today
    self.yearStarts = yearStarts
  }

  package var title: String {
    Message(
      en: "Phases, money released and milestones", hans: "阶段、拨付金额与里程碑", hant: "階段、撥付金額與里程碑"
    ).text(in: language)
  }

  package var description: String {
    let phases = phases.map { phase in
      let money = [phase.amount, phase.share].compactMap(\.self).joined(separator: " ")
      return [phase.name, phase.period.phrase(in: language), money, phase.gap].compactMap(\.self).filter { !$0.isEmpty }
        .joined(separator: comma)
    }
    let milestones = milestones.map { [$0.key + " " + $0.name, $0.dateText, $0.remark] }
      .map { $0.compactMap(\.self).joined(separator: comma) }
    let date = today.map { [asOf($0, language)] } ?? []
    return unit + (language == .english ? ": " : "：")
      + (phases + milestones + date).joined(separator: language == .english ? "; " : "；")
  }

  package var widths: [ChartWidth] { [.full, .narrow, .paper] }

  package func draw(_ width: ChartWidth) -> Drawing {
    var drawing = Drawing(width: width.tenths)
    guard let scale = dates(width) else {
      drawing.rectangle(5, 5, width.tenths - 1_0, 38_0, .unknown)
      drawing.text(nothing, 8_0, 24_0, .small)
      drawing.height = 39_0
      return drawing
    }
    let lanes = self.lanes
    let axis = bandTop + (lanes.max().map { $0 + 1 } ?? 0) * (bandHeight + 2_0) + 2_0
    let shown = today.flatMap { scale.shows($0) ? $0 : nil }
    let line = shown.map { scale.start(of: $0) + (scale.end(of: $0) - scale.start(of: $0)) / 2 }
    let keys = drawPhases(lanes, scale, today: line, into: &drawing)
    drawAxis(scale, at: axis, into: &drawing)
    var bottom = axis + 18_0
    if let shown, let line { drawing.today(shown, language, x: line, from: 6_0, to: axis + 22_0) }
    bottom = drawMilestones(scale, axis: axis, below: bottom, into: &drawing)
    if !keys.isEmpty { bottom = KeyList(entries: keys).draw(into: &drawing, from: bottom + 6_0) }
    drawing.height = bottom + 4_0
    return drawing
  }
}

private let bandTop: Tenths = 22_0
private let bandHeight: Tenths = 34_0

// MARK: Phases

extension PhaseTrack {
  /// From the first day of a phase or milestone to the last.
  private func dates(_ width: ChartWidth) -> DateScale? {
    let first = (phases.map(\.period.first) + milestones.map(\.date)).min()
    let last = (phases.map(\.period.last) + milestones.map(\.date)).max()
    guard let first, let last else { return nil }
    return DateScale(first: first, last: last, start: 0, end: width.tenths)
  }

  /// The lane of each phase: the first in which no earlier one overlaps it.
  private var lanes: [Int] {
    var lanes = [Int](repeating: 0, count: phases.count)
    var ends: [CivilDate] = []
    // Where none has ended yet, no lane need be looked at.
    var earliest: CivilDate?
    for place in phases.indices.sorted(by: { (phases[$0].period.first, $0) < (phases[$1].period.first, $1) }) {
      let period = phases[place].period
      if let free = earliest, free < period.first, let lane = ends.firstIndex(where: { $0 < period.first }) {
        ends[lane] = period.last
        lanes[place] = lane
        earliest = ends.min()
      } else {
        lanes[place] = ends.count
        ends.append(period.last)
        earliest = earliest.map { min($0, period.last) } ?? period.last
      }
    }
    return lanes
  }

  /// Draws the bands with names inside, and gives keys to those whose names have no room.
  private func drawPhases(
    _ lanes: [Int], _ scale: DateScale, today: Tenths?, into drawing: inout Drawing
  ) -> [KeyList.Entry] {
    var keys: [KeyList.Entry] = []
    let fills: [MarkStyle] = [.phase0, .phase1, .phase2]
    for (place, phase) in phases.enumerated() {
      let (x, end) = (scale.start(of: phase.period.first), scale.end(of: phase.period.last))
      let y = bandTop + lanes[place] * (bandHeight + 2_0)
      drawing.rectangle(x, y, max(end - x - 2_0, 1_0), bandHeight, fills[place % fills.count])
      let details = [[phase.amount, phase.share].compactMap(\.self).joined(separator: separator), phase.share ?? ""]
      let spaces = self.spaces(from: x + 7_0, to: end - 5_0, around: today)
      let space = spaces.first { textWidth(singleLine(phase.name), .bold) <= $0.width }
      if let space {
        drawing.text(phase.name, space.x, y + 14_0, .bold)
        if let detail = fitting(details, .small, within: space.width) {
          drawing.text(detail, space.x, y + 28_0, .small)
        }
      } else {
        let letter = keyLetter(keys.count)
        let middle = drawing.label(letter, (x + end) / 2 - 1_0, y + 21_0, .bold, .middle)
        if middle.box.width + 2_0 <= end - x, drawing.isFree(middle) { drawing.draw(middle) }
        let detail = [phase.period.phrase(in: language), details[0]].filter { !$0.isEmpty }.joined(separator: separator)
        keys.append(.init(mark: letter, fill: nil, title: phase.name, detail: detail))
      }
    }
    return keys
  }

  /// The places for a band's text: whole, or on either side of the line of the report's date.
  private func spaces(from x: Tenths, to end: Tenths, around today: Tenths?) -> [(x: Tenths, width: Tenths)] {
    guard let today, today > x - 4_0, today < end else { return [(x, end - x)] }
    return [(today + 7_0, end - today - 7_0), (x, today - 4_0 - x)].sorted { $0.1 > $1.1 }
  }

  private func drawAxis(_ scale: DateScale, at y: Tenths, into drawing: inout Drawing) {
    drawing.line(scale.start, y, scale.end, y, .axis)
    for tick in TimeAxis(scale, language, .muted, yearStarts: yearStarts).ticks {
      let x = scale.start(of: tick.day)
      drawing.line(x, y, x, y + (tick.name == nil ? 3_0 : 5_0), .axis)
      if let name = tick.name { drawing.text(name, x + 3_0, y + 13_0, .muted.haloed) }
    }
  }
}

// MARK: Milestones

extension PhaseTrack {
  /// A milestone, or the want of one in a phase.
  private struct Stop {
    let key: String
    let name: String
    let date: CivilDate
    let details: [String]
    let state: MilestoneState
  }

  private var stops: [Stop] {
    let gaps = phases.compactMap { phase in
      phase.gap.map { gap in
        Stop(key: "", name: none, date: phase.period.last, details: [gap], state: .missing)
      }
    }
    let stops = milestones.map {
      Stop(
        key: $0.key, name: $0.name, date: $0.date, details: [$0.dateText] + ($0.remark.map { [$0] } ?? []),
        state: $0.state)
    }
    return (stops + gaps).enumerated().sorted { ($0.element.date, $0.offset) < ($1.element.date, $1.offset) }
      .map(\.element)
  }

  /// Draws the lane of milestones: named in place where every name finds room, otherwise by keys listed below.
  private func drawMilestones(
    _ scale: DateScale, axis: Tenths, below top: Tenths, into drawing: inout Drawing
  ) -> Tenths {
    let all = stops
    guard !all.isEmpty else { return top }
    let capacity = (drawing.width - 16_0) / 15_0
    let kept = Set(all.indices.sorted { (rank(all[$0]), $0) < (rank(all[$1]), $1) }.prefix(capacity))
    let stops = all.indices.filter(kept.contains).map { all[$0] }
    let trueX = stops.map { stop in
      (scale.start(of: stop.date) + scale.end(of: stop.date)) / 2
    }
    let x = spread(trueX, by: 15_0, between: 8_0, and: drawing.width - 8_0)
    let y = axis + 32_0
    for (place, stop) in stops.enumerated() {
      if stop.state != .missing {
        drawing.path([Point(trueX[place], axis), Point(trueX[place], axis + 18_0), Point(x[place], y - 7_0)], .bracket)
      }
      drawing.diamond(x[place], y, stop.state.mark)
      drawing.reserve(Box(x: x[place] - 6_5, y: y - 6_5, width: 13_0, height: 13_0))
    }
    var bottom: Tenths
    if drawing.width >= 400_0, let named = named(stops, x, y, drawing) {
      drawing = named
      bottom = named.covered.map(\.bottom).max() ?? y
    } else {
      bottom = drawKeys(stops, x, y, into: &drawing)
    }
    if all.count > stops.count {
      bottom += 16_0
      drawing.text(more(all.count - stops.count), 0, bottom - 3_0, .muted)
    }
    return bottom
  }

  /// What is worth showing first where there is no room for all: the worst.
  private func rank(_ stop: Stop) -> Int {
    switch stop.state {
    case .unreachable: 0
    case .atRisk: 1
    case .missing: 2
    case .planned: 3
    case .met: 4
    }
  }

  /// The drawing with the labels of all stops below their diamonds, in one or two rows; nil where they would touch.
  private func named(_ stops: [Stop], _ x: [Tenths], _ y: Tenths, _ drawing: Drawing) -> Drawing? {
    let asOneLine = drawing.width > 800_0
    let blocks = stops.map { stop in
      (
        title: stop.key.isEmpty ? stop.name : "\(stop.key)\u{2002}\(stop.name)",
        details: asOneLine ? [stop.details.joined(separator: separator)] : stop.details
      )
    }
    let rowHeight = 22_0 + (blocks.map(\.details.count).max() ?? 0) * 14_0
    var trial = drawing
    for (place, block) in blocks.enumerated() {
      let tone: TextStyle.Tone = stops[place].state.isBad ? .bad : .plain
      let widest =
        ([textWidth(singleLine(block.title), .bold)]
        + block.details.map { textWidth(singleLine($0), .small) }).max() ?? 0
      guard widest <= drawing.width else { return nil }
      /// The block's texts, shifted sideways so far that its diamond still stands over it.
      func labels(_ row: Int, _ shift: Tenths) -> [Drawing.Label] {
        let middle = min(max(x[place] + shift, widest / 2 + 1), drawing.width - widest / 2 - 1)
        let top = y + row * rowHeight
        return [trial.label(block.title, middle, top + 22_0, .bold.toned(tone), .middle)]
          + block.details.enumerated().map {
            trial.label($0.element, middle, top + 37_0 + $0.offset * 14_0, .small.toned(tone), .middle)
          }
      }
      let reach = max(widest / 2 - 8_0, 0)
      let shifts = [0, reach / 2, -reach / 2, reach, -reach]
      if let row = shifts.lazy.map({ labels(0, $0) }).first(where: { row in row.allSatisfy { trial.isFree($0, by: 5_0) }
      }) {
        row.forEach { trial.draw($0) }
        continue
      }
      // The second row hangs on lines that pass between the labels of the first.
      let leader = Box(x: x[place] - 3_0, y: y + 8_0, width: 6_0, height: rowHeight + 2_0)
      guard trial.isFree(leader),
        let row = shifts.lazy.map({ labels(1, $0) }).first(where: { row in row.allSatisfy { trial.isFree($0, by: 5_0) }
        })
      else { return nil }
      trial.line(x[place], leader.y, x[place], leader.bottom, .bracket)
      trial.reserve(leader)
      row.forEach { trial.draw($0) }
    }
    return trial
  }

  private func drawKeys(_ stops: [Stop], _ x: [Tenths], _ y: Tenths, into drawing: inout Drawing) -> Tenths {
    var bottom = y + 10_0
    for (place, stop) in stops.enumerated() where !stop.key.isEmpty {
      let style = TextStyle.smallBold.toned(stop.state.isBad ? .bad : .plain)
      let rows = (0...2).map { row in
        let half = textWidth(singleLine(stop.key), style) / 2
        let middle = min(max(x[place], half), drawing.width - half)
        return drawing.label(stop.key, middle, y + 20_0 + row * 13_0, style, .middle)
      }
      if let label = rows.first(where: { drawing.isFree($0) }) {
        drawing.draw(label)
        bottom = max(bottom, label.box.bottom)
      }
    }
    let entries = stops.map {
      KeyList.Entry(
        mark: $0.key, fill: nil, title: $0.name, detail: $0.details.joined(separator: separator), isBad: $0.state.isBad)
    }
    return KeyList(entries: entries).draw(into: &drawing, from: bottom + 8_0)
  }
}

// MARK: Words

extension PhaseTrack {
  private var separator: String { language == .english ? " · " : "\u{3000}" }
  private var comma: String { language == .english ? ", " : "，" }

  private var nothing: String {
    Message(en: "No phases or milestones with dates", hans: "没有给出日期的阶段或里程碑", hant: "沒有給出日期的階段或里程碑")
      .text(in: language)
  }

  private var none: String {
    Message(en: "none", hans: "无里程碑", hant: "無里程碑").text(in: language)
  }

  private func more(_ count: Int) -> String {
    Message(en: "+\(count) more milestones", hans: "另有\(count)个里程碑", hant: "另有\(count)個里程碑").text(in: language)
  }
}
