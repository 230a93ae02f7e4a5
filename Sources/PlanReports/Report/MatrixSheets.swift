/// How a matrix of many columns is spread over sheets: a sheet of paper holds so many narrow columns beside the names. The
/// first sheet has every row, each further one the rows that have something in its columns.
struct MatrixSheets {
  struct Sheet {
    let columns: Range<Int>
    /// The places of its rows, in their order.
    var rows: [Int] = []
  }

  private static let width = 12
  private(set) var sheets: [Sheet]

  /// - Parameters:
  ///   - count: how many columns there are.
  ///   - marks: for each row, the places of the columns in which it has something.
  init(columns count: Int, marks: [[Int]]) {
    sheets = stride(from: 0, to: count, by: Self.width).map { Sheet(columns: $0..<min($0 + Self.width, count)) }
    guard !sheets.isEmpty else { return }
    sheets[0].rows = Array(marks.indices)
    for (row, places) in marks.enumerated() {
      for sheet in Set(places.map { $0 / Self.width }) where sheet > 0 { sheets[sheet].rows.append(row) }
    }
  }
}
