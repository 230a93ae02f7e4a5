/// Codes, signs and words for money.
enum CurrencyWords {
  /// What a sign or word means: one currency, or several of which the plan's own decides.
  enum Meaning {
    case code(String)
    case oneOf([String])
  }

  private static let words: [(StaticString, Meaning)] = [
    ("元", .oneOf(["CNY", "TWD", "HKD"])), ("¥", .oneOf(["CNY", "JPY"])),
    ("$", .oneOf(["USD", "HKD", "TWD", "SGD", "AUD", "CAD", "NZD", "MXN"])),
    ("€", .code("EUR")), ("£", .code("GBP")), ("₩", .code("KRW")), ("₹", .code("INR")), ("฿", .code("THB")),
    ("₫", .code("VND")), ("₽", .code("RUB")), ("US$", .code("USD")), ("HK$", .code("HKD")), ("NT$", .code("TWD")),
    ("S$", .code("SGD")), ("A$", .code("AUD")), ("C$", .code("CAD")), ("RMB", .code("CNY")),
    ("人民币", .code("CNY")), ("人民幣", .code("CNY")), ("元人民币", .code("CNY")), ("元人民幣", .code("CNY")),
    ("美元", .code("USD")), ("美金", .code("USD")), ("港元", .code("HKD")), ("港币", .code("HKD")),
    ("港幣", .code("HKD")), ("新台币", .code("TWD")), ("新臺幣", .code("TWD")), ("新台幣", .code("TWD")),
    ("台币", .code("TWD")), ("臺幣", .code("TWD")), ("台幣", .code("TWD")), ("元新臺幣", .code("TWD")),
    ("日元", .code("JPY")), ("日圆", .code("JPY")), ("日圓", .code("JPY")), ("円", .code("JPY")),
    ("欧元", .code("EUR")), ("歐元", .code("EUR")), ("英镑", .code("GBP")), ("英鎊", .code("GBP")),
    ("新加坡元", .code("SGD")), ("新元", .code("SGD")), ("新幣", .code("SGD")), ("澳元", .code("AUD")),
    ("澳幣", .code("AUD")), ("加元", .code("CAD")), ("加幣", .code("CAD")), ("韩元", .code("KRW")),
    ("韓元", .code("KRW")), ("韓圓", .code("KRW")), ("yuan", .code("CNY")), ("euro", .code("EUR")),
    ("euros", .code("EUR")), ("yen", .code("JPY")),
    ("dollars", .oneOf(["USD", "HKD", "TWD", "SGD", "AUD", "CAD", "NZD"])),
  ]

  /// What a whole word after a number means.
  static func meaning(_ word: UnsafeBufferPointer<UInt8>, _ dialect: Dialect) -> Meaning? {
    if word.equals("元") { return words[0].1 }
    if isCode(word) { return .code(String(decoding: word, as: UTF8.self)) }
    if !dialect.currencyWords.isEmpty, let code = dialect.currencyWords[String(decoding: word, as: UTF8.self)] {
      return .code(code)
    }
    guard word.count <= 12 else { return nil }
    for (name, meaning) in words where word.equals(name) { return meaning }
    return nil
  }

  /// What a sign or word that begins at a place means, and its length in bytes; the longest that fits.
  static func leading(
    _ bytes: UnsafeBufferPointer<UInt8>, at start: Int, _ dialect: Dialect
  ) -> (meaning: Meaning, length: Int)? {
    var best: (meaning: Meaning, length: Int)?
    for (name, meaning) in words where name.utf8CodeUnitCount > best?.length ?? 0 && bytes.has(name, at: start) {
      best = (meaning, name.utf8CodeUnitCount)
    }
    if !dialect.currencyWords.isEmpty {
      for (name, code) in dialect.currencyWords where name.utf8.count > best?.length ?? 0 {
        let end = start + name.utf8.count
        if end <= bytes.count, bytes[start..<end].elementsEqual(name.utf8) { best = (.code(code), name.utf8.count) }
      }
    }
    if best == nil, start + 3 <= bytes.count {
      let code = UnsafeBufferPointer(rebasing: bytes[start..<start + 3])
      if isCode(code) { return (.code(String(decoding: code, as: UTF8.self)), 3) }
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
