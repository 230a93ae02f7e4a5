package import PlanText

/// A limit of a policy is restated more loosely than the policy allows.
///
/// - zh-Hans: 重写的限额比政策所定的更宽
/// - zh-Hant: 重寫的限額比政策所定的更寬
///
/// ## Why it matters
/// Those who answer for the money set the limit. What is written more loosely below it does not hold, so that the file
/// says one thing and the plan is judged by another.
///
/// ## How to mend
/// Keep to the limit or tighten it. A cap may be lowered, a floor raised, a list added to; what says whom or what a limit
/// bounds stays as it is. If the limit is `overridable`, give a `reason`. A limit on something else gets an id of its own.
///
/// ## Policy
/// `limits` of the policies, and every field of a policy that another `extends`. What a restatement leaves out stands as
/// the policy says it.
///
/// ## Bad
/// ```yaml
/// policy: [policies/house.yaml]
/// limits:
///   line-cap: {each: line, at_most: 70%}
/// budget:
///   total: CNY 1m
///   lines:
///     content: {amount: CNY 550k, owner: cmo, for: films and articles}
///     media: {amount: CNY 450k, owner: cmo, for: search and social advertising}
/// # file: policies/house.yaml
/// kind: policy
/// schema: 1
/// id: house
/// title: House limits
/// owner: cfo
/// limits:
///   line-cap: {each: line, at_most: 60%}
/// ```
///
/// ## Mended
/// ```yaml
/// policy: [policies/house.yaml]
/// limits:
///   line-cap: {at_most: 55%}
/// budget:
///   total: CNY 1m
///   lines:
///     content: {amount: CNY 550k, owner: cmo, for: films and articles}
///     media: {amount: CNY 450k, owner: cmo, for: search and social advertising}
/// # file: policies/house.yaml
/// kind: policy
/// schema: 1
/// id: house
/// title: House limits
/// owner: cfo
/// limits:
///   line-cap: {each: line, at_most: 60%}
/// ```
package enum LoosenedLimit: Problem {
  package static let code = "S026"
  package static let severity = Severity.error

  /// A field that is restated otherwise than it may be.
  ///
  /// - Parameters:
  ///   - path: the field, such as `limits.media-cap.at_most`.
  ///   - own: what the restatement says, as written.
  ///   - policy: the id of the policy that is restated.
  ///   - other: what that policy says, as written.
  ///   - needsReason: whether a `reason` would be enough.
  static func diagnostic(
    _ path: String, says own: String, policy: String, allows other: String, _ tightening: Tightening,
    needsReason: Bool, at range: SourceRange, above: SourceRange
  ) -> Diagnostic {
    let found = Diagnostic(
      Self.self, at: range, message(path, own, policy, other, tightening),
      labels: [
        Diagnostic.Label(above, Message(en: "policy `\(policy)`", hans: "政策 `\(policy)`", hant: "政策 `\(policy)`"))
      ],
      help: needsReason ? reason(other) : remedy(path, other, tightening))
    guard tightening != .no else { return found }
    return found.contradicting(Contradiction(path, stated: own, recomputed: other))
  }

  /// A figure as it is written; a word or a list in backticks.
  private static func quoted(_ text: String) -> String {
    text.unicodeScalars.contains { $0.properties.numericType != nil } ? text : "`\(text)`"
  }

  private static func message(
    _ path: String, _ own: String, _ policy: String, _ other: String, _ tightening: Tightening
  ) -> Message {
    let (own, other) = (quoted(own), quoted(other))
    switch tightening {
    case .lower:
      return Message(
        en: "`\(path)` is \(own), looser than the \(other) of policy `\(policy)`",
        hans: "`\(path)` 为 \(own)，宽于政策 `\(policy)` 所定的 \(other)",
        hant: "`\(path)` 為 \(own)，寬於政策 `\(policy)` 所定的 \(other)")
    case .higher:
      return Message(
        en: "`\(path)` is \(own), looser than the \(other) of policy `\(policy)`",
        hans: "`\(path)` 为 \(own)，松于政策 `\(policy)` 所定的 \(other)",
        hant: "`\(path)` 為 \(own)，鬆於政策 `\(policy)` 所定的 \(other)")
    case .narrower:
      return Message(
        en: "`\(path)` is \(own), which is not within the \(other) of policy `\(policy)`",
        hans: "`\(path)` 为 \(own)，不在政策 `\(policy)` 所定的 \(other) 之内",
        hant: "`\(path)` 為 \(own)，不在政策 `\(policy)` 所定的 \(other) 之內")
    case .superset, .no:
      return Message(
        en: "`\(path)` says \(own) where policy `\(policy)` says \(other)",
        hans: "`\(path)` 写作 \(own)，而政策 `\(policy)` 定为 \(other)",
        hant: "`\(path)` 寫作 \(own)，而政策 `\(policy)` 定為 \(other)")
    }
  }

  private static func remedy(_ path: String, _ other: String, _ tightening: Tightening) -> Message {
    let figure = quoted(other)
    switch tightening {
    case .lower where figure == other:
      return Message(
        en: "\(other) holds; write \(other) or less, or leave it out", hans: "以 \(other) 为准；请改为不超过 \(other)，或删去此项",
        hant: "以 \(other) 為準；請改為不超過 \(other)，或刪去此項")
    case .higher where figure == other:
      return Message(
        en: "\(other) holds; write \(other) or more, or leave it out", hans: "以 \(other) 为准；请改为不低于 \(other)，或删去此项",
        hant: "以 \(other) 為準；請改為不低於 \(other)，或刪去此項")
    case .lower, .higher:
      return Message(
        en: "\(figure) holds; write that or something stricter, or leave it out",
        hans: "以 \(figure) 为准；请改为同样或更严的写法，或删去此项", hant: "以 \(figure) 為準；請改為同樣或更嚴的寫法，或刪去此項")
    case .narrower:
      return Message(
        en: "\(other) holds; write a range inside it, or leave it out", hans: "以 \(other) 为准；请改为其中的范围，或删去此项",
        hant: "以 \(other) 為準；請改為其中的範圍，或刪去此項")
    case .superset, .no:
      return path.hasPrefix("limits.")
        ? Message(
          en: "\(figure) holds; leave this out, or give what is meant an id of its own",
          hans: "以 \(figure) 为准；请删去此项，若另有所指请另起 id", hant: "以 \(figure) 為準；請刪去此項，若另有所指請另起 id")
        : Message(
          en: "\(figure) holds and may not be restated; leave this out", hans: "以 \(figure) 为准，不得另行规定；请删去此项",
          hant: "以 \(figure) 為準，不得另行規定；請刪去此項")
    }
  }

  private static func reason(_ other: String) -> Message {
    let figure = quoted(other)
    return Message(
      en: "say why under `reason`, for the limit is `overridable`; without one, \(figure) holds",
      hans: "该限额可放宽（`overridable`），请在 `reason` 中说明理由；否则以 \(figure) 为准",
      hant: "該限額可放寬（`overridable`），請在 `reason` 中說明理由；否則以 \(figure) 為準")
  }
}
