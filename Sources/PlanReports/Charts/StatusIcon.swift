/// The six signs of a state, told apart by silhouette; hidden from readers who hear the page, since a word stands beside.
package enum StatusIcon: String, Sendable, CaseIterable {
  case bad, warn, good
  /// Nobody can tell.
  case unknown = "unk"
  /// Advice.
  case advice = "info"
  /// Partly.
  case half

  /// The icon as markup.
  package var html: String { "" }
}
