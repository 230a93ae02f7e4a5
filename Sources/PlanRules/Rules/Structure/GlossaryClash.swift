import PlanModel
package import PlanText

/// The glossary has one term with two meanings, one meaning under two terms, or a text says what it should not.
///
/// - zh-Hans: 术语表中一词两义、一义两词，或正文用了不应使用的说法
/// - zh-Hant: 術語表中一詞兩義、一義兩詞，或內文用了不應使用的說法
///
/// ## Why it matters
/// Two departments that read one acronym in two ways agree to two plans.
///
/// ## How to mend
/// Give each meaning a term of its own and each term one meaning; in the text, write the term instead of a word under
/// its `avoid`. Words are compared as they are, save for width and case of letters; nothing is guessed.
///
/// ## Bad
/// ```yaml
/// glossary:
///   triangle: {term: 铁三角, meaning: 数字营销中心、体验管理部与整合策略组的协作}
///   triangle-squad: {term: 铁三角, meaning: 由营销、设计、数据三种岗位组成的小组}
/// ```
///
/// ## Mended
/// ```yaml
/// glossary:
///   triangle: {term: 铁三角, meaning: 数字营销中心、体验管理部与整合策略组的协作}
///   triangle-squad: {term: 三岗小组, meaning: 由营销、设计、数据三种岗位组成的小组}
/// ```
package struct GlossaryClash: Rule {
  package static let code = "S022"
  package static let severity = Severity.advice

  package init() {}

  package func check(_ context: RuleContext) {
    guard let glossary = context.plan.glossary else { return }
    let first = context.plan.languages?.first?.value ?? "en"
    let words = glossary.entries.map { Words($0, firstLanguage: first) }
    var (terms, meanings) = (Index(), Index())
    for (place, word) in words.enumerated() {
      if let other = terms.places(of: word.term).first(where: { words[$0].meaning.parts(from: word.meaning) }) {
        context.report(twoMeanings(word, words[other]))
      }
      let alike = meanings.places(of: word.meaning)
      if let other = alike.first(where: { !words[$0].term.meets(word.term) }),
        words[other].term.parts(from: word.term)
      {
        context.report(twoTerms(word, words[other]))
      }
      terms.add(word.term, place) { words[$0].meaning.byLanguage.elementsEqual(word.meaning.byLanguage, by: ==) }
      meanings.add(word.meaning, place) { words[$0].term.byLanguage.elementsEqual(word.term.byLanguage, by: ==) }
    }
    checkTexts(words, context)
  }

  // MARK: Terms and meanings

  /// A text by language, folded for comparison.
  private struct Wordings {
    let byLanguage: [(tag: String, text: String)]

    init(_ text: Text?, or id: String, _ first: String) {
      let wordings = text?.wordings ?? [("", id)]
      byLanguage = wordings.map { ($0.tag.isEmpty ? first : $0.tag, folded($0.text)) }.filter { !$0.text.isEmpty }
    }

    /// Whether both say the same in one language.
    func meets(_ other: Wordings) -> Bool { pairs(other).contains { $0 == $1 } }
    /// Whether they have a language in common, and say the same in none.
    func parts(from other: Wordings) -> Bool { !pairs(other).isEmpty && !meets(other) }

    private func pairs(_ other: Wordings) -> [(String, String)] {
      byLanguage.flatMap { own in other.byLanguage.filter { $0.tag == own.tag }.map { (own.text, $0.text) } }
    }
  }

  /// The places of words by what they say in each language.
  private struct Index {
    private struct Key: Hashable {
      let tag: String
      let text: String
    }
    private var places: [Key: [Int]] = [:]

    /// The places of what says the same in a language, the first ones first.
    func places(of wordings: Wordings) -> [Int] {
      let found = wordings.byLanguage.compactMap { places[Key(tag: $0.tag, text: $0.text)] }
      return found.count == 1 ? found[0] : Set(found.joined()).sorted()
    }

    /// Enters a place, unless one that says the same is like it in the rest too: it would be found in its stead.
    mutating func add(_ wordings: Wordings, _ place: Int, unless isLike: (Int) -> Bool) {
      for (tag, text) in wordings.byLanguage {
        let key = Key(tag: tag, text: text)
        if places[key]?.contains(where: isLike) != true { places[key, default: []].append(place) }
      }
    }
  }

  private struct Words {
    let id: Located<String>
    let shown: String
    let range: SourceRange
    let term: Wordings
    let meaning: Wordings
    let avoid: [Located<String>]
    /// The whole entry, whose own texts are not judged.
    let place: SourceRange

    init(_ entry: Table<Term>.Entry, firstLanguage: String) {
      id = entry.id
      let text = entry.value.term
      shown = text?.wordings.first?.text ?? entry.id.value
      range = text?.range ?? entry.id.range
      term = Wordings(text, or: entry.id.value, firstLanguage)
      meaning = Wordings(entry.value.meaning, or: "", firstLanguage)
      avoid = entry.value.avoid ?? []
      place = entry.value.common.range
    }
  }

  private func twoMeanings(_ word: Words, _ other: Words) -> Diagnostic {
    let (first, second) = (other.id.value, word.id.value)
    return Diagnostic(
      Self.self, at: word.range,
      Message(
        en: "the term \(word.shown) has two meanings, under \(first) and under \(second)",
        hans: "术语“\(word.shown)”有两种含义，分别见 \(first) 与 \(second)", hant: "術語「\(word.shown)」有兩種含義，分別見 \(first) 與 \(second)"
      ),
      labels: [.init(other.range, Message(en: "the other meaning", hans: "另一含义", hant: "另一含義"))],
      help: Message(
        en: "give one of the two another term, or let both say the same", hans: "请为其中之一另取术语，或统一含义",
        hant: "請為其中之一另取術語，或統一含義"))
  }

  private func twoTerms(_ word: Words, _ other: Words) -> Diagnostic {
    Diagnostic(
      Self.self, at: word.range,
      Message(
        en: "\(word.shown) and \(other.shown) mean the same", hans: "“\(word.shown)”与“\(other.shown)”含义相同",
        hant: "「\(word.shown)」與「\(other.shown)」含義相同"),
      labels: [.init(other.range, Message(en: "the other term", hans: "另一术语", hant: "另一術語"))],
      help: Message(
        en: "keep one of the two, with the other under its `avoid`; or say how they differ",
        hans: "请保留其一，另一个写入 `avoid`；或写明区别", hant: "請保留其一，另一個寫入 `avoid`；或寫明區別"))
  }

  // MARK: Words to avoid

  private func checkTexts(_ words: [Words], _ context: RuleContext) {
    let avoided = words.flatMap { word in word.avoid.map { (word: word, avoid: $0, text: folded($0.value)) } }
      .filter { !$0.text.isEmpty }
    guard !avoided.isEmpty else { return }
    var search = AvoidedWords(avoided.map(\.text), terms: words.flatMap { $0.term.byLanguage.map(\.text) })
    let glossaries = Dictionary(grouping: words.map(\.place), by: \.file).mapValues {
      $0.sorted { $0.start < $1.start }
    }
    for text in context.resolved.texts.map(\.text) where !isInside(glossaries[text.range.file] ?? [], text.range) {
      for place in search.said(in: text.wordings.map { folded($0.text) }) {
        let (word, avoid) = (avoided[place].word, avoided[place].avoid)
        context.report(
          Diagnostic(
            Self.self, at: text.range,
            Message(
              en: "the text says \(avoid.value), for which the glossary has \(word.shown)",
              hans: "文中写“\(avoid.value)”，而术语表规定用“\(word.shown)”", hant: "文中寫「\(avoid.value)」，而術語表規定用「\(word.shown)」"),
            labels: [.init(avoid.range, Message(en: "to be avoided", hans: "不应使用", hant: "不應使用"))],
            help: Message(
              en: "write \(word.shown) instead", hans: "请改写为“\(word.shown)”", hant: "請改寫為「\(word.shown)」")))
      }
    }
  }

  /// Whether a text lies in one of the glossary's entries, which stand in the order of the file.
  private func isInside(_ entries: [SourceRange], _ text: SourceRange) -> Bool {
    let after = entries.firstPlace { $0.start > text.start }
    return after > 0 && text.end <= entries[after - 1].end
  }
}

/// The words of a glossary that are to be avoided, looked for in every text of a plan.
private struct AvoidedWords {
  /// The words, each once.
  private var words: [String] = []
  /// Where, among all that were given, each of them stands.
  private var places: [[Int]] = []
  private var search = PhraseSearch([])
  /// Terms that hold a word to be avoided, which may be said as a part of them; with the words each holds.
  private var longer: [(term: String, words: [Int])] = []
  private var longerSearch = PhraseSearch([])

  init(_ all: [String], terms: [String]) {
    var numbers: [String: Int] = [:]
    for (place, word) in all.enumerated() {
      if let number = numbers[word] {
        places[number].append(place)
      } else {
        numbers[word] = words.count
        words.append(word)
        places.append([place])
      }
    }
    search = PhraseSearch(words)
    var known: Set<String> = []
    for term in terms where known.insert(term).inserted {
      var held: Set<Int> = []
      search.scan(term) { word, _, _ in held.insert(word) }
      if let own = numbers[term] { held.remove(own) }
      if !held.isEmpty { longer.append((term, Array(held))) }
    }
    longerSearch = PhraseSearch(longer.map(\.term))
  }

  /// The places, among all that were given, of the words that a text says in one of its wordings.
  mutating func said(in wordings: [String]) -> [Int] {
    var said: Set<Int> = []
    for wording in wordings {
      // Of places of one word that overlap, the first counts.
      var ends: [Int: Int] = [:]
      var whole: Set<Int> = []
      search.scan(wording) { word, letters, isWhole in
        guard letters.lowerBound >= ends[word, default: 0] else { return }
        ends[word] = letters.upperBound
        if isWhole { whole.insert(word) }
      }
      if ends.isEmpty { continue }
      let terms = longerTerms(in: wording)
      for word in ends.keys where !said.contains(word) {
        let isSaid = terms[word].map { says(wording, words[word], butNotIn: $0) } ?? whole.contains(word)
        if isSaid { said.insert(word) }
      }
    }
    return said.flatMap { places[$0] }.sorted()
  }

  /// The longer terms that a text says, in the order of the glossary, by each of the words they hold.
  private mutating func longerTerms(in text: String) -> [Int: [String]] {
    if longer.isEmpty { return [:] }
    var said: Set<Int> = []
    longerSearch.scan(text) { term, _, _ in said.insert(term) }
    var found: [Int: [String]] = [:]
    for place in said.sorted() {
      for word in longer[place].words { found[word, default: []].append(longer[place].term) }
    }
    return found
  }

  /// Whether a text says a word: a Latin word as a whole, and not as a part of one of the longer terms.
  private func says(_ text: String, _ word: String, butNotIn longer: [String]) -> Bool {
    var rest = text
    for term in longer { rest = rest.replacing(term, with: "\u{0}") }
    return rest.ranges(of: word).contains { range in
      let before = range.lowerBound == rest.startIndex ? nil : rest[rest.index(before: range.lowerBound)]
      let after = range.upperBound == rest.endIndex ? nil : rest[range.upperBound]
      return !joins(before, rest[range].first) && !joins(rest[range].last, after)
    }
  }

  /// Whether two neighbours belong to one word of an alphabet with word breaks.
  private func joins(_ a: Character?, _ b: Character?) -> Bool {
    guard let a, let b else { return false }
    return a.isOfSpacedWord && b.isOfSpacedWord
  }
}

/// A text with letters in small and full-width forms in plain, without blanks at its ends.
private func folded(_ text: String) -> String {
  let scalars = text.unicodeScalars.map { scalar -> Unicode.Scalar in
    switch scalar.value {
    case 0xFF01...0xFF5E: Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
    case 0x3000, 0xA0: " "
    default: scalar
    }
  }
  var plain = String.UnicodeScalarView()
  plain.append(contentsOf: scalars)
  let lower = String(plain).lowercased()
  var trimmed = lower.drop(while: \.isWhitespace)
  while let last = trimmed.last, last.isWhitespace { trimmed.removeLast() }
  return String(trimmed)
}
