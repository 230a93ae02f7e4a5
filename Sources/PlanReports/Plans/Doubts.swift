import PlanAnalysis
import PlanRules
import PlanText

/// Which figures an error bears on: those that stand where it points, on either side of a contradiction, and those
/// computed from them.
///
/// A claim that does not hold puts itself in doubt, not the figures it was compared with.
final class Doubts {
  private let figures: Figures
  private var ranges: [FileID: [SourceRange]] = [:]
  private var known: [String: Bool] = [:]
  /// Figures stand at most so many others away from what they rest on; see the cap in `Figures`.
  private let deepest = 400

  init(_ figures: Figures, _ diagnostics: [Diagnostic]) {
    self.figures = figures
    for diagnostic in diagnostics where diagnostic.severity == .error {
      let others = diagnostic.code.hasPrefix(RuleFamily.feasibility.letter) ? [] : diagnostic.labels.map(\.range)
      for range in [diagnostic.range] + others { ranges[range.file, default: []].append(range) }
    }
  }

  func isDoubtful(_ path: String) -> Bool { isDoubtful(path, depth: 0) }

  private func isDoubtful(_ path: String, depth: Int) -> Bool {
    if let known = known[path] { return known }
    guard !ranges.isEmpty, depth < deepest, let figure = figures.figure(path) else { return false }
    // A figure that needs itself is told as a circle; the circle adds no doubt of its own.
    known[path] = false
    let result = isTouched(figure.place) || figure.inputs.contains { isDoubtful($0, depth: depth + 1) }
    known[path] = result
    return result
  }

  private func isDoubtful(_ input: FigureInput, depth: Int) -> Bool {
    if isTouched(input.place) { return true }
    // An input may have a plain word for a name, which another figure may have for a path.
    guard let source = figures.figure(input.name), source.place == input.place else { return false }
    return isDoubtful(input.name, depth: depth)
  }

  private func isTouched(_ place: SourceRange?) -> Bool {
    guard let place, let ranges = ranges[place.file] else { return false }
    return ranges.contains { $0.touches(place) }
  }
}
