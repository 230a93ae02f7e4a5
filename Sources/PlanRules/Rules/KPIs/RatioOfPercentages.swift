import PlanAnalysis
import PlanModel
import PlanQuantities
package import PlanText

/// A change of a percentage is given in % where points are meant, or the reverse.
///
/// - zh-Hans: 百分比指标的变化混淆了百分比与百分点
/// - zh-Hant: 百分比指標的變化混淆了百分比與百分點
///
/// ## Why it matters
/// From 35%, "+10%" is 38.5%, and "+10pp" is 45%. Whoever reads the one for the other plans with a target that is
/// three times as hard.
///
/// ## How to mend
/// Write points as `pp`, relative change as `%`; the message says both.
///
/// ## Bad
/// ```yaml
/// kpis:
///   repurchase: {unit: "%", share_of: members, direction: up, baseline: 35%}
/// objectives:
///   repurchase: {title: Raise repurchase, kpi: repurchase, target: 45%, change: +10%, due: 2025-12-31, owner: cmo}
/// ```
///
/// ## Mended
/// ```yaml
/// kpis:
///   repurchase: {unit: "%", share_of: members, direction: up, baseline: 35%}
/// objectives:
///   repurchase: {title: Raise repurchase, kpi: repurchase, target: 45%, change: +10pp, due: 2025-12-31, owner: cmo}
/// ```
package struct RatioOfPercentages: Rule {
  package static let code = "K209"
  package static let severity = Severity.warning

  package init() {}

  package func check(_ context: RuleContext) {
    for entry in context.plan.objectives?.entries ?? [] {
      guard case .quantity(let change)? = entry.value.change?.value, let target = entry.value.target,
        let kpi = entry.value.kpi.flatMap({ context.plan.kpis?[$0.value] }), let baseline = kpi.baseline,
        let level = baseline.value.quantity, let slip = context.percentageSlip(change, from: level, to: target.value),
        let place = entry.value.change?.range
      else { continue }
      context.report(finding(Located(change, at: place), target, Located(level, at: baseline.range), slip))
    }
  }

  private func finding(
    _ change: Located<Quantity>, _ target: Located<Quantity>, _ baseline: Located<Quantity>, _ slip: PercentageSlip
  ) -> Diagnostic {
    let (relative, points) = (Signed(slip.relative), Signed(slip.points))
    let isPercent = change.value.mark == .percent
    let meant = isPercent ? points : relative
    let (stated, from, to) = (change.value, baseline.value, target.value)
    let message =
      isPercent
      ? Message(
        en:
          "the change is stated as \(stated), but from \(from) to \(to) it is \(points), or \(relative) in relative terms",
        hans: "变化写作 \(stated)，但从 \(from) 到 \(to) 是 \(points)，即相对变化 \(relative)",
        hant: "變化寫作 \(stated)，但從 \(from) 到 \(to) 是 \(points)，即相對變化 \(relative)")
      : Message(
        en: "the change is stated as \(stated), but from \(from) to \(to) it is \(relative), or \(points) in points",
        hans: "变化写作 \(stated)，但从 \(from) 到 \(to) 是 \(relative)，即 \(points)",
        hant: "變化寫作 \(stated)，但從 \(from) 到 \(to) 是 \(relative)，即 \(points)")
    return Diagnostic(
      Self.self, at: change.range, message,
      labels: [
        .init(baseline.range, .figure("baseline", baseline.value)),
        .init(target.range, .figure("target", target.value)),
      ],
      help: isPercent
        ? Message(
          en: "write \(meant), for percentage points; or \(relative)", hans: "百分点请写 \(meant)；相对变化请写 \(relative)",
          hant: "百分點請寫 \(meant)；相對變化請寫 \(relative)")
        : Message(
          en: "write \(meant), for relative change; or \(points)", hans: "相对变化请写 \(meant)；百分点请写 \(points)",
          hant: "相對變化請寫 \(meant)；百分點請寫 \(points)"))
  }
}

/// A change with its sign.
private struct Signed: Phrased {
  let value: Quantity
  init(_ value: Quantity) { self.value = value }

  func phrase(in language: Language) -> String { (value.low > 0 ? "+" : "") + value.phrase(in: language) }
}

/// The two ways to count a change of a percentage.
struct PercentageSlip {
  let relative: Quantity
  let points: Quantity
}

extension RuleContext {
  /// What a change of a percentage is in both ways of counting, where it is right in the way it was not written in, and
  /// wrong in its own; nil otherwise.
  func percentageSlip(_ change: Quantity, from baseline: Quantity, to target: Quantity) -> PercentageSlip? {
    guard baseline.mark == .percent, target.mark == .percent, !change.isRange,
      let relative = relativeChange(from: baseline, to: target), let points = pointChange(from: baseline, to: target)
    else { return nil }
    func agrees(_ derived: Quantity) -> Bool {
      var (stated, derived) = (change, derived)
      (stated.low, derived.low) = (stated.low.magnitude, derived.low.magnitude)
      derived.mark = stated.mark
      switch PlanQuantities.agreement(stated: stated, derived: derived, approximate: resolved.approximate) {
      case .agrees, .onTheBound: return true
      default: return false
      }
    }
    switch change.mark {
    case .percent where !agrees(relative) && agrees(points): break
    case .points where !agrees(points) && agrees(relative): break
    default: return nil
    }
    return PercentageSlip(relative: relative, points: points)
  }
}
