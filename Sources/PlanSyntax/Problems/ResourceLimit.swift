package import PlanText

/// A file asks for more than the reader gives: size, nesting, directives, or nodes behind aliases.
///
/// - zh-Hans: 文件超出读取上限：大小、嵌套层数、指令行数或别名展开后的节点数
/// - zh-Hant: 檔案超出讀取上限：大小、巢狀層數、指示行數或別名展開後的節點數
///
/// ## Why it matters
/// A few hundred bytes of nested aliases stand for billions of values, and 100 kB of opening brackets keep a YAML
/// parser busy for half a minute. Nothing that plans need comes near the limits, so that a check always ends soon.
///
/// ## How to mend
/// Flatten the nesting, write aliased values out or split the plan into parts with `include`.
///
/// ## Bad
/// ```yaml
/// scope:
///   out: Overseas channels
///   in: [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[
/// ```
///
/// ## Mended
/// ```yaml
/// scope:
///   in: [Online channels]
///   out: Overseas channels
/// ```
package enum ResourceLimit: Problem {
  package static let code = "S010"
  package static let severity = Severity.error

  /// One level of nesting too many, aliases read as what they stand for.
  package static func tooDeep(at range: SourceRange, limit: Int) -> Diagnostic {
    Diagnostic(
      Self.self, at: range,
      Message(
        en: "nested more than \(limit) levels deep", hans: "嵌套超过 \(limit) 层", hant: "巢狀超過 \(limit) 層"),
      help: Message(
        en: "Flatten the nesting; what follows here is not read.", hans: "请减少嵌套层数；此处之后的内容不再读取。",
        hant: "請減少巢狀層數；此處之後的內容不再讀取。"))
  }

  /// More bytes than a file may have.
  package static func tooLarge(at range: SourceRange, limit: Int) -> Diagnostic {
    Diagnostic(
      Self.self, at: range,
      Message(
        en: "the file has more than \(limit) bytes and is not read", hans: "文件超过 \(limit) 字节，不予读取",
        hant: "檔案超過 \(limit) 位元組，不予讀取"),
      help: Message(
        en: "Split the plan into parts with `include`.", hans: "请用 `include` 把计划拆成几个部分。",
        hant: "請用 `include` 把計畫拆成幾個部分。"))
  }

  /// More lines starting with `%` than a file may have.
  package static func tooManyDirectives(at range: SourceRange, limit: Int) -> Diagnostic {
    Diagnostic(
      Self.self, at: range,
      Message(
        en: "more than \(limit) lines start with `%`", hans: "以 `%` 开头的行超过 \(limit) 行",
        hant: "以 `%` 開頭的行超過 \(limit) 行"),
      help: Message(
        en: "A plan needs no YAML directives; take these lines out.", hans: "计划用不到 YAML 指令；请删去这些行。",
        hant: "計畫用不到 YAML 指示；請刪去這些行。"))
  }

  /// More problems of syntax than are told of one by one.
  package static func tooManyProblems(at range: SourceRange, limit: Int) -> Diagnostic {
    Diagnostic(
      Self.self, at: range,
      Message(
        en: "more than \(limit) problems of syntax; the rest is not shown", hans: "语法问题超过 \(limit) 个；其余不再显示",
        hant: "語法問題超過 \(limit) 個；其餘不再顯示"),
      help: Message(
        en: "Mend these first, then check again.", hans: "请先改正这些问题，再重新检查。", hant: "請先改正這些問題，再重新檢查。"))
  }

  /// Aliases that stand for more nodes than a file may have.
  package static func tooManyAliased(at range: SourceRange, limit: Int) -> Diagnostic {
    Diagnostic(
      Self.self, at: range,
      Message(
        en: "the aliases up to here stand for more than \(limit) values", hans: "到此处为止的别名所代表的值超过 \(limit) 个",
        hant: "到此處為止的別名所代表的值超過 \(limit) 個"),
      help: Message(
        en: "Write the values out where they are needed; further aliases are not read.",
        hans: "请在需要处直接写出这些值；其余别名不再读取。", hant: "請在需要處直接寫出這些值；其餘別名不再讀取。"))
  }

  /// More files, or more bytes in them, than a plan, policy or portfolio may name.
  package static func tooManyFiles(at range: SourceRange, limits: Limits) -> Diagnostic {
    let (files, megabytes) = (limits.namedFiles, limits.namedBytes / 1_000_000)
    return Diagnostic(
      Self.self, at: range,
      Message(
        en: "the files named up to here are more than \(files), or more than \(megabytes) MB together",
        hans: "到此处为止引用的文件超过 \(files) 个，或合计超过 \(megabytes) MB",
        hant: "到此處為止引用的檔案超過 \(files) 個，或合計超過 \(megabytes) MB"),
      help: Message(
        en: "Unite small parts into larger ones; neither this file nor any after it is read.",
        hans: "请把零碎的分文件合并；此文件及其后的文件都不读取。", hant: "請把零碎的分檔合併；此檔案及其後的檔案都不讀取。"))
  }
}
