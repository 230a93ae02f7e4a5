/// The known word that a misspelt one most likely stands for.
///
/// Distance counts insertions, deletions, substitutions and swaps of neighbours; a word further away than a third of
/// its length (at least one edit, two from four letters on) is no suggestion. Ties go to the earlier candidate.
package func didYouMean(_ word: String, among candidates: some Sequence<String>) -> String? {
  let letters = Array(word.lowercased().unicodeScalars)
  var best: (word: String, distance: Int)?
  for candidate in candidates where candidate != word {
    let other = Array(candidate.lowercased().unicodeScalars)
    let allowed = max(max(letters.count, other.count) / 3, letters.count >= 4 ? 2 : 1)
    guard abs(letters.count - other.count) <= allowed else { continue }
    let distance = editDistance(letters, other)
    if distance <= allowed, distance < best?.distance ?? Int.max { best = (candidate, distance) }
  }
  return best?.word
}

/// Edits (insertion, deletion, substitution, swap of neighbours) from one word to another.
private func editDistance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
  var older: [Int] = []
  var previous = Array(0...b.count)
  for i in 0..<a.count {
    var current = [i + 1]
    for j in 0..<b.count {
      var cost = min(previous[j] + (a[i] == b[j] ? 0 : 1), previous[j + 1] + 1, current[j] + 1)
      if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { cost = min(cost, older[j - 1] + 1) }
      current.append(cost)
    }
    older = previous
    previous = current
  }
  return previous[b.count]
}
