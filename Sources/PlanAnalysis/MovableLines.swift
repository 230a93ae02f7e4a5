import PlanModel
import PlanText

/// Which lines of a budget may come to something else under a supposition: those that are derived or hold derived ones,
/// and those that are supposed or hold supposed ones.
struct MovableLines {
  /// The drivers asked after by lines whose figures came out as in the plan, by the places of the lines.
  var unmoved: [Int: Reach] = [:]
  /// Lines that are derived or hold derived ones, by the line directly above them; ascending.
  private var derived: [Int?: [Int]] = [:]
  /// The drivers that each line and those below it are.
  private var reaches: [Reach]
  /// The drivers that all lines outside operating cost are.
  private var reachOfTop = Reach()

  init(_ lines: LineBook) {
    reaches = Array(repeating: Reach(), count: lines.entries.count)
    var isDerived = Array(repeating: false, count: lines.entries.count)
    for place in lines.entries.indices {
      let entry = lines.entries[place]
      let driver = Driver.line(entry.id.value)
      if !entry.isOperating { reachOfTop.insert(driver) }
      for above in lines.lineage(of: place) {
        reaches[above].insert(driver)
        if entry.line.equals != nil { isDerived[above] = true }
      }
    }
    for place in lines.entries.indices where isDerived[place] && Self.isListed(place, lines) {
      derived[lines.entries[place].parent, default: []].append(place)
    }
  }

  /// Operating cost is no part of the budget's total.
  private static func isListed(_ place: Int, _ lines: LineBook) -> Bool {
    lines.entries[place].parent != nil || !lines.entries[place].isOperating
  }

  /// The drivers that the lines below another are, or all lines.
  func reach(below parent: Int?) -> Reach { parent.map { reaches[$0] } ?? reachOfTop }

  /// The lines directly under another, or under the budget, that may come out otherwise; ascending.
  func places(under parent: Int?, supposing drivers: some Sequence<Driver>, _ lines: LineBook) -> [Int] {
    let derived = derived[parent] ?? []
    var supposed: Set<Int> = []
    for case .line(let id) in drivers {
      guard let place = lines.place(of: id) else { continue }
      for above in lines.lineage(of: place) where lines.entries[above].parent == parent && Self.isListed(above, lines) {
        supposed.insert(above)
      }
    }
    return supposed.isEmpty ? derived : supposed.union(derived).sorted()
  }
}
