package import PlanText

/// Who is accountable, responsible, consulted, informed.
package struct RACI: Sendable {
  /// Letters by role, in the order written; `AR` is both in one hand.
  package let letters: Table<Located<String>>

  /// The roles whose letters hold this one.
  package func roles(_ letter: Character) -> [Located<String>] {
    letters.entries.filter { $0.value.value.contains(letter) }.map(\.id)
  }
}

extension FieldType where Value == Located<RACI> {
  /// Roles to letters out of A, R, C, I.
  static var raci: Self {
    let allowed = ["A", "R", "AR", "RA", "C", "I"]
    let letters = FieldType<Located<String>>(.choice(allowed)) { node, decoder in
      guard let word = decoder.word(node, shape: .choice(allowed)) else { return nil }
      if allowed.contains(word.value) { return word }
      decoder.report(WrongType.choice(word.value, allowed: allowed, key: decoder.currentKey, at: word.range))
      return nil
    }
    let table = FieldType<Table<Located<String>>>.keyed(by: .role, letters)
    return FieldType(table.shape) { node, decoder in
      table.read(node, &decoder, nil).map { Located(RACI(letters: $0), at: decoder.range(node)) }
    }
  }
}
