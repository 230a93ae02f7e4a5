/// The known word that a misspelt one most likely stands for.
///
/// Distance counts insertions, deletions, substitutions and swaps of neighbours; a word further away than a third of
/// its length (at least one edit, two from four letters on) is no suggestion. Ties go to the earlier candidate.
package func didYouMean(_ word: String, among candidates: some Sequence<String>) -> String? {
  var effort = Int.max
  return KnownWords(candidates).nearest(to: word, effort: &effort)?.word
}

/// Words that others are compared with, made ready once: for long lists, and many words that may be misspelt.
package struct KnownWords: Sendable {
  /// The words, in the order given.
  package let words: [String]
  /// The letters of all words, one after the other, and where those of each end.
  private var letters: [Unicode.Scalar] = []
  private var ends: [Int] = []
  /// Which letters each word has, sixty-four places for all: of two words, each edit changes two places at most.
  private var places: [UInt64] = []

  /// What may be spent on comparing the words of one plan. It is spent on thousands of names that are nowhere, beside
  /// thousands that are; past it there are no suggestions.
  package static let effort = 3_000_000

  package init(_ words: some Sequence<String>) {
    self.words = Array(words)
    ends.reserveCapacity(self.words.count)
    places.reserveCapacity(self.words.count)
    for word in self.words {
      let start = letters.count
      letters += word.lowercased().unicodeScalars
      ends.append(letters.count)
      places.append(Self.places(of: letters[start...]))
    }
  }

  /// The word that a misspelt one most likely stands for, by the measure of `didYouMean`, and the edits between them.
  ///
  /// - Parameter effort: what may still be spent; what this search takes is taken off it.
  package func nearest(to word: String, effort: inout Int) -> (word: String, distance: Int)? {
    guard effort > 0 else { return nil }
    let own = Array(word.lowercased().unicodeScalars)
    let ownPlaces = Self.places(of: own[...])
    var table = EditTable()
    var best: (place: Int, distance: Int)?
    var start = 0
    for place in words.indices {
      let other = letters[start..<ends[place]]
      start = ends[place]
      effort -= 1
      let allowed = max(max(own.count, other.count) / 3, own.count >= 4 ? 2 : 1)
      let most = min(allowed, (best?.distance ?? .max) - 1)
      guard abs(own.count - other.count) <= most, (ownPlaces ^ places[place]).nonzeroBitCount <= 2 * most,
        words[place] != word
      else { continue }
      effort -= own.count * other.count / 16
      if effort < 0 { return nil }
      if let distance = table.distance(own, other, atMost: most) { best = (place, distance) }
    }
    return best.map { (words[$0.place], $0.distance) }
  }

  private static func places(of letters: ArraySlice<Unicode.Scalar>) -> UInt64 {
    letters.reduce(0) { $0 | 1 << UInt64($1.value & 63) }
  }
}

/// The last three rows of the table by which edits between two words are counted, kept from one pair to the next.
private struct EditTable {
  private var older: [Int] = []
  private var previous: [Int] = []
  private var current: [Int] = []

  /// Edits (insertion, deletion, substitution, swap of neighbours) from one word to another; nil for more than `most`.
  mutating func distance(_ a: [Unicode.Scalar], _ b: ArraySlice<Unicode.Scalar>, atMost most: Int) -> Int? {
    let start = b.startIndex
    previous.removeAll(keepingCapacity: true)
    previous += 0...b.count
    for i in a.indices {
      current.removeAll(keepingCapacity: true)
      current.append(i + 1)
      var least = i + 1
      for j in 0..<b.count {
        var cost = min(previous[j] + (a[i] == b[start + j] ? 0 : 1), previous[j + 1] + 1, current[j] + 1)
        if i > 0, j > 0, a[i] == b[start + j - 1], a[i - 1] == b[start + j] { cost = min(cost, older[j - 1] + 1) }
        current.append(cost)
        least = min(least, cost)
      }
      // No row has less than the one before it, nor has a swap, which goes on from the row before that.
      if least > most { return nil }
      (older, previous, current) = (previous, current, older)
    }
    return previous[b.count] <= most ? previous[b.count] : nil
  }
}
