package import PlanModel
package import PlanQuantities
package import PlanText

/// A report as a document, without a notation: HTML and Markdown are two ways to print it.
package struct Report: Sendable {
  package let language: Language
  /// What kind of report it is, of what day, under which policy, in which money.
  package var head: [String] = []
  package var title = ""
  /// The plan's period, beside the title.
  package var period = ""
  package var verdict = Verdict.unknown
  /// The whole report in one sentence.
  package var lead: [Span] = []
  /// The first page, row by row.
  package var firstPage: [[Topic]] = []
  package var sections: [Section] = []
  package var notes: [Note] = []
  package var foot = ""
  /// Which of its texts are in another language.
  package var others = OtherLanguages.none
  /// The logo as a `data:` address.
  package var logo: String?
  /// Rules of the theme, after the page's own.
  package var themeSheet = ""
  /// What stands at the foot of each sheet of paper: plan and day.
  package var stamp = ""

  /// A part of the first page: a question and its answer.
  package struct Topic: Sendable {
    /// 1 to 5; nil for what belongs to the part before.
    package let number: Int?
    package let name: String
    package let headline: [Span]
    package var blocks: [Block] = []
  }

  /// A part of the report that opens with one sentence.
  package struct Section: Sendable {
    /// What links to it point at, such as `budget`; never a word of the plan.
    package let id: String
    package let name: String
    /// Empty for the plan's own prose.
    package let headline: [Span]
    package var blocks: [Block] = []
    /// Whether it starts a sheet of paper.
    package var startsSheet = false
  }

  /// One block of the document.
  package indirect enum Block: Sendable {
    case paragraph([Span])
    /// A line below a table or chart: its notes, its key.
    case source([Span])
    case list([Item], isNumbered: Bool)
    case table(Table)
    case chart(Figure)
    /// Figures side by side, each under its name.
    case tiles([Tile])
    /// Terms and what they mean here.
    case terms([(term: String, meaning: [Span])])
    /// What the plan does not say, in place of what would show it.
    case missing(title: String, text: [Span])
    /// A heading within a side column.
    case heading(String)
    /// A wide column with a narrow one beside it.
    case columns(main: [Block], side: [Block], staysOnPaper: Bool)
    /// Two columns alike.
    case pair([Block], [Block])
  }

  /// A chart under what it says.
  package struct Figure: Sendable {
    /// How many marks a chart may have. With more, nobody tells one from the other; a table or list says the same.
    static let mostMarks = 300

    /// What it shows, as a sentence.
    package let message: String
    /// What is measured, in what, over when.
    package let subtitle: String
    let chart: any Chart
    package var source: [Span] = []
    /// Whether it takes the page's whole width.
    package var isFull = false
  }

  /// One figure under its name, with what it is held against.
  package struct Tile: Sendable {
    package let name: String
    package let figure: [Span]
    package let against: [Span]
  }

  /// A stretch of text.
  package enum Span: Sendable {
    case text(String, Style)
    /// What parts two facts on one line.
    case dot
    /// A figure of the plan, with its note.
    case figure(Figured)
    /// A status by shape and word.
    case status(Status, String)
    /// A mark of where a channel is, with its word for screen readers only; the word is empty where it stands beside.
    case presence(Channel.Side, String)
    /// A bar of a part of the column's largest.
    case bar(Fraction, isStrong: Bool)
    /// A bar of change on its column's common scale, with its label.
    case change(RelativeChangeBar, label: String)
    /// How far a baseline is from a threshold.
    case threshold(ThresholdBar)
    /// Links to notes.
    case notes([Int])
    /// A mark of a status, its word for screen readers only, and a letter beside it on a phone.
    case mark(Status, String, letter: String)
    /// A place in a file.
    case place(Place)
    /// A link to a section.
    case link(String, section: StaticString)

    package enum Style: Sendable, Hashable {
      case plain, strong, code, muted
      /// Something that does not hold.
      case bad
      /// Something that holds.
      case good
    }
  }

  /// A figure as it is shown, what it is exactly, and where it comes from.
  package struct Figured: Sendable, Hashable {
    package let text: String
    /// The exact value in the base unit, the same in every language.
    package let exact: String
    package let note: Int
    /// Whether a finding bears on it.
    package let isDoubtful: Bool
  }

  /// A line of a file as `file:line`, with the address it links to, if the user gave one.
  package struct Place: Sendable, Hashable {
    package let text: String
    package let link: String?
  }

  /// How something stands.
  package typealias Status = StatusIcon

  /// An item of a list, with items of its own.
  package struct Item: Sendable {
    package let spans: [Span]
    package var items: [Item] = []

    package init(_ spans: [Span], _ items: [Item] = []) {
      self.spans = spans
      self.items = items
    }
  }

  /// A table; one cell of each row names it.
  package struct Table: Sendable {
    package let caption: String
    /// Unit and reading aid, after the caption.
    package let remark: [Span]
    package let columns: [Column]
    package var rows: [Row] = []
    package var shape = Shape.plain
    /// Whether it may be longer than a sheet of paper.
    package var isLong = false
    /// Whether the caption is for screen readers only, a heading standing above.
    package var hidesCaption = false

    /// How a table is laid out on a phone.
    package enum Shape: String, Sendable {
      /// Few short columns: stays a table.
      case plain
      /// A card a row.
      case cards
      /// Name, amount and share in a row, the rest below.
      case lines
      /// The first page's stated against recomputed.
      case exceptions = "exc"
      /// Marks by row and column, in a region that scrolls where it is too wide.
      case matrix = "mx"
    }
  }

  package struct Column: Sendable {
    package let title: String
    package let kind: Kind

    package enum Kind: Sendable {
      case text
      /// Figures, which stand to the right.
      case figures
      /// What names the row.
      case name
      /// Bars; the title is for screen readers only.
      case bar
      /// Takes a card's whole width.
      case wide
      /// Narrow marks, a letter each.
      case marks
      /// A cell of a matrix.
      case cell
    }
  }

  package struct Row: Sendable {
    /// One a column.
    package let cells: [[Span]]
    /// How deep the row stands below another.
    package var indent = 0
    package var kind = Kind.plain
    /// The note whose row this is, in the table of notes.
    package var note: Int?

    package enum Kind: Sendable {
      case plain
      /// Has rows below it that make it up.
      case top
      case sub
      case total
    }
  }

  /// Where one figure comes from.
  package struct Note: Sendable {
    package let number: Int
    package let name: String
    package let exact: String
    package let formula: String?
    /// The notes of what it was computed from.
    package let inputs: [Int]
    package let places: [Place]
    package let isDoubtful: Bool
  }
}

extension Report.Table {
  /// The table without columns in which no row has anything.
  package var withoutEmptyColumns: Report.Table {
    let kept = columns.indices.filter { place in
      columns[place].kind == .name || rows.contains { !$0.cells[place].isEmpty }
    }
    var table = Report.Table(caption: caption, remark: remark, columns: kept.map { columns[$0] })
    table.rows = rows.map { row in
      Report.Row(cells: kept.map { row.cells[$0] }, indent: row.indent, kind: row.kind, note: row.note)
    }
    (table.shape, table.isLong, table.hidesCaption) = (shape, isLong, hidesCaption)
    return table
  }
}

extension [Report.Span] {
  /// A text in one style; nothing for none.
  static func text(_ text: String?, _ style: Report.Span.Style = .plain) -> [Report.Span] {
    guard let text, !text.isEmpty else { return [] }
    return [.text(text, style)]
  }

  /// A message, its parts between backticks as code.
  static func message(_ text: String) -> [Report.Span] {
    let line = oneLine(text)
    let parts = line.utf8.split(separator: UInt8(ascii: "`"), omittingEmptySubsequences: false)
    guard parts.count > 1, parts.count % 2 == 1 else { return [.text(line, .plain)] }
    return parts.enumerated().compactMap { place, part in
      part.isEmpty ? nil : .text(String(Substring(part)), place % 2 == 0 ? .plain : .code)
    }
  }

  /// What stands there, as text alone.
  var plainText: String {
    map { span in
      switch span {
      case .text(let text, _): text
      case .figure(let figure): figure.text
      case .status(_, let word), .mark(_, let word, _), .presence(_, let word): word
      case .link(let text, _): text
      case .place(let place): place.text
      case .change(_, let label): label
      case .dot: " · "
      case .bar, .notes, .threshold: ""
      }
    }.joined()
  }
}
