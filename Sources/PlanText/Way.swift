/// Names one after the other, as a message writes how the first leads to the last: `a` → `b` → `c`. Of a way that nobody
/// follows to its end, the first and the last steps.
///
/// - Parameter isQuoted: whether each name stands in backticks, as ids in messages do.
package func way(_ names: [String], isQuoted: Bool = true) -> String {
  var steps = names.map { isQuoted ? "`\($0)`" : $0 }
  if steps.count > 2 * stepsShown { steps.replaceSubrange(stepsShown..<steps.count - stepsShown, with: ["…"]) }
  return steps.joined(separator: " → ")
}

/// How many steps are shown at either end of a long way.
private let stepsShown = 10
