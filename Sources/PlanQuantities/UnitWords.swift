/// Names of counted things that the tool knows in both languages.
enum UnitWords {
  /// A counted thing: its canonical name, which is its English singular, and how else it is written.
  struct Thing: Sendable {
    let name: String
    let plural: String
    let simplified: String
    let traditional: String
    let others: [String]

    init(_ name: String, _ plural: String, _ simplified: String, _ traditional: String, _ others: [String] = []) {
      self.name = name
      self.plural = plural
      self.simplified = simplified
      self.traditional = traditional
      self.others = others
    }

    func isCalled(_ word: String) -> Bool {
      name == word || plural == word || simplified == word || traditional == word || others.contains(word)
    }
  }

  static let things: [Thing] = [
    Thing("person", "people", "人", "人", ["persons", "名", "位", "head", "heads"]),
    Thing("customer", "customers", "客户", "客戶", ["顾客", "顧客"]),
    Thing("user", "users", "用户", "用戶"),
    Thing("member", "members", "会员", "會員"),
    Thing("order", "orders", "订单", "訂單"),
    Thing("store", "stores", "家门店", "家門店", ["门店", "門店", "shop", "shops"]),
    Thing("city", "cities", "个城市", "個城市", ["城市"]),
    Thing("click", "clicks", "次点击", "次點擊", ["点击", "點擊"]),
    Thing("impression", "impressions", "次曝光", "次曝光", ["曝光"]),
    Thing("visit", "visits", "次访问", "次訪問", ["访问", "訪問"]),
    Thing("event", "events", "场活动", "場活動", ["场", "場"]),
    Thing("lead", "leads", "条线索", "條線索", ["线索", "線索"]),
    Thing("time", "times", "次", "次"),
    Thing("item", "items", "件", "件"),
    Thing("piece", "pieces", "个", "個"),
    Thing("article", "articles", "篇", "篇"),
    Thing("company", "companies", "家", "家"),
  ]

  /// Every spelling of every known thing, to its canonical name.
  static let canonical: [String: String] = {
    // Room for all: a table that grows costs every start of the tool several times as much.
    var names = [String: String](minimumCapacity: things.count * 6)
    for thing in things {
      names[thing.name] = thing.name
      names[thing.plural] = thing.name
      names[thing.simplified] = thing.name
      names[thing.traditional] = thing.name
      for spelling in thing.others { names[spelling] = thing.name }
    }
    return names
  }()

  /// Each thing's place by its canonical name.
  static let index: [String: UInt8] = Dictionary(
    things.enumerated().map { ($0.element.name, UInt8($0.offset)) }, uniquingKeysWith: { first, _ in first })

  /// The place of `person`, which every plan counts.
  static let person: UInt8 = 0

  static let byName: [String: Thing] = Dictionary(things.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })

  /// The canonical name of a unit word that a dialect or the tool knows, or nil for a new word.
  static func known(_ word: String, _ dialect: Dialect) -> String? {
    if !dialect.units.isEmpty {
      if let name = dialect.units[word] ?? dialect.units[folded(word)] { return canonical[name] ?? folded(name) }
    }
    return canonical[word] ?? canonical[folded(word)]
  }

  /// A new word's canonical name: small letters unless it is an abbreviation, and singular.
  static func folded(_ word: String) -> String {
    let bytes = word.utf8
    guard let first = bytes.first, first < 0x80 else { return word }
    let capitals = bytes.count { 0x41...0x5A ~= $0 }
    if capitals >= 2 {
      let isPlural = bytes.count > 2 && bytes.last == UInt8(ascii: "s") && capitals == bytes.count - 1
      return isPlural ? String(word.dropLast()) : word
    }
    return singular(capitals == 0 ? word : word.lowercased())
  }

  private static func singular(_ word: String) -> String {
    guard word.utf8.count > 3, word.hasSuffix("s") else { return word }
    // What is left must be a word: none ends in a hyphen.
    for kept in ["ss", "us", "is", "news", "series", "-s", "_s"] where word.hasSuffix(kept) { return word }
    if word.utf8.count > 4, word.hasSuffix("ies") { return word.dropLast(3) + "y" }
    for sibilant in ["ches", "shes", "xes", "sses", "zes"] where word.hasSuffix(sibilant) {
      return String(word.dropLast(2))
    }
    return String(word.dropLast())
  }

  /// The known word that a new one is one edit away from; short words are too close to each other to tell.
  static func misspelt(_ word: String, _ dialect: Dialect) -> String? {
    let letters = Array(word.lowercased().unicodeScalars)
    guard letters.count >= 5, word.utf8.allSatisfy({ $0 < 0x80 }) else { return nil }
    var candidates = things.flatMap { [$0.name, $0.plural] } + TimeWord.longNames
    candidates += dialect.units.keys.sorted()
    for known in candidates where known.utf8.count >= 6 && known.utf8.first == word.lowercased().utf8.first {
      if isOneEdit(letters, Array(known.unicodeScalars)) { return known }
    }
    return nil
  }

  private static func isOneEdit(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Bool {
    guard abs(a.count - b.count) <= 1, a != b else { return false }
    let head = zip(a, b).prefix { $0 == $1 }.count
    let tail = min(zip(a.reversed(), b.reversed()).prefix { $0 == $1 }.count, min(a.count, b.count) - head)
    let (left, right) = (a.count - head - tail, b.count - head - tail)
    if left <= 1, right <= 1 { return true }
    return left == 2 && right == 2 && a[head] == b[head + 1] && a[head + 1] == b[head]
  }
}
