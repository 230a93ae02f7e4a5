package import PlanText

/// A report as a document, without a notation: Markdown and HTML are two ways to print it.
package struct Report: Sendable {
  package let title: String
  package let language: Language
  package var blocks: [Block] = []

  package init(_ title: String, language: Language) {
    self.title = title
    self.language = language
  }

  /// One block of the document.
  package enum Block: Sendable {
    /// Level 2 or 3; the title is level 1.
    case heading(Int, String)
    case paragraph([Span])
    /// Terms and what they are.
    case facts([(term: String, value: [Span])])
    case list([Item])
    case table(Table)
  }

  /// A stretch of text in one style.
  package struct Span: Sendable, Hashable {
    package enum Style: Sendable, Hashable {
      case plain, strong
      /// Code, a path or a formula.
      case code
      /// A figure that a finding bears on.
      case doubtful
    }

    package let text: String
    package let style: Style

    package init(_ text: String, _ style: Style = .plain) {
      self.text = text
      self.style = style
    }
  }

  /// An item of a list, with items of its own.
  package struct Item: Sendable {
    package let spans: [Span]
    package var items: [Item] = []

    package init(_ spans: [Span], _ items: [Item] = []) {
      self.spans = spans
      self.items = items
    }
  }

  /// A table; the first cell of each row names it.
  package struct Table: Sendable {
    package let caption: String
    package let columns: [Column]
    package var rows: [Row] = []

    package init(_ caption: String, _ columns: [Column]) {
      self.caption = caption
      self.columns = columns
    }
  }

  package struct Column: Sendable {
    package let title: String
    /// Whether it holds figures, which stand to the right.
    package let isFigures: Bool
    package init(_ title: String, isFigures: Bool = false) {
      self.title = title
      self.isFigures = isFigures
    }
  }

  package struct Row: Sendable {
    /// One a column.
    package let cells: [[Span]]
    /// How deep the row stands below another.
    package let indent: Int
    /// Whether it sums up the rows above.
    package let isTotal: Bool
    package init(_ cells: [[Span]], indent: Int = 0, isTotal: Bool = false) {
      self.cells = cells
      self.indent = indent
      self.isTotal = isTotal
    }
  }
}

extension Report.Table {
  /// The table without columns in which no row has anything.
  package var withoutEmptyColumns: Report.Table {
    let kept = columns.indices.filter { place in place == 0 || rows.contains { !$0.cells[place].isEmpty } }
    var table = Report.Table(caption, kept.map { columns[$0] })
    table.rows = rows.map { row in
      Report.Row(kept.map { row.cells[$0] }, indent: row.indent, isTotal: row.isTotal)
    }
    return table
  }
}

extension [Report.Span] {
  /// A text in one style; nothing for none.
  static func text(_ text: String?, _ style: Report.Span.Style = .plain) -> [Report.Span] {
    guard let text, !text.isEmpty else { return [] }
    return [Report.Span(text, style)]
  }

  /// A message, its parts between backticks as code.
  static func message(_ text: String) -> [Report.Span] {
    let line = oneLine(text)
    let parts = line.split(separator: "`", omittingEmptySubsequences: false)
    guard parts.count % 2 == 1 else { return [Report.Span(line)] }
    return parts.enumerated().compactMap { place, part in
      part.isEmpty ? nil : Report.Span(String(part), place % 2 == 0 ? .plain : .code)
    }
  }
}
