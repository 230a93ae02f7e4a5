/// Codes, signs and words for money.
enum CurrencyWords {
  /// What a sign or word means: one currency, or several of which the plan's own decides.
  enum Meaning {
    case code(String)
    case oneOf([String])
  }

  /// A sign or word and its code; a code of one letter names a family of which the plan's own currency decides.
  private static let words: [(StaticString, StaticString)] = [
    ("元", "元"), ("¥", "¥"), ("$", "$"), ("€", "EUR"), ("£", "GBP"), ("₩", "KRW"), ("₹", "INR"), ("฿", "THB"),
    ("₫", "VND"), ("₽", "RUB"), ("US$", "USD"), ("HK$", "HKD"), ("NT$", "TWD"), ("S$", "SGD"), ("A$", "AUD"),
    ("C$", "CAD"), ("RMB", "CNY"), ("人民币", "CNY"), ("人民幣", "CNY"), ("元人民币", "CNY"), ("元人民幣", "CNY"),
    ("美元", "USD"), ("美金", "USD"), ("港元", "HKD"), ("港币", "HKD"), ("港幣", "HKD"), ("新台币", "TWD"),
    ("新臺幣", "TWD"), ("新台幣", "TWD"), ("台币", "TWD"), ("臺幣", "TWD"), ("台幣", "TWD"), ("元新臺幣", "TWD"),
    ("日元", "JPY"), ("日圆", "JPY"), ("日圓", "JPY"), ("円", "JPY"), ("欧元", "EUR"), ("歐元", "EUR"), ("英镑", "GBP"),
    ("英鎊", "GBP"), ("新加坡元", "SGD"), ("新元", "SGD"), ("新幣", "SGD"), ("澳元", "AUD"), ("澳幣", "AUD"),
    ("加元", "CAD"), ("加幣", "CAD"), ("韩元", "KRW"), ("韓元", "KRW"), ("韓圓", "KRW"), ("yuan", "CNY"),
    ("euro", "EUR"), ("euros", "EUR"), ("yen", "JPY"), ("dollars", "$"),
  ]

  /// The currencies that 元, ¥ and $ may stand for, the likeliest first.
  private static func meaning(_ code: StaticString) -> Meaning {
    switch code.utf8CodeUnitCount == 3 ? code.utf8Start[0] : 0 {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): return .code(code.description)
    case 0xE5: return .oneOf(["CNY", "TWD", "HKD"])
    default: break
    }
    if code.utf8CodeUnitCount == 2 { return .oneOf(["CNY", "JPY"]) }
    return .oneOf(["USD", "HKD", "TWD", "SGD", "AUD", "CAD", "NZD", "MXN"])
  }

  /// What a whole word after a number means.
  static func meaning(_ word: UnsafeBufferPointer<UInt8>, _ dialect: Dialect) -> Meaning? {
    if isCode(word) { return .code(String(decoding: word, as: UTF8.self)) }
    if !dialect.currencyWords.isEmpty, let code = dialect.currencyWords[String(decoding: word, as: UTF8.self)] {
      return .code(code)
    }
    guard word.count <= 12 else { return nil }
    guard let first = word.first else { return nil }
    for (name, code) in words where name.utf8Start[0] == first && word.equals(name) { return meaning(code) }
    return nil
  }

  /// What a sign or word that begins at a place means, and its length in bytes; the longest that fits.
  static func leading(
    _ bytes: UnsafeBufferPointer<UInt8>, at start: Int, _ dialect: Dialect
  ) -> (meaning: Meaning, length: Int)? {
    var best: (meaning: Meaning, length: Int)?
    if start + 3 <= bytes.count {
      let code = UnsafeBufferPointer(rebasing: bytes[start..<start + 3])
      if isCode(code) { best = (.code(String(decoding: code, as: UTF8.self)), 3) }
    }
    if best == nil, start < bytes.count {
      var length = 0
      for (name, code) in words where name.utf8Start[0] == bytes[start] && name.utf8CodeUnitCount > length {
        guard bytes.has(name, at: start) else { continue }
        length = name.utf8CodeUnitCount
        best = (meaning(code), length)
      }
    }
    // The policy's own reading of a sign goes before the built-in one.
    for (name, code) in dialect.currencyWords where name.utf8.count >= best?.length ?? 1 {
      let end = start + name.utf8.count
      if end <= bytes.count, bytes[start..<end].elementsEqual(name.utf8) { best = (.code(code), name.utf8.count) }
    }
    return best
  }

  /// Whether three bytes are the code of a currency in use (ISO 4217, funds and metals left out).
  static func isCode(_ word: UnsafeBufferPointer<UInt8>) -> Bool {
    guard word.count == 3, let place = cell(word[0], word[1], word[2]) else { return false }
    if word.equals("CNY") || word.equals("USD") { return true }
    return codes[place >> 6] & 1 << UInt64(place & 63) != 0
  }

  private static func cell(_ a: UInt8, _ b: UInt8, _ c: UInt8) -> Int? {
    guard 0x41...0x5A ~= a, 0x41...0x5A ~= b, 0x41...0x5A ~= c else { return nil }
    return (Int(a) - 0x41) * 676 + (Int(b) - 0x41) * 26 + Int(c) - 0x41
  }

  /// One bit for each of the 26³ possible codes.
  private static let codes: [UInt64] = {
    var bits = [UInt64](repeating: 0, count: 26 * 26 * 26 / 64 + 1)
    for code in list.split(separator: " ") {
      let letters = Array(code.utf8)
      if let place = cell(letters[0], letters[1], letters[2]) { bits[place >> 6] |= 1 << UInt64(place & 63) }
    }
    return bits
  }()

  private static let list = """
    AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF \
    CLP CNH CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL \
    HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL \
    MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON \
    RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH \
    UGX USD UYU UZS VED VES VND VUV WST XAF XCD XOF XPF YER ZAR ZMW ZWG
    """
}
