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
    let letters = FieldType<Located<String>>(.word) { node, decoder in
      guard let word = decoder.word(node, shape: .word) else { return nil }
      if word.value.allSatisfy({ "ARCI".contains($0) }) { return word }
      decoder.report(
        WrongType.choice(word.value, allowed: ["A", "R", "AR", "C", "I"], key: decoder.currentKey, at: word.range))
      return nil
    }
    let table = FieldType<Table<Located<String>>>.keyed(by: .role, letters)
    return FieldType(table.shape) { node, decoder in
      table.read(node, &decoder, nil).map { Located(RACI(letters: $0), at: decoder.range(node)) }
    }
  }
}
