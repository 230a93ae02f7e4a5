import PlanQuantities
import PlanReports
import PlanText
import Testing

@Suite struct ChartTests {
  /// A sample of one language with all its drawings.
  struct Case: Sendable {
    let name: String
    let chart: any Chart
    let drawings: [(width: ChartWidth, drawing: Drawing)]
  }

  /// Every sample; drawn once for all tests.
  static let cases: [Language: [Case]] = Dictionary(
    uniqueKeysWithValues: Language.allCases.map { language in
      let samples = ChartSamples(language: language).all
      return (
        language,
        samples.map { sample in
          Case(
            name: "\(sample.name) \(language)", chart: sample.chart,
            drawings: sample.chart.widths.map { ($0, sample.chart.draw($0)) })
        }
      )
    })

  private static func drawings(_ language: Language) -> [(name: String, width: ChartWidth, drawing: Drawing)] {
    (cases[language] ?? []).flatMap { sample in
      sample.drawings.map { ("\(sample.name) \($0.width)", $0.width, $0.drawing) }
    }
  }

  private static func labels(_ drawing: Drawing) -> [Drawing.Label] {
    drawing.marks.compactMap { if case .text(let label) = $0 { label } else { nil } }
  }

  @Test(arguments: Language.allCases) func noTextTouchesAnother(language: Language) {
    for (name, _, drawing) in Self.drawings(language) {
      let labels = Self.labels(drawing)
      for (place, label) in labels.enumerated() {
        for other in labels[(place + 1)...] where label.box.intersects(other.box) {
          Issue.record("\(name): “\(label.text)” \(label.box) meets “\(other.text)” \(other.box)")
        }
      }
    }
  }

  @Test(arguments: Language.allCases) func everythingLiesInTheViewBox(language: Language) {
    for (name, _, drawing) in Self.drawings(language) {
      let view = Box(x: 0, y: 0, width: drawing.width, height: drawing.height)
      for mark in drawing.marks {
        let box = bounds(of: mark)
        let isInside =
          box.x >= view.x - 5 && box.right <= view.right + 5 && box.y >= view.y && box.bottom <= view.bottom
        #expect(isInside, "\(name): \(mark) in \(view)")
      }
    }
  }

  @Test(arguments: Language.allCases) func noTextIsTooSmallToRead(language: Language) {
    for (name, width, drawing) in Self.drawings(language) {
      for label in Self.labels(drawing) where label.style.size.rawValue < 11_0 {
        #expect(width == .narrow, "\(name): “\(label.text)”")
      }
    }
  }

  @Test func theSameInputGivesTheSameBytes() {
    let language = Language.english
    let again = ChartSamples(language: language).all
    for (sample, same) in zip(Self.cases[language] ?? [], again) {
      #expect(chartHTML(sample.chart, number: 7) == chartHTML(same.chart, number: 7))
    }
  }

  @Test func namesAreNeverMarkup() {
    let language = Language.simplified
    for sample in Self.cases[language] ?? [] {
      let html = chartHTML(sample.chart, number: 1)
      #expect(!html.contains("<b>") && !html.contains("&<") && !html.contains("& "), "\(sample.name)")
    }
  }

  @Test func everyDrawingIsNamedByIdsOfItsOwn() throws {
    let language = Language.traditional
    var seen: Set<Substring> = []
    for (number, sample) in (Self.cases[language] ?? []).enumerated() {
      let html = chartHTML(sample.chart, number: number)
      let ids = html.components(after: " id=\"", upTo: "\"")
      let named = html.components(after: " aria-labelledby=\"", upTo: "\"").flatMap { $0.split(separator: " ") }
      #expect(ids == named && ids.count == 2 * sample.chart.widths.count, "\(sample.name)")
      for id in ids { #expect(seen.insert(id).inserted, "\(id)") }
      #expect(
        !sample.chart.title.isEmpty && (sample.chart.description.isEmpty || html.contains("<desc id")), "\(sample.name)"
      )
    }
  }

  private func bounds(of mark: Drawing.Mark) -> Box {
    switch mark {
    case .rectangle(let box, _): return box
    case .circle(let middle, let radius, _):
      return Box(x: middle.x - radius, y: middle.y - radius, width: 2 * radius, height: 2 * radius)
    case .text(let label): return label.box
    case .path(let points, _, _):
      let (x, y) = (points.map(\.x), points.map(\.y))
      let (left, top) = (x.min() ?? 0, y.min() ?? 0)
      return Box(x: left, y: top, width: (x.max() ?? 0) - left, height: (y.max() ?? 0) - top)
    }
  }
}

extension String {
  /// The texts that stand between a start and the next end.
  fileprivate func components(after start: String, upTo end: Character) -> [Substring] {
    split(separator: start, omittingEmptySubsequences: false).dropFirst().map { $0.prefix { $0 != end } }
  }
}
