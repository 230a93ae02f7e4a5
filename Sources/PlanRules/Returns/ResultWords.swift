import PlanModel
import PlanText

extension Sensitivity.Result {
  /// Whether a greater result is the better one.
  var isGoodUp: Bool {
    switch self {
    case .payback, .discountedPayback: false
    case .npv, .irr, .roiGross, .roiNet: true
    }
  }

  /// Whether it needs a discount rate.
  var needsRate: Bool {
    switch self {
    case .npv, .discountedPayback: true
    case .payback, .irr, .roiGross, .roiNet: false
    }
  }

  /// What a planner calls it.
  var name: Message {
    switch self {
    case .payback: Message(en: "payback", hans: "回收期", hant: "回收期")
    case .discountedPayback: Message(en: "discounted payback", hans: "动态回收期", hant: "折現回收期")
    case .npv: Message(en: "NPV", hans: "净现值", hant: "淨現值")
    case .irr: Message(en: "IRR", hans: "内部收益率", hant: "內部報酬率")
    case .roiGross: Message(en: "gross ROI", hans: "毛投资回报率", hant: "毛投資報酬率")
    case .roiNet: Message(en: "net ROI", hans: "净投资回报率", hant: "淨投資報酬率")
    }
  }
}

extension Definitions.ROI {
  /// The path of the figure it means.
  var path: String { "feasibility.roi_\(rawValue)" }
}
