package import PlanExpressions
import PlanModel
package import PlanQuantities
import PlanText

/// The names that an alert's condition knows: those of the KPI it watches, and all figures of the plan.
///
/// `actual` and `plan` are known only from data; what is checked here is that they are named and compared rightly.
package struct AlertScope: FiguresScope {
  package let figures: Figures
  /// The KPI it watches, or `spend`.
  package let kpi: String

  package init(_ figures: Figures, kpi: String) {
    self.figures = figures
    self.kpi = kpi
  }

  /// What the watched KPI has by name.
  package static let names = ["actual", "plan", "target", "baseline", "limit"]

  /// What the watched figures are counted in; nil where it cannot be told.
  private var dimension: Dimension? {
    if kpi == "spend" { return figures.plan.currencyCode.map { .quantity(.currency($0), .none) } }
    return figures.resolved.dimension(ofKPI: kpi)
  }

  package func lookup(_ path: Path, at moment: Period?) -> Lookup {
    guard path.names.count == 1, Self.names.contains(path.text) else { return otherFigure(path, at: moment) }
    if ["target", "baseline", "limit"].contains(path.text), let figure = figures.figure("kpis.\(kpi).\(path.text)") {
      return .value(figure.value, dimension: figure.dimension ?? dimension, place: figure.place)
    }
    return .value(.missing(missing(path.text)), dimension: dimension ?? .unknown, place: nil)
  }

  /// A KPI named bare is its figure in the period the condition is judged for.
  private func otherFigure(_ path: Path, at moment: Period?) -> Lookup {
    guard path.names.count == 1, let kpi = figures.plan.kpis?[path.text] else {
      switch figures.lookup(path, at: moment) {
      case .unknown(let suggestion, let message, let help):
        return .unknown(
          suggestion: suggestion ?? didYouMean(path.text, among: Self.names), message: message,
          help: help ?? (suggestion == nil && didYouMean(path.text, among: Self.names) == nil ? known : nil))
      case let found: return found
      }
    }
    return .value(
      .missing(missing(path.text)), dimension: figures.resolved.dimension(ofKPI: path.text) ?? .unknown,
      place: kpi.common.keyRange)
  }

  private var known: Message {
    let names = Self.names.map { "`\($0)`" }
    let (list, chinese) = (names.joined(separator: ", "), names.joined(separator: "、"))
    return Message(
      en: "a condition knows \(list), `trailing(4w)` and the figures of the plan",
      hans: "条件中可用 \(chinese)、`trailing(4w)` 以及计划中的各项数字", hant: "條件中可用 \(chinese)、`trailing(4w)` 以及計畫中的各項數字")
  }

  private func missing(_ name: String) -> Message {
    Message(
      en: "there is no figure for \(name) of \(kpi)", hans: "缺少 \(kpi) 的 \(name) 数据", hant: "缺少 \(kpi) 的 \(name) 數據")
  }

  package func trailing(_ span: Quantity) -> Lookup {
    .value(.missing(missing("trailing(\(span.canonicalText))")), dimension: dimension ?? .unknown, place: nil)
  }
}
