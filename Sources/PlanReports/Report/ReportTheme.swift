package import PlanModel
import PlanText

/// What an organisation changes of a report: nothing, unless a theme says so.
package struct ReportTheme: Sendable {
  let light: [(name: String, colour: String)]
  let dark: [(name: String, colour: String)]
  let addressee: Text?
  let foot: Text?
  let sections: [Theme.Section]?
  /// The logo as a `data:` address.
  let logo: String?

  /// No theme.
  package static let none = ReportTheme()

  private init() {
    (light, dark, addressee, foot, sections, logo) = ([], [], nil, nil, nil, nil)
  }

  /// - Parameter logo: the logo's kind, such as `image/png`, and its bytes in base 64.
  package init(_ theme: Theme, logo: (kind: String, base64: String)?) {
    light = (theme.colours?.colours ?? []).map { ($0.name, $0.colour.value) }
    dark = (theme.dark?.colours ?? []).map { ($0.name, $0.colour.value) }
    addressee = theme.addressee
    foot = theme.foot
    sections = theme.sections.map { $0.map(\.value) }
    self.logo = logo.map { "data:\($0.kind);base64,\($0.base64)" }
  }

  /// The rules that set the theme's colours; names and colours were checked when they were read.
  var sheet: String {
    func rule(_ colours: [(name: String, colour: String)]) -> String {
      ":root{" + colours.map { "--\($0.name):\($0.colour)" }.joined(separator: ";") + "}"
    }
    var text = ""
    if !light.isEmpty { text += rule(light) + "\n" }
    if !dark.isEmpty { text += "@media screen and (prefers-color-scheme:dark){" + rule(dark) + "}\n" }
    return text
  }
}

/// How places in files become links, such as `https://host/blob/{rev}/{file}#L{line}`.
package struct LinkTemplate: Sendable {
  private let template: String
  private let revision: String

  /// Nil for what is no address of the web, or where it names a revision and none is given.
  package init?(_ template: String, revision: String?) {
    guard template.hasPrefix("https://") || template.hasPrefix("http://"), template.contains("{file}"),
      !template.contains("{rev}") || revision != nil
    else { return nil }
    self.template = template
    self.revision = revision ?? ""
  }

  /// The address of a line of a file.
  func link(_ file: String, _ line: Int) -> String {
    let address = template.replacing("{rev}", with: Self.escaped(revision))
      .replacing("{file}", with: Self.escaped(file)).replacing("{line}", with: String(line))
    // What no address holds as it is: blanks, controls, signs that end it in one notation or another, other scripts.
    return address.utf8.reduce(into: "") { result, byte in
      let isSign = 0x21..<0x7F ~= byte && !"\"<>\\^`{|}".utf8.contains(byte)
      result += isSign ? String(Unicode.Scalar(byte)) : Self.percent(byte)
    }
  }

  /// A path in an address: all but letters, digits and a few signs as their bytes (RFC 3986, section 2).
  private static func escaped(_ text: String) -> String {
    var result = ""
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
        UInt8(ascii: "~"), UInt8(ascii: "/"):
        result.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        result += percent(byte)
      }
    }
    return result
  }

  private static func percent(_ byte: UInt8) -> String {
    (byte < 16 ? "%0" : "%") + String(byte, radix: 16, uppercase: true)
  }
}

/// What the user asks of the report besides its language.
package struct Presentation: Sendable {
  package var theme = ReportTheme.none
  package var links: LinkTemplate?
  /// The revision the plan was read at, as the user names it.
  package var revision: String?

  package init(theme: ReportTheme = .none, links: LinkTemplate? = nil, revision: String? = nil) {
    self.theme = theme
    self.links = links
    self.revision = revision
  }
}
