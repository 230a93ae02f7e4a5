import PlanAnalysis
import PlanExpressions
import PlanModel
import PlanQuantities
import PlanText

/// Where the names of a rule of the house get their meaning: the plan's figures, and `it` for the noun looked at.
///
/// `it` alone is the noun's figure. `it.FIELD` is a figure of the noun if the plan computes one by that name, else what
/// its field says: quantities, dates and flags as they are; a word is asked for as `it.FIELD.WORD`, which holds where the
/// field says that word. What was not written is missing, and what rests on it unknown.
struct HouseScope: FiguresScope {
  let figures: Figures
  let subject: HouseSubject

  func lookup(_ path: Path, at moment: Period?) -> Lookup {
    guard path.segments.first?.name == "it" else { return figures.lookup(path, at: moment) }
    let names = Array(path.names.dropFirst())
    if let figure = figure(names) {
      return .value(figure.value, dimension: figure.dimension, place: figure.place)
    }
    let keys = names.isEmpty ? [type(of: subject.noun).principalKey].compactMap { $0 } : names
    guard let found = content(keys[...], subject.noun) else {
      return .unknown(suggestion: near(keys).map { "it.\($0)" })
    }
    return lookup(found.content, rest: found.rest, path)
  }

  func count(of path: Path) -> Int? {
    guard path.segments.first?.name == "it" else { return figures.count(of: path) }
    guard let found = content(path.names.dropFirst(), subject.noun), found.rest.isEmpty else { return nil }
    return switch found.content.form {
    case .nothing: 0
    case .words(let words, _): words.count
    case .table(let table): table.count
    case .several(let count): count
    case .quantity, .period, .flag, .text, .noun: 1
    }
  }

  // MARK: It

  private func figure(_ names: [String]) -> Figure? {
    let path = subject.figurePath(names)
    return path.isEmpty ? nil : figures.figure(path)
  }

  /// What a noun says under some keys, and the keys that lead no further; nil where there is no such field.
  private func content(_ keys: ArraySlice<String>, _ noun: any Noun) -> (content: FieldContent, rest: [String])? {
    guard let first = keys.first, let content = noun.content(of: first) else { return nil }
    let rest = keys.dropFirst()
    switch content.form {
    case .noun(let inner) where !rest.isEmpty: return self.content(rest, inner)
    case .table(let table) where !rest.isEmpty:
      guard let id = rest.first, let entry = table.content(of: id) else { return nil }
      if case .noun(let inner) = entry.form, rest.count > 1 { return self.content(rest.dropFirst(), inner) }
      return (entry, Array(rest.dropFirst()))
    case .nothing where noun.common.keyRange == subject.place:
      guard let inherited = subject.inherited(first) else { return (content, Array(rest)) }
      return (FieldContent(form: .words([inherited.value], allowed: nil), place: inherited.range), Array(rest))
    default: return (content, Array(rest))
    }
  }

  private func lookup(_ content: FieldContent, rest: [String], _ path: Path) -> Lookup {
    switch (content.form, rest.count) {
    case (.nothing, _): .value(.missing(notWritten(path)), dimension: nil, place: nil)
    case (.quantity(let quantity), 0): .value(.quantity(quantity), place: content.place)
    case (.period(let period), 0): .value(.period(period), place: content.place)
    case (.flag(let flag), 0): .value(.truth(flag), place: content.place)
    case (.words(let words, let allowed), 1):
      if let allowed, !allowed.contains(rest[0]) {
        .unknown(suggestion: didYouMean(rest[0], among: allowed).map { path.replacingLast(with: $0) })
      } else {
        .value(.truth(words.contains(rest[0])), place: content.place)
      }
    case (_, 0): .unknown(message: noFigure(path), help: howToAsk(path))
    default: .unknown()
    }
  }

  private func near(_ keys: [String]) -> String? {
    guard keys.count == 1, let key = keys.first else { return nil }
    return didYouMean(key, among: type(of: subject.noun).keys)
  }

  // MARK: Messages

  private func notWritten(_ path: Path) -> Message {
    Message(en: "`\(path)` is not written", hans: "`\(path)` 没有写", hant: "`\(path)` 沒有寫")
  }

  private func noFigure(_ path: Path) -> Message {
    Message(
      en: "`\(path)` is no figure, date or flag", hans: "`\(path)` 不是数值、日期或是非", hant: "`\(path)` 不是數值、日期或是非")
  }

  private func howToAsk(_ path: Path) -> Message {
    Message(
      en: "ask for a word by `\(path).WORD`, and whether anything is written by `count(\(path)) > 0`",
      hans: "判断某个词请写 `\(path).该词`；判断是否填写请写 `count(\(path)) > 0`",
      hant: "判斷某個詞請寫 `\(path).該詞`；判斷是否填寫請寫 `count(\(path)) > 0`")
  }
}

extension Path {
  fileprivate func replacingLast(with name: String) -> String {
    (names.dropLast() + [name]).joined(separator: ".")
  }
}
