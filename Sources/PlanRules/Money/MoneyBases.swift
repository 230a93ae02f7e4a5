import PlanAnalysis
import PlanExpressions
import PlanModel
import PlanQuantities
import PlanText

/// Money that the plan takes percentages of.
struct MoneyBase {
  /// Its path.
  let name: String
  let money: Quantity
  /// Where the plan takes a percentage of it.
  let place: SourceRange
}

extension RuleContext {
  /// The names by which the plan's expressions can mean an assumption.
  func usedNames() -> Set<String> {
    var found: Set<String> = []
    for use in resolved.expressions {
      for path in use.expression.value.paths {
        guard let first = path.segments.first?.name else { continue }
        found.insert(first)
        if first == "assumptions", path.segments.count > 1 { found.insert(path.segments[1].name) }
      }
    }
    return found
  }

  /// Money other than the total of which the plan takes a percentage: as `of`, or multiplied by one in `equals`.
  ///
  /// Claims are left out: they say again what stands elsewhere.
  func otherBases() -> [MoneyBase] {
    var found = FoundBases()
    for use in resolved.expressions where use.noun != Claim.nounName {
      if use.key == "of" {
        guard let path = use.expression.value.bareReference else { continue }
        addBase(path, at: use.expression.range, &found)
      } else if use.key == "equals" {
        addBases(use.expression.value.root, at: use.expression.range, &found)
      }
    }
    return found.all
  }

  private func addBase(_ path: Path, at range: SourceRange, _ found: inout FoundBases) {
    let name = path.text
    guard name != "budget.total", name != "budget", !found.names.contains(name),
      let money = figures.figure(name)?.quantity, money.unit.isMoney
    else { return }
    found.names.insert(name)
    found.all.append(MoneyBase(name: name, money: money, place: range))
  }

  /// Paths of money that stand in a product with a percentage.
  private func addBases(_ node: Expression.Node, at range: SourceRange, _ found: inout FoundBases) {
    switch node.form {
    case .binary(let sign, _, let left, let right):
      if sign == .times {
        if case .path(let path) = left.form, isPercentage(right) { addBase(path, at: range, &found) }
        if case .path(let path) = right.form, isPercentage(left) { addBase(path, at: range, &found) }
      }
      addBases(left, at: range, &found)
      addBases(right, at: range, &found)
    case .negate(let part), .not(let part): addBases(part, at: range, &found)
    case .call(_, let parts): for part in parts { addBases(part, at: range, &found) }
    case .choice(let condition, let then, let otherwise):
      for part in [condition, then, otherwise] { addBases(part, at: range, &found) }
    case .literal, .path: break
    }
  }

  private func isPercentage(_ node: Expression.Node) -> Bool {
    switch node.form {
    case .literal(.quantity(let figure)): figure.isPercentage
    case .path(let path): figures.figure(path.text)?.quantity?.isPercentage ?? false
    default: false
    }
  }
}

/// Bases, each once.
private struct FoundBases {
  var all: [MoneyBase] = []
  var names: Set<String> = []
}

/// What a share comes to of each of several bases.
struct BaseList: Phrased {
  let values: [(name: String, value: Said)]

  init(share: MoneySpan, bases: [MoneyBase], _ context: RuleContext) {
    values = bases.map { base in
      (base.name, Said((share * context.span(base.money)).quantity(base.money.unit), like: base.money))
    }
  }

  func phrase(in language: Language) -> String {
    values.map { name, value in
      Message(en: "\(value) of \(name)", hans: "按 \(name) 为\(value)", hant: "按 \(name) 為\(value)").text(in: language)
    }.joined(separator: language == .english ? ", " : "；")
  }
}
