/// What a short mark inside a chart stands for, listed below the chart in columns.
struct KeyList {
  struct Entry {
    /// The mark as it stands in the chart, such as `A`.
    let mark: String
    /// The fill beside it, if the mark stands on one.
    let fill: MarkStyle?
    let title: String
    let detail: String?
    var isBad = false
  }

  let entries: [Entry]

  /// Draws the list from `top` and gives its bottom.
  func draw(into drawing: inout Drawing, from top: Tenths) -> Tenths {
    guard !entries.isEmpty else { return top }
    let columns = min(max(drawing.width / 170_0, 1), entries.count, 4)
    let width = drawing.width / columns
    let rowHeight = entries.contains { $0.detail != nil } ? 38_0 : 21_0
    for (place, entry) in entries.enumerated() {
      let (x, y) = (place % columns * width, top + 12_0 + place / columns * rowHeight)
      var indent = 0
      if let fill = entry.fill {
        drawing.rectangle(x + 5, y - 9_0, 11_0, 11_0, fill)
        indent = 16_0
      }
      let room = width - indent - 8_0
      let tone: TextStyle.Tone = entry.isBad ? .bad : .plain
      let title = entry.mark.isEmpty ? entry.title : "\(entry.mark)\u{2002}\(entry.title)"
      drawing.text(shortened(title, .bold, within: room) ?? entry.mark, x + indent, y, .bold.toned(tone))
      if let detail = entry.detail, let cut = shortened(detail, .small, within: room) {
        drawing.text(cut, x + indent, y + 15_0, .small.toned(tone))
      }
    }
    return top + (entries.count + columns - 1) / columns * rowHeight
  }
}

/// The letter of the nth entry of a key: A to Z, then AA and on.
func keyLetter(_ place: Int) -> String {
  let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
  let last = String(letters[place % 26])
  return place < 26 ? last : keyLetter(place / 26 - 1) + last
}
