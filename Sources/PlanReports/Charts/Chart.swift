package import PlanQuantities

/// A chart of the report: what it is, its values as a sentence, and its drawing at each width the page shows it at.
///
/// A chart knows texts and exact numbers, nothing of plans. It draws the same bytes for the same input: layout depends
/// on data, language and character counts alone.
package protocol Chart: Sendable {
  /// What the chart is, for readers who hear the page.
  var title: String { get }
  /// All its values in reading order, for readers who hear the page.
  var description: String { get }
  /// The widths the page needs it at; CSS shows one of them.
  var widths: [ChartWidth] { get }
  /// The drawing at one width.
  func draw(_ width: ChartWidth) -> Drawing
}

/// A width a chart is drawn at; its text keeps its size, so that each width is a layout of its own.
package enum ChartWidth: Sendable, CaseIterable {
  /// The report's column on a screen and on paper, 740 px.
  case wide
  /// Phones and half columns, 350 px.
  case narrow
  /// Page one on a screen, 1056 px.
  case full
  /// Page one on paper, 690 px.
  case paper
  /// One of two charts side by side, 500 px.
  case half

  /// The width in tenths of a pixel.
  package var tenths: Tenths {
    switch self {
    case .wide: 740_0
    case .narrow: 350_0
    case .full: 1056_0
    case .paper: 690_0
    case .half: 500_0
    }
  }

  /// The classes by which the page's style shows it on one medium and hides it on others.
  var classes: StaticString {
    switch self {
    case .wide, .half: "ch w"
    case .narrow: "ch n"
    case .full: "ch w full"
    case .paper: "ch p"
    }
  }

  /// The letter that tells the ids of one chart's drawings apart.
  var letter: StaticString {
    switch self {
    case .wide, .half, .full: "w"
    case .narrow: "n"
    case .paper: "p"
    }
  }
}

/// How a chart prints a number of its own, such as the tick of an axis, in the report's language.
package typealias FigureText = @Sendable (Fraction) -> String
