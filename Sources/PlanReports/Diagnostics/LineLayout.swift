import PlanText

/// One line of a file as it is shown under a finding, and the column in which each of its bytes stands.
///
/// Tabs are expanded to stops four columns apart, hidden characters shown as escapes; of a very long line the part
/// around what is marked is shown.
struct LineLayout {
  /// The line as shown.
  private(set) var text = ""

  /// A stretch of the line's bytes and the columns it is shown in.
  private struct Cell {
    var offset: Int
    var column: Int
  }

  /// In order; the last one is where the shown line ends. None where each byte stands in the column of its own number.
  private var cells: [Cell] = []

  /// The most columns a line is shown with, and how many of them stand before what is marked in the middle of one.
  static let widest = 140
  static let lead = 40
  /// Bytes laid out around the marks of a line that is longer than this.
  private static let longest = 4096
  private static let ellipsis = "..."

  /// - Parameters:
  ///   - bytes: the line without its end, as UTF-8; what is no UTF-8 is shown as replacement characters.
  ///   - marked: the bytes of the line that are marked, which have to be seen.
  init(_ bytes: ArraySlice<UInt8>, marked: Range<Int>) {
    if bytes.count <= Self.widest, bytes.allSatisfy({ 0x20..<0x7F ~= $0 }) {
      text = String(decoding: bytes, as: UTF8.self)
      return
    }
    if bytes.count <= 3 * Self.widest, layOutWhole(String(decoding: bytes, as: UTF8.self)) { return }
    let part = Self.part(of: bytes, around: marked)
    let pieces = Self.pieces(of: bytes[part], from: part.lowerBound - bytes.startIndex)
    let shown = Self.shown(pieces, marked: marked)
    let isCutBefore = shown.lowerBound > 0 || part.lowerBound > bytes.startIndex
    let isCutAfter = shown.upperBound < pieces.count || part.upperBound < bytes.endIndex
    var column = 0
    if isCutBefore {
      text += Self.ellipsis
      column = Self.ellipsis.utf8.count
    }
    for piece in pieces[shown] {
      cells.append(Cell(offset: piece.offset, column: column))
      text += piece.text
      column += piece.width
    }
    let end = shown.upperBound < pieces.count ? pieces[shown.upperBound].offset : part.upperBound - bytes.startIndex
    cells.append(Cell(offset: end, column: column))
    if isCutAfter { text += Self.ellipsis }
  }

  /// Lays out a line that is short enough and shows as it is written, as nearly all lines with Chinese in them do; no if
  /// it is another.
  private mutating func layOutWhole(_ line: String) -> Bool {
    guard showsAll(line) else { return false }
    var laidOut: [Cell] = []
    var end = Cell(offset: 0, column: 0)
    for scalar in line.unicodeScalars {
      laidOut.append(end)
      end.offset += UTF8.width(scalar)
      end.column += displayWidth(of: scalar)
    }
    guard end.column <= Self.widest else { return false }
    text = line
    cells = laidOut + [end]
    return true
  }

  /// The column, from 0, in which what holds the byte at an offset of the line starts.
  func columnOfStart(_ offset: Int) -> Int {
    guard let first = cells.first else { return max(0, min(offset, text.utf8.count)) }
    return (cells.last { $0.offset <= offset } ?? first).column
  }

  /// The column, from 0, after what holds the byte before an offset of the line.
  func columnOfEnd(_ offset: Int) -> Int {
    guard let last = cells.last else { return max(0, min(offset, text.utf8.count)) }
    return (cells.first { $0.offset >= offset } ?? last).column
  }

  private struct Piece {
    var offset: Int
    var text: String
    var width: Int
  }

  /// The bytes worth laying out: all but those of a huge line far from its marks, cut between characters.
  private static func part(of bytes: ArraySlice<UInt8>, around marked: Range<Int>) -> Range<Int> {
    guard bytes.count > longest else { return bytes.indices }
    var start = max(bytes.startIndex, bytes.startIndex + marked.lowerBound - longest / 4)
    var end = min(bytes.endIndex, start + longest)
    while start > bytes.startIndex, start < bytes.endIndex, bytes[start] & 0xC0 == 0x80 { start -= 1 }
    while end > start, end < bytes.endIndex, bytes[end] & 0xC0 == 0x80 { end -= 1 }
    return min(start, end)..<end
  }

  private static func pieces(of bytes: ArraySlice<UInt8>, from start: Int) -> [Piece] {
    let text = String(decoding: bytes, as: UTF8.self)
    guard text.utf8.count == bytes.count else { return repairedPieces(of: bytes, from: start) }
    var pieces: [Piece] = []
    var offset = start
    var column = 0
    var hidden = HiddenCharacters(in: text)
    for cluster in text {
      let seen = visible(cluster.unicodeScalars, &hidden)
      let shown = cluster == "\t" ? String(repeating: " ", count: 4 - column % 4) : seen
      let width = displayWidth(shown)
      pieces.append(Piece(offset: offset, text: shown, width: width))
      offset += cluster.utf8.count
      column += width
    }
    return pieces
  }

  /// Bytes that are no UTF-8, each shown alone.
  private static func repairedPieces(of bytes: ArraySlice<UInt8>, from start: Int) -> [Piece] {
    bytes.enumerated().map { index, byte in
      let text = byte < 0x80 ? visible(String(Unicode.Scalar(byte))) : "\u{FFFD}"
      return Piece(offset: start + index, text: text, width: displayWidth(text))
    }
  }

  /// The pieces to show: from the start of the line if its marks are then seen, else from shortly before them.
  private static func shown(_ pieces: [Piece], marked: Range<Int>) -> Range<Int> {
    var columns = [0]
    for piece in pieces { columns.append(columns[columns.count - 1] + piece.width) }
    let total = columns[pieces.count]
    if total <= widest { return 0..<pieces.count }
    let firstMarked = pieces.lastIndex { $0.offset <= marked.lowerBound } ?? 0
    let lastMarked = pieces.lastIndex { $0.offset < marked.upperBound } ?? firstMarked
    var start = 0
    if columns[lastMarked + 1] > widest {
      let column = min(columns[firstMarked] - lead, total - widest)
      start = columns.firstIndex { $0 >= column } ?? 0
    }
    let end = columns.lastIndex { $0 - columns[start] <= widest } ?? pieces.count
    return start..<min(max(end, start), pieces.count)
  }
}
