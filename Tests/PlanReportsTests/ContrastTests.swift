import Testing

@testable import PlanReports

/// The page's colours are told apart by everyone: text by 4.5 to 1, marks by 3 to 1, light and dark (WCAG 2.2, 1.4.3 and
/// 1.4.11).
@Suite struct ContrastTests {
  /// The colours of the light theme, then those of the dark one.
  static var themes: [[String: (Int, Int, Int)]] {
    let css = String(decoding: PackageResources.report_css, as: UTF8.self)
    return css.matches(of: /:root\{([^}]*)\}/).prefix(2).map { match in
      var colours: [String: (Int, Int, Int)] = [:]
      for part in match.1.split(separator: ";") {
        let pair = part.split(separator: ":")
        guard pair.count == 2, pair[1].hasPrefix("#") else { continue }
        var digits = pair[1].dropFirst().map { $0 }
        if digits.count == 3 { digits = digits.flatMap { [$0, $0] } }
        let bytes = (0..<3).map { Int(String(digits[($0 * 2)..<($0 * 2 + 2)]), radix: 16) ?? 0 }
        colours[String(pair[0].dropFirst(2))] = (bytes[0], bytes[1], bytes[2])
      }
      return colours
    }
  }

  @Test(arguments: [0, 1]) func textIsReadable(theme: Int) throws {
    let colours = Self.themes[theme]
    let dark = Self.themes[0].merging(colours) { $1 }
    for text in ["ink", "ink2", "ink3", "accent", "bad", "warn", "good"] {
      for paper in ["paper", "wash"] {
        let ratio = try contrast(#require(dark[text]), #require(dark[paper]))
        #expect(ratio >= 4.5, "\(text) on \(paper): \(ratio)")
      }
    }
    for (text, fill) in [("on1", "s1"), ("on2", "s2"), ("on3", "s3"), ("on4", "s4")] {
      let ratio = try contrast(#require(dark[text]), #require(dark[fill]))
      #expect(ratio >= 4.5, "\(text) on \(fill): \(ratio)")
    }
  }

  @Test(arguments: [0, 1]) func marksAreVisible(theme: Int) throws {
    let colours = Self.themes[0].merging(Self.themes[theme]) { $1 }
    for mark in ["s1", "s2", "axis", "neg", "bad", "warn", "good", "accent"] {
      let ratio = try contrast(#require(colours[mark]), #require(colours["paper"]))
      #expect(ratio >= 3, "\(mark): \(ratio)")
    }
  }

  private func contrast(_ a: (Int, Int, Int), _ b: (Int, Int, Int)) -> Double {
    func light(_ colour: (Int, Int, Int)) -> Double {
      func part(_ byte: Int) -> Double {
        let value = Double(byte) / 255
        return value <= 0.04045 ? value / 12.92 : power((value + 0.055) / 1.055, 2.4)
      }
      return 0.2126 * part(colour.0) + 0.7152 * part(colour.1) + 0.0722 * part(colour.2)
    }
    let (x, y) = (light(a), light(b))
    return (max(x, y) + 0.05) / (min(x, y) + 0.05)
  }

  /// A power by halving the exponent: exact enough for a ratio, without a mathematics library.
  private func power(_ base: Double, _ exponent: Double) -> Double {
    var (result, rest, root, step) = (1.0, exponent, base, 1.0)
    while rest >= 1 {
      result *= base
      rest -= 1
    }
    for _ in 0..<40 {
      step /= 2
      root = root.squareRoot()
      if rest >= step {
        result *= root
        rest -= step
      }
    }
    return result
  }
}
