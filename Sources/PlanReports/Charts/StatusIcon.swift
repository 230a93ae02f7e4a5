/// The six signs of a state, told apart by silhouette; hidden from readers who hear the page, since a word stands beside.
package enum StatusIcon: Sendable, CaseIterable {
  /// An error: a filled octagon with a cross.
  case bad
  /// A warning: a filled triangle.
  case warn
  /// Met: a filled disc with a tick.
  case good
  /// Nobody can tell: a dashed circle with a question mark.
  case unknown
  /// Advice: an open square.
  case advice
  /// Partly: half a disc.
  case half

  /// The class by which the page's style colours it, and the word beside it.
  package var cssClass: String {
    switch self {
    case .bad: "bad"
    case .warn: "warn"
    case .good: "good"
    case .unknown: "unk"
    case .advice: "info"
    case .half: "half"
    }
  }

  /// The icon as markup: a use of the drawing that the page holds once.
  package var html: String {
    "<svg class=\"ic \(cssClass)\" aria-hidden=\"true\"><use href=\"#i-\(cssClass)\"/></svg>"
  }

  /// The drawings of all icons, for the page to hold once.
  static var symbols: String {
    var svg = HTMLWriter()
    for icon in allCases {
      svg.raw("<symbol id=\"i-")
      svg.write(icon.cssClass)
      svg.raw("\" viewBox=\"0 0 16 16\">")
      svg.raw(icon.shapes)
      svg.raw("</symbol>")
    }
    return svg.text
  }

  private var shapes: StaticString {
    switch self {
    case .bad:
      """
      <path d="M4.7 1h6.6L15 4.7v6.6L11.3 15H4.7L1 11.3V4.7z" fill="currentColor"/>\
      <path d="M5.3 5.3l5.4 5.4M10.7 5.3l-5.4 5.4" stroke="var(--paper)" stroke-width="1.8" stroke-linecap="round"/>
      """
    case .warn:
      """
      <path d="M8 1.2L15.6 14.6H.4z" fill="currentColor"/>\
      <path d="M8 6v4" stroke="var(--paper)" stroke-width="1.8" stroke-linecap="round"/>\
      <circle cx="8" cy="12.3" r="1.05" fill="var(--paper)"/>
      """
    case .good:
      """
      <circle cx="8" cy="8" r="7" fill="currentColor"/>\
      <path d="M4.7 8.2l2.3 2.4 4.4-5" fill="none" stroke="var(--paper)" stroke-width="1.8" \
      stroke-linecap="round" stroke-linejoin="round"/>
      """
    case .unknown:
      """
      <circle cx="8" cy="8" r="6.2" fill="none" stroke="currentColor" stroke-width="1.6" stroke-dasharray="2.6 1.9"/>\
      <path d="M6.3 6.4a1.8 1.8 0 1 1 2.5 1.6c-.6.3-.8.6-.8 1.2" fill="none" stroke="currentColor" \
      stroke-width="1.4" stroke-linecap="round"/><circle cx="8" cy="11.3" r=".9" fill="currentColor"/>
      """
    case .advice:
      """
      <rect x="1.2" y="1.2" width="13.6" height="13.6" rx="2" fill="none" stroke="currentColor" stroke-width="1.6"/>\
      <path d="M8 7.2v4" stroke="currentColor" stroke-width="1.7" stroke-linecap="round"/>\
      <circle cx="8" cy="4.8" r="1" fill="currentColor"/>
      """
    case .half:
      """
      <circle cx="8" cy="8" r="6.3" fill="none" stroke="currentColor" stroke-width="1.5"/>\
      <path d="M8 1.7a6.3 6.3 0 0 0 0 12.6z" fill="currentColor"/>
      """
    }
  }
}
