package import PlanText

/// A file that a plan names and that cannot be read, or a part that no plan names.
///
/// - zh-Hans: 计划引入的文件无法读取，或有分文件未被任何计划引入
/// - zh-Hant: 計畫引入的檔案無法讀取，或有分檔未被任何計畫引入
///
/// ## Why it matters
/// What stands in the file is not in the plan: its lines are not in the total, its limits bind nobody.
///
/// ## How to mend
/// Correct the path. It is relative to the file that names it, and stays inside the project's root. A part that
/// nothing includes is either included or removed.
///
/// ## Bad
/// ```yaml
/// include: [parts/assumptions.yaml]
/// ```
///
/// ## Mended
/// ```yaml
/// assumptions:
///   annual-revenue: {value: CNY 1.6bn, source: management accounts, as_of: 2024}
/// ```
package enum UnreachableInclude: Problem {
  package static let code = "S019"
  package static let severity = Severity.error

  /// A file that is not there.
  package static func missing(_ path: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      Self.self, at: range,
      Message(en: "there is no file `\(path)`", hans: "找不到文件 `\(path)`", hant: "找不到檔案 `\(path)`"),
      help: Message(
        en: "paths are relative to the file that names them", hans: "路径以写下它的文件为起点", hant: "路徑以寫下它的檔案為起點"))
  }

  /// A file outside the project's root.
  package static func outsideRoot(_ path: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      Self.self, at: range,
      Message(
        en: "`\(path)` lies outside the project", hans: "`\(path)` 在项目目录之外", hant: "`\(path)` 在專案目錄之外"),
      help: Message(
        en: "move it inside; its root is the nearest folder with `marplan.yaml`, else the top of the git repository",
        hans: "请把文件移进来；根目录是上层最近的含有 `marplan.yaml` 的文件夹，否则是 git 仓库的顶层",
        hant: "請把檔案移進來；根目錄是上層最近的含有 `marplan.yaml` 的資料夾，否則是 git 儲存庫的頂層"))
  }

  /// A file that is there and cannot be read.
  ///
  /// - Parameter reason: what the system says of it.
  package static func unreadable(_ path: String, reason: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      Self.self, at: range,
      Message(
        en: "`\(path)` cannot be read: \(reason)", hans: "无法读取 `\(path)`：\(reason)", hant: "無法讀取 `\(path)`：\(reason)"),
      help: Message(
        en: "it must be a plain file that you may read", hans: "它必须是您有权读取的普通文件", hant: "它必須是您有權讀取的一般檔案"))
  }

  /// A file that is there and holds nothing.
  package static func empty(_ path: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      Self.self, at: range,
      Message(en: "`\(path)` holds nothing", hans: "`\(path)` 没有内容", hant: "`\(path)` 沒有內容"),
      help: Message(
        en: "head it with its `kind` and `schema: 1`, or take the reference out",
        hans: "请在其开头写上 `kind` 和 `schema: 1`，或删去这个引用", hant: "請在其開頭寫上 `kind` 和 `schema: 1`，或刪去這個引用"))
  }

  /// A file of another kind than the place that names it takes.
  ///
  /// - Parameter kind: what the file says it is.
  /// - Parameter expected: the kind that may be named here: `part`, `policy` or `plan`.
  package static func notAPart(_ path: String, kind: String, expected: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      Self.self, at: range,
      Message(
        en: "`\(path)` is of kind `\(kind)`, but `\(expected)` is due here",
        hans: "`\(path)` 的种类是 `\(kind)`，此处应为 `\(expected)`", hant: "`\(path)` 的種類是 `\(kind)`，此處應為 `\(expected)`"),
      help: expected == "plan" ? plansOnly : partsOrPolicies)
  }

  /// A part that no plan includes.
  package static func orphan(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      Self.self, at: range,
      Message(
        en: "no plan includes this part, so nothing in it is checked", hans: "没有计划引入这个分文件，其中的内容不会被检查",
        hant: "沒有計畫引入這個分檔，其中的內容不會被檢查"),
      help: Message(
        en: "name it under a plan's `include`, or remove it", hans: "请在计划的 `include` 里写上它，或将其删除",
        hant: "請在計畫的 `include` 裡寫上它，或將其刪除"),
      severity: .warning)
  }

  private static let partsOrPolicies = Message(
    en: "`include` takes files headed `kind: part`, `policy` and `extends` take `kind: policy`",
    hans: "`include` 只接受以 `kind: part` 开头的文件，`policy` 和 `extends` 只接受 `kind: policy`",
    hant: "`include` 只接受以 `kind: part` 開頭的檔案，`policy` 和 `extends` 只接受 `kind: policy`")

  private static let plansOnly = Message(
    en: "a portfolio's `plans` take files headed `kind: plan`", hans: "组合的 `plans` 只接受以 `kind: plan` 开头的文件",
    hant: "組合的 `plans` 只接受以 `kind: plan` 開頭的檔案")
}
