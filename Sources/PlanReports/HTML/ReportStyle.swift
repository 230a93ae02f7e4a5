import PlanText

/// The page's style: the sheet beside this file, and the paper that needs the plan's words at its edges.
enum ReportStyle {
  /// The whole style sheet for one report.
  static func sheet(_ report: Report) -> String {
    rules + paper(report) + report.themeSheet
  }

  /// The sheet without its remarks and indents, which no reader needs.
  private static let rules =
    PackageResources.report_css.split(separator: UInt8(ascii: "\n"))
    .map { $0.drop { $0 == UInt8(ascii: " ") } }.filter { !$0.starts(with: "/*".utf8) }
    .reduce(into: "") { $0 += String(decoding: $1, as: UTF8.self) + "\n" }

  /// Sheets of paper: title and verdict above, plan and day below, the number of the page. Its size is the printer's.
  private static func paper(_ report: Report) -> String {
    let running = oneLine(report.title) + " · " + report.verdict.word.text(in: report.language)
    let pages =
      switch report.language {
      case .english: #""Page " counter(page) " of " counter(pages)"#
      case .simplified: #""第 " counter(page) " 页，共 " counter(pages) " 页""#
      case .traditional: #""第 " counter(page) " 頁，共 " counter(pages) " 頁""#
      }
    let face = #"font:8pt "Segoe UI",Arial,"PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif;color:#5E6C78"#
    return """
      @page{margin:15mm 15mm 17mm;
      @bottom-left{content:\(quoted(report.stamp));\(face)}
      @bottom-right{content:\(pages);\(face)}
      @top-left{content:\(quoted(running));\(face)}}
      @page:first{margin-top:10mm;margin-bottom:15mm;@top-left{content:""}}

      """
  }

  /// A text as a CSS string. Whatever could end the string or the style is written as its number.
  private static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in oneLine(text).unicodeScalars {
      switch scalar {
      case "\"", "\\", "<", ">", "&", "{", "}", "\n": result += "\\" + String(scalar.value, radix: 16) + " "
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
