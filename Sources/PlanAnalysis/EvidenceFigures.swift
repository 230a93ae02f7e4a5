import PlanExpressions
import PlanModel
import PlanQuantities
import PlanText

/// Figures of evidence: `evidence.market`, `.change`, `.path.2024`, `.parts.gen-z`.
extension Figures {
  func evidenceFigure(_ path: String, _ names: [String]) -> Figure? {
    guard let id = names.first, let evidence = plan.evidence?[id] else { return nil }
    switch Array(names.dropFirst()) {
    case [], ["value"]:
      return evidence.value.map { Figure(path, Value($0.value), place: $0.range) }
    case ["change"]: return evidence.change.map { Figure(path, Value($0.value), place: $0.range) }
    default:
      guard names.count == 3 else { return nil }
      switch names[1] {
      case "path":
        return value(names[2], in: evidence.path).map { Figure(path, .quantity($0.value), place: $0.range) }
      case "parts": return stated(path, evidence.parts?[names[2]]?.share, equals: nil)
      default: return nil
      }
    }
  }
}
