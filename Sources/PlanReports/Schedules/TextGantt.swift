import PlanModel
import PlanQuantities
import PlanSchedule
import PlanText

/// A Gantt chart for a terminal, as wide as asked for, phase by phase.
///
/// Every kind of bar has a shape of its own, so that nothing hangs on colour; columns are counted as terminals draw them.
package struct TextGantt {
  /// What the chart is drawn with.
  package struct Signs: Sendable {
    let critical, open, done, phaseStart, phase, phaseEnd, float, today, milestone, reached, edge, tick, month,
      rule: Character
    let ellipsis: String

    /// Block and line characters of Unicode.
    package static let unicode = Signs(
      critical: "█", open: "▒", done: "▪", phaseStart: "├", phase: "─", phaseEnd: "┤", float: "·", today: "┊",
      milestone: "◇", reached: "◆", edge: "│", tick: "┬", month: "╷", rule: "─", ellipsis: "…")
    /// For terminals that show nothing else.
    package static let ascii = Signs(
      critical: "#", open: "=", done: "x", phaseStart: "|", phase: "-", phaseEnd: "|", float: ".", today: ":",
      milestone: "o", reached: "*", edge: "|", tick: "+", month: "'", rule: "-", ellipsis: "..")
  }

  private let plan: CompiledPlan
  private let width: Int
  private let signs: Signs
  private let isColoured: Bool
  private let groups: [ScheduleGroup]
  private let nameWidth: Int

  /// - Parameter width: the columns there are; at least 40 are used.
  package init(_ plan: CompiledPlan, width: Int, signs: Signs = .unicode, isColoured: Bool = false) {
    self.plan = plan
    self.width = max(40, width)
    self.signs = signs
    self.isColoured = isColoured
    groups = plan.scheduleGroups
    let names = groups.flatMap { group in
      group.rows.map { displayWidth($0.name) + (group.phase == nil ? 0 : 2) }
        + [displayWidth(group.phase?.name ?? "")]
    }
    nameWidth = min(names.max() ?? 0, self.width * 2 / 5, 40)
  }

  /// The chart, its legend and what decides the end; one line where the plan has nothing with a date.
  package var text: String {
    let rows = groups.flatMap { ($0.phase.map { [$0] } ?? []) + $0.rows }
    let days = rows.flatMap { row in
      [row.period?.first, row.period?.last, row.kind == .task && !row.isDone ? row.lateFinish : nil].compactMap { $0 }
    }
    guard let first = days.min(), let last = days.max(), let span = Period(first: first, last: last) else {
      return TextGanttWord.nothing.text(in: plan.language) + "\n"
    }
    let axis = GanttAxis(TimeScale(span, yearStarts: plan.resolved.yearStarts), columns: width - nameWidth - 2)
    var lines = [title].compactMap { $0 }
    lines += head(axis)
    for group in groups {
      if let phase = group.phase { lines.append(line(phase, axis, indent: 0)) }
      let indent = group.phase == nil ? 0 : 2
      for row in group.rows { lines.append(line(row, axis, indent: indent)) }
    }
    lines.append("")
    lines += legend(rows, axis) + facts
    return lines.map { $0.trimmedEnd }.joined(separator: "\n") + "\n"
  }

  private var title: String? { plan.text(plan.plan.common.title).map { styled(fit($0, width), .strong) } }

  // MARK: Axis

  /// Labels at the left edges of the axis' parts, as far as there is room, over a rule with a tick at each.
  private func head(_ axis: GanttAxis) -> [String] {
    var labels = Array(repeating: Character(" "), count: axis.columns)
    var rule = Array(repeating: signs.rule, count: axis.columns)
    var free = 0
    if axis.scale.grain > .month {
      for month in axis.scale.span.splitIntoMonths { rule[axis.column(of: month.first)] = signs.month }
    }
    for part in axis.scale.parts {
      let column = axis.column(of: part.first)
      rule[column] = signs.tick
      let label = Array(axis.scale.label(part))
      guard column >= free, column + label.count <= axis.columns else { continue }
      for (place, sign) in label.enumerated() { labels[column + place] = sign }
      free = column + label.count + 1
    }
    if let today = plan.resolved.today, let column = axis.columnIfInside(today) { rule[column] = signs.today }
    let margin = String(repeating: " ", count: nameWidth + 1)
    return [margin + " " + String(labels), margin + String(signs.edge) + String(rule)]
  }

  // MARK: Rows

  private func line(_ row: ScheduleRow, _ axis: GanttAxis, indent: Int) -> String {
    let name = String(repeating: " ", count: indent) + fit(row.name, nameWidth - indent)
    let padding = String(repeating: " ", count: max(0, nameWidth - displayWidth(name)) + 1)
    let head = (row.kind == .phase ? styled(name, .strong) : name) + padding + String(signs.edge)
    guard let period = row.period else {
      return head + " " + fit(TextGanttWord.noDates.text(in: plan.language), axis.columns - 1)
    }
    var cells = Array(repeating: Character(" "), count: axis.columns)
    if let today = plan.resolved.today, let column = axis.columnIfInside(today) { cells[column] = signs.today }
    let bar = axis.column(of: period.first)...axis.column(of: period.last)
    switch row.kind {
    case .phase:
      for column in bar { cells[column] = signs.phase }
      cells[bar.lowerBound] = signs.phaseStart
      cells[bar.upperBound] = signs.phaseEnd
    case .milestone: cells[bar.upperBound] = row.isDone ? signs.reached : signs.milestone
    case .task:
      drawSlack(row, period, axis, &cells)
      let sign = row.isDone ? signs.done : row.isCritical == true ? signs.critical : signs.open
      for column in bar { cells[column] = sign }
    }
    let isStrong = row.isCritical == true && !row.isDone
    return head + (isStrong ? styled(String(cells), .strong) : String(cells))
  }

  /// Dots from the end of a bar to the latest day it may end.
  private func drawSlack(_ row: ScheduleRow, _ period: Period, _ axis: GanttAxis, _ cells: inout [Character]) {
    guard !row.isDone, let late = row.lateFinish, late > period.last else { return }
    for column in axis.column(of: period.last)...axis.column(of: late) where cells[column] == " " {
      cells[column] = signs.float
    }
  }

  // MARK: Foot

  /// What the signs in the chart mean; only those that are in it.
  private func legend(_ rows: [ScheduleRow], _ axis: GanttAxis) -> [String] {
    let tasks = rows.filter { $0.kind == .task && $0.period != nil }
    let milestones = rows.filter { $0.kind == .milestone && $0.period != nil }
    let hasFloat = tasks.contains { row in
      !row.isDone && row.lateFinish.map { late in row.period.map { late > $0.last } ?? false } ?? false
    }
    var parts: [(Character, Message)] = []
    if tasks.contains(where: { $0.isCritical == true && !$0.isDone }) {
      parts.append((signs.critical, TextGanttWord.critical))
    }
    if tasks.contains(where: { $0.isCritical != true && !$0.isDone }) {
      parts.append((signs.open, plan.schedule.hasLinks ? TextGanttWord.hasFloat : TextGanttWord.work))
    }
    if hasFloat { parts.append((signs.float, TextGanttWord.float)) }
    if tasks.contains(where: \.isDone) { parts.append((signs.done, TextGanttWord.done)) }
    if milestones.contains(where: { !$0.isDone }) { parts.append((signs.milestone, TextGanttWord.milestone)) }
    if milestones.contains(where: \.isDone) { parts.append((signs.reached, TextGanttWord.reached)) }
    if let today = plan.resolved.today, axis.columnIfInside(today) != nil {
      parts.append((signs.today, TextGanttWord.asOf(today)))
    }
    guard !parts.isEmpty else { return [] }
    return wrapped(parts.map { "\($0.0) \($0.1.text(in: plan.language))" }, between: "   ")
  }

  /// When the work ends and what decides it; or why that is not known.
  private var facts: [String] {
    let language = plan.language
    guard plan.schedule.hasLinks else {
      return plan.schedule.tasks.isEmpty ? [] : [TextGanttWord.noLinks.text(in: language)]
    }
    var lines: [String] = []
    if let finish = plan.schedule.finish { lines.append(TextGanttWord.finish(finish).text(in: language)) }
    let chain = plan.criticalChain
    if chain.count > 1 {
      let names = chain.map { oneLine($0.id) }
      let word = TextGanttWord.chain.text(in: language) + Word.colon(language)
      lines += wrapped([word + (names.first ?? "")] + names.dropFirst().map { "→ " + $0 }, between: " ")
    }
    for circle in plan.schedule.circles {
      let loop = (circle + circle.prefix(1)).map { oneLine($0) }.joined(separator: " → ")
      lines.append(TextGanttWord.circle.text(in: language) + Word.colon(language) + loop)
    }
    return lines
  }

  /// Pieces in lines no wider than there is room for.
  private func wrapped(_ pieces: [String], between gap: String) -> [String] {
    var lines: [String] = []
    for piece in pieces {
      if let last = lines.last, displayWidth(last + gap + piece) <= width {
        lines[lines.count - 1] = last + gap + piece
      } else {
        lines.append(piece)
      }
    }
    return lines
  }

  // MARK: Text

  private func styled(_ text: String, _ style: TerminalStyle) -> String {
    style.applied(to: text, isColoured: isColoured)
  }

  /// A text cut to so many columns, with an ellipsis where something is missing.
  private func fit(_ text: String, _ columns: Int) -> String {
    if displayWidth(text) <= columns { return text }
    var cut = ""
    var used = displayWidth(signs.ellipsis)
    for cluster in text {
      used += displayWidth(of: cluster)
      if used > columns { break }
      cut.append(cluster)
    }
    return cut + signs.ellipsis
  }
}

/// Where days stand on a chart's axis.
struct GanttAxis {
  let scale: TimeScale
  let columns: Int

  init(_ scale: TimeScale, columns: Int) {
    self.scale = scale
    self.columns = max(1, columns)
  }

  /// The column of a day; days outside stand at the edge.
  func column(of day: CivilDate) -> Int {
    let offset = scale.span.first.days(until: day)
    return min(max(0, offset * columns / scale.span.days), columns - 1)
  }

  func columnIfInside(_ day: CivilDate) -> Int? { scale.span.contains(day) ? column(of: day) : nil }
}

extension CompiledPlan {
  /// The chain that decides when the last critical task or milestone ends, from its start; empty where none is critical.
  var criticalChain: [ScheduledLink.End] {
    let tasks = schedule.tasks.filter(\.isCritical).compactMap { task in
      task.finish.map { (end: ScheduledLink.End(.task, task.id), day: $0) }
    }
    let milestones = schedule.milestones.filter(\.isCritical).compactMap { milestone in
      milestone.expected.map { (end: ScheduledLink.End(.milestone, milestone.id), day: $0) }
    }
    let ends = tasks + milestones
    guard let last = ends.map(\.day).max() else { return [] }
    let chains = ends.filter { $0.day == last }.map { schedule.chain(to: $0.end) }
    return chains.max { $0.count < $1.count } ?? []
  }
}

extension String {
  /// Without blanks at its end.
  fileprivate var trimmedEnd: String {
    var text = self
    while text.last == " " { text.removeLast() }
    return text
  }
}
