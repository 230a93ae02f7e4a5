/// Phrases that are looked for in many texts, all of them in one reading of each.
///
/// They lie in a tree by their letters. Where a text leaves the tree, reading goes on at the longest end of what was
/// read that begins a phrase (Aho and Corasick, 1975): no letter is read again for another phrase. Letters are Swift's
/// characters, and alike where these are.
struct PhraseSearch {
  private struct Node {
    var parent = 0
    var symbol = -1
    var depth = 0
    /// The phrase that ends here.
    var phrase: Int?
    /// The node of the longest end of what leads here that is in the tree too.
    var fallback = 0
    /// The nearest of these at which a phrase ends; 0 for none.
    var nextEnd = 0
  }

  private struct Step: Hashable {
    let node: Int
    let symbol: Int
  }

  private struct Letter {
    /// Its number among the letters of the phrases; -1 for one that is in none.
    let symbol: Int32
    let isOfWord: Bool
  }

  private var nodes = [Node()]
  private var steps: [Step: Int] = [:]
  /// The node that each letter leads to from the root; 0 for none.
  private var starts: [Int] = []
  private var symbols: [Character: Int] = [:]
  /// Letters of one scalar that were met.
  private var met: [Unicode.Scalar: Letter] = [:]

  /// - Parameter phrases: each once, and none of them empty.
  init(_ phrases: [String]) {
    for (place, phrase) in phrases.enumerated() { add(phrase, place) }
    starts = Array(repeating: 0, count: symbols.count)
    for (step, node) in steps where step.node == 0 { starts[step.symbol] = node }
    // What a node falls back to is nearer to the root.
    for place in nodes.indices.dropFirst().sorted(by: { nodes[$0].depth < nodes[$1].depth }) {
      let (parent, symbol) = (nodes[place].parent, nodes[place].symbol)
      let fallback = parent == 0 ? 0 : next(from: nodes[parent].fallback, by: symbol)
      nodes[place].fallback = fallback
      nodes[place].nextEnd = nodes[fallback].phrase == nil ? nodes[fallback].nextEnd : fallback
    }
  }

  private mutating func add(_ phrase: String, _ place: Int) {
    var node = 0
    for character in phrase {
      let symbol = symbols[character] ?? symbols.count
      symbols[character] = symbol
      let step = Step(node: node, symbol: symbol)
      if let known = steps[step] {
        node = known
      } else {
        nodes.append(Node(parent: node, symbol: symbol, depth: nodes[node].depth + 1))
        node = nodes.count - 1
        steps[step] = node
      }
    }
    nodes[node].phrase = place
  }

  private func next(from node: Int, by symbol: Int) -> Int {
    var node = node
    while node != 0 {
      if let next = steps[Step(node: node, symbol: symbol)] { return next }
      node = nodes[node].fallback
    }
    return starts[symbol]
  }

  /// Tells of every place of a text at which a phrase stands, in the order of their ends.
  ///
  /// - Parameter found: is told the phrase, by its place among all, its letters in the text, and whether it stands
  ///   there as a whole: not as a part of a word of an alphabet with word breaks.
  mutating func scan(_ text: String, _ found: (_ phrase: Int, _ letters: Range<Int>, _ isWhole: Bool) -> Void) {
    let letters = letters(of: text)
    func joins(_ place: Int) -> Bool {
      place > 0 && place < letters.count && letters[place - 1].isOfWord && letters[place].isOfWord
    }
    var node = 0
    for place in letters.indices {
      let symbol = Int(letters[place].symbol)
      node = symbol < 0 ? 0 : next(from: node, by: symbol)
      var end = nodes[node].phrase == nil ? nodes[node].nextEnd : node
      while end != 0 {
        let range = place + 1 - nodes[end].depth..<place + 1
        if let phrase = nodes[end].phrase { found(phrase, range, !joins(range.lowerBound) && !joins(range.upperBound)) }
        end = nodes[end].nextEnd
      }
    }
  }

  private mutating func letters(of text: String) -> [Letter] {
    guard text.unicodeScalars.allSatisfy(Self.standsAlone) else { return text.map(letter) }
    var letters: [Letter] = []
    for scalar in text.unicodeScalars {
      if let known = met[scalar] {
        letters.append(known)
      } else {
        let new = letter(Character(scalar))
        met[scalar] = new
        letters.append(new)
      }
    }
    return letters
  }

  private func letter(_ character: Character) -> Letter {
    Letter(symbol: Int32(symbols[character] ?? -1), isOfWord: character.isOfSpacedWord)
  }

  /// Whether a scalar is surely a character of its own, whatever stands beside it that is one as well.
  private static func standsAlone(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0D: false
    case 0..<0x300, 0x370..<0x482, 0x2010...0x2027, 0x3000..<0x302A, 0x3041...0x3096, 0x30A1...0x30FF, 0x4E00...0x9FFF,
      0xFF01...0xFF5E:
      true
    default: false
    }
  }
}

extension Character {
  /// Whether it is a letter or number of an alphabet with word breaks.
  var isOfSpacedWord: Bool {
    guard isLetter || isNumber, let scalar = unicodeScalars.first else { return false }
    return scalar.value < 0x2E80
  }
}
