import PlanQuantities
import PlanText

extension Evaluator {
  mutating func path(_ path: Path, _ node: Expression.Node) -> Outcome {
    let known = resolved(path, node)
    note(known.outcome.value, node, place: known.place)
    return known.outcome
  }

  private mutating func resolved(_ path: Path, _ node: Expression.Node) -> (outcome: Outcome, place: SourceRange?) {
    switch scope.lookup(path, at: moment) {
    case .value(let value, let dimension, let place):
      guard let moment, case .series(let series) = value else { return (Outcome(value, dimension), place) }
      if let problem = tooMuch(2 * value.memberCount, node) { return (fail(problem), place) }
      // A scope may answer with a series where `at` asks for one figure.
      return (Outcome(series.value(at: moment), dimension?.element ?? Dimension(value).element), place)
    case .unknown(let suggestion, let message, let help):
      let problem = unknownName(path, suggestion, message, help)
      return (fail(problem), nil)
    case .tooMuch(let refusal): return (fail(tooManyLooks(refusal, path.range)), nil)
    case .cycle(let names): return (fail(cycle(path, names)), nil)
    }
  }

  /// Notes a problem; what it spoils is unknown and of unknown dimension, so that nothing more is said of it.
  mutating func fail(_ problem: ExpressionProblem) -> Outcome {
    problems.append(problem)
    return Outcome(.unknown(problem.message), .unknown)
  }

  // MARK: Messages

  private func unknownName(
    _ path: Path, _ suggestion: String?, _ message: Message?, _ help: Message?
  ) -> ExpressionProblem {
    if let split = minusWithoutBlanks(path) { return split }
    let fix = suggestion.flatMap { name in
      expression.isPlaced
        ? Fix(
          Message(en: "write `\(name)`", hans: "改为 `\(name)`", hant: "改為 `\(name)`"), [Fix.Edit(path.range, name)],
          isSafe: false) : nil
    }
    return ExpressionProblem(
      .unknownName, at: path.range,
      message
        ?? Message(en: "nothing is called `\(path)`", hans: "没有名为 `\(path)` 的内容", hant: "沒有名為 `\(path)` 的內容"),
      help: help
        ?? suggestion.map {
          Message(en: "Did you mean `\($0)`?", hans: "是否想写 `\($0)`？", hant: "是否想寫 `\($0)`？")
        }, fix: fix)
  }

  /// `a-b` where nothing is called so, but `a` and `b` are known: a minus that lacks its blanks.
  private func minusWithoutBlanks(_ path: Path) -> ExpressionProblem? {
    for (place, segment) in path.segments.enumerated() {
      let name = segment.name
      for dash in name.indices where name[dash] == "-" && dash > name.startIndex {
        let rest = String(name[name.index(after: dash)...])
        let left = path.segments[..<place] + [Path.Segment(String(name[..<dash]), at: segment.range)]
        let right = [Path.Segment(rest, at: segment.range)] + path.segments[(place + 1)...]
        guard !rest.isEmpty, isKnown(Path(Array(left), at: path.range)), isKnown(Path(Array(right), at: path.range))
        else { continue }
        let leftText = left.map(\.name).joined(separator: ".")
        let rightText = right.map(\.name).joined(separator: ".")
        return lacksBlanks(path, leftText, rightText)
      }
    }
    return nil
  }

  private func isKnown(_ path: Path) -> Bool {
    if case .unknown = scope.lookup(path, at: moment) { false } else { true }
  }

  private func lacksBlanks(_ path: Path, _ left: String, _ right: String) -> ExpressionProblem {
    ExpressionProblem(
      .unknownName, at: path.range,
      Message(
        en: "nothing is called `\(path)`, but `\(left)` and `\(right)` are known",
        hans: "没有名为 `\(path)` 的内容，但有 `\(left)` 和 `\(right)`",
        hant: "沒有名為 `\(path)` 的內容，但有 `\(left)` 和 `\(right)`"),
      help: Message(
        en: "Put blanks round the minus: `\(left) - \(right)`.", hans: "减号两边加空格：`\(left) - \(right)`。",
        hant: "減號兩邊加空格：`\(left) - \(right)`。"),
      fix: expression.isPlaced
        ? Fix(
          Message(en: "put blanks round the minus", hans: "在减号两边加空格", hant: "在減號兩邊加空格"),
          [Fix.Edit(path.range, "\(left) - \(right)")]) : nil)
  }

  private func cycle(_ path: Path, _ names: [String]) -> ExpressionProblem {
    let loop = way(names, isQuoted: false)
    return ExpressionProblem(
      .cycle, at: path.range,
      Message(
        en: "`\(path)` needs its own value: \(loop)", hans: "`\(path)` 依赖其自身的值：\(loop)",
        hant: "`\(path)` 依賴其自身的值：\(loop)"),
      help: Message(
        en: "State one of these figures instead of deriving it.", hans: "请直接给出其中一个数值，而不是推导。",
        hant: "請直接給出其中一個數值，而不是推導。"))
  }
}
