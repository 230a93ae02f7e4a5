import PlanQuantities

/// A row of a timetable: a heading, or a bar.
enum GanttRow: Sendable {
  case heading(String)
  case bar(GanttChart.Bar)

  /// Whether it is a bar.
  var isBar: Bool { if case .bar = self { true } else { false } }
}

/// Cuts rows into pages of a length: between groups where that leaves no page half empty, else after a row, with the
/// heading repeated.
func ganttPages(_ groups: [GanttChart.Group], length: Int, continued: (String) -> String) -> [[GanttRow]] {
  var pages: [[GanttRow]] = []
  var page: [GanttRow] = []
  for group in groups where !group.bars.isEmpty {
    let heading = group.name.map { [GanttRow.heading($0)] } ?? []
    let needed = heading.count + group.bars.count
    if page.count + needed > length, page.count * 2 >= length || page.count + heading.count + 1 > length {
      pages.append(page)
      page = []
    }
    page += heading
    for bar in group.bars {
      if page.count == length {
        pages.append(page)
        page = group.name.map { [GanttRow.heading(continued($0))] } ?? []
      }
      page.append(.bar(bar))
    }
  }
  if !page.isEmpty { pages.append(page) }
  return pages
}
