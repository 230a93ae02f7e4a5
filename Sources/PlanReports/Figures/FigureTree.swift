import PlanAnalysis
import PlanExpressions
import PlanModel
import PlanQuantities
import PlanText

/// Where a figure comes from, down to what the plan's files say: the trace of `plan.json`, followed to its ends.
package struct FigureTree {
  /// The path, or for what goes by no path of its own its part in the formula.
  let name: String
  let value: Value
  let dimension: Dimension?
  let manner: Manner
  /// How it is computed, or what a stated figure must equal.
  let formula: String?
  let place: SourceRange?
  let inputs: [FigureTree]

  /// How a figure is come by.
  enum Manner: String {
    /// The plan says it.
    case stated
    /// The plan says it and says how it follows; the tree shows the latter.
    case checked
    case computed
    /// There is none: missing, undefined or circular.
    case absent
    /// Shown with its inputs further up.
    case shown
  }

  /// The tree of the figure at a path; nil where the plan has none.
  package init?(_ path: String, _ plan: CompiledPlan) {
    var builder = FigureTreeBuilder(plan: plan)
    guard let tree = builder.tree(path) else { return nil }
    self = tree
  }

  init(
    _ name: String, _ value: Value, _ dimension: Dimension?, _ manner: Manner, formula: String?, place: SourceRange?,
    inputs: [FigureTree]
  ) {
    self.name = name
    self.value = value
    self.dimension = dimension
    self.manner = manner
    self.formula = formula
    self.place = place
    self.inputs = inputs
  }
}

extension CompiledPlan {
  /// The path that a misspelt one most likely stands for.
  package func suggestion(for path: String) -> String? {
    let names = path.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    return figures.suggestion(for: path, names: names) ?? didYouMean(path, among: figures.allPaths)
  }
}

private struct FigureTreeBuilder {
  let plan: CompiledPlan
  private var shown: Set<String> = []
  /// Figures whose inputs are being followed: what is among them needs itself.
  private var open: Set<String> = []

  init(plan: CompiledPlan) { self.plan = plan }

  mutating func tree(_ path: String) -> FigureTree? {
    plan.figures.figure(path).map { tree($0, named: path) }
  }

  private mutating func tree(_ figure: Figure, named name: String) -> FigureTree {
    let checked = figure.formula == nil ? derivation(of: figure.path) : nil
    let formula = figure.formula ?? checked?.value.text
    let inputs = checked.map { plan.figures.evaluate($0).inputs } ?? figure.inputs
    func node(_ manner: FigureTree.Manner, _ trees: [FigureTree] = []) -> FigureTree {
      FigureTree(
        name, figure.value, figure.dimension, manner, formula: formula.map { oneLine($0) }, place: figure.place,
        inputs: trees)
    }
    if open.contains(figure.path) || !inputs.isEmpty && !shown.insert(figure.path).inserted { return node(.shown) }
    open.insert(figure.path)
    defer { open.remove(figure.path) }
    var trees = inputs.map { tree($0) }
    if let checked {
      if let path = checked.value.bareReference, trees.first?.name == path.text { return node(.checked, trees) }
      // What the formula comes to stands first, beside the figure it must equal.
      let evaluation = plan.figures.evaluate(checked)
      trees = [
        FigureTree(
          oneLine(checked.value.text), evaluation.value, evaluation.dimension,
          evaluation.value.reason == nil ? .computed : .absent, formula: nil, place: checked.range, inputs: trees)
      ]
      return node(.checked, trees)
    }
    return node(figure.value.reason != nil ? .absent : figure.formula == nil ? .stated : .computed, trees)
  }

  /// An input: the figure at its path, where that is what it names. A label without a dot, such as `share`, may be the
  /// name of an assumption by chance: then it stands elsewhere.
  private mutating func tree(_ input: FigureInput) -> FigureTree {
    if let figure = plan.figures.figure(input.name), figure.value == input.value,
      figure.place == input.place || input.name.contains(".")
    {
      return tree(figure, named: input.name)
    }
    return FigureTree(
      oneLine(input.name), input.value, nil, input.value.reason == nil ? .stated : .absent, formula: nil,
      place: input.place, inputs: [])
  }

  /// What a stated figure must equal by the plan's own word.
  private func derivation(of path: String) -> Located<Expression>? {
    let names = Figures.names(of: path)
    let head = plan.plan
    guard let first = names.first else { return nil }
    switch (first, names.count) {
    case ("claims", 2): return head.claims?[names[1]].flatMap { $0.equals ?? $0.holds }
    case ("assumptions", 2): return head.assumptions?[names[1]]?.equals
    case ("budget", 2) where names[1] == "total": return head.budget?.equals
    case ("budget", 2) where names[1] == "operating": return head.budget?.operating?.equals
    case ("budget", 2): return plan.resolved.lines[names[1]]?.line.equals
    case ("feasibility", 2) where names[1] == "investment": return head.feasibility?.equals
    case ("feasibility", 3) where names[1] == "flows":
      return plan.figures.value(names[2], in: head.feasibility?.flows)?.equals
    case ("feasibility", 3) where names[1] == "benefits": return head.feasibility?.benefits?[names[2]]?.equals
    case (_, 1): return head.assumptions?[first]?.equals
    default: return nil
    }
  }
}
