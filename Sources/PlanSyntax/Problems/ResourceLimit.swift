package import PlanText

/// A file asks for more than is read: size, nesting, entries, documents, files named, or nodes behind aliases.
///
/// - zh-Hans: 文件超出读取上限：大小、嵌套层数、条目数、文档数、引用的文件数或别名展开后的节点数
/// - zh-Hant: 檔案超出讀取上限：大小、巢狀層數、項目數、文件數、引用的檔案數或別名展開後的節點數
///
/// ## Why it matters
/// A few hundred bytes of nested aliases stand for billions of values, and 100 kB of opening brackets keep a YAML
/// parser busy for half a minute. Nothing that plans need comes near the limits, so that a check always ends soon: 16
/// MB a file, 64 levels, 20,000 entries in one mapping or list, 1,000 documents in one file, 1,000 files named by one
/// plan and 64 MB in them, 200 policies, a million values or 4 MB behind aliases, 1,024 bytes in a name, 120 formulas
/// one behind the other, for all expressions of a plan 200,000 figures of maps and series looked at (one for every two
/// bytes of a plan of more than 400 kB, two at a time for `at` and 20 for a return), for all its what-ifs 90,000 steps,
/// about one a figure asked for (one for every 11 bytes of a plan of about 1 MB and more), a million amounts of lines
/// by month and phase, and two million looks at lines and channels to hold adjustments against limits one by one. Of
/// one file, 100 findings of each code and 2,000 in all are told, of one finding 50 places; the number of the rest is
/// said.
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

  /// Aliases that stand for more nodes, or more bytes, than are read in a file.
  package static func tooManyAliased(at range: SourceRange, limits: Limits) -> Diagnostic {
    let (values, megabytes) = (limits.expandedNodes, limits.expandedBytes / 1_000_000)
    return Diagnostic(
      Self.self, at: range,
      Message(
        en: "the aliases up to here stand for more than \(values) values or \(megabytes) MB",
        hans: "到此处为止的别名所代表的值超过 \(values) 个或 \(megabytes) MB",
        hant: "到此處為止的別名所代表的值超過 \(values) 個或 \(megabytes) MB"),
      help: Message(
        en: "Write the values out where they are needed; further aliases are not read.",
        hans: "请在需要处直接写出这些值；其余别名不再读取。", hant: "請在需要處直接寫出這些值；其餘別名不再讀取。"))
  }

  /// A key of more bytes than a name may have.
  package static func tooLongKey(at range: SourceRange, limit: Int) -> Diagnostic {
    Diagnostic(
      Self.self, at: range,
      Message(
        en: "this key has more than \(limit) bytes; its entry is not read", hans: "此键超过 \(limit) 字节；该条目不予读取",
        hant: "此鍵超過 \(limit) 位元組；該項目不予讀取"),
      help: Message(
        en: "Give it a short name, and say the rest in a `title` or a `note`.",
        hans: "请改用简短的名称，其余内容写进 `title` 或 `note`。",
        hant: "請改用簡短的名稱，其餘內容寫進 `title` 或 `note`。"))
  }

  /// A word, such as an id or a category, of more bytes than a name may have.
  ///
  /// - Parameter key: the key it stands under.
  package static func tooLongWord(_ key: String, at range: SourceRange, limit: Int) -> Diagnostic {
    Diagnostic(
      Self.self, at: range,
      Message(
        en: "`\(key)` has more than \(limit) bytes and is not read", hans: "`\(key)` 超过 \(limit) 字节，不予读取",
        hant: "`\(key)` 超過 \(limit) 位元組，不予讀取"),
      help: Message(
        en: "Write a short name here, and say the rest in a `title` or a `note`.",
        hans: "此处请写简短的名称，其余内容写进 `title` 或 `note`。",
        hant: "此處請寫簡短的名稱，其餘內容寫進 `title` 或 `note`。"))
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

  /// More policies than a plan may answer to.
  package static func tooManyPolicies(at range: SourceRange, limit: Int) -> Diagnostic {
    Diagnostic(
      Self.self, at: range,
      Message(
        en: "the plan answers to more than \(limit) policies", hans: "计划须遵循的政策超过 \(limit) 份",
        hant: "計畫須遵循的政策超過 \(limit) 份"),
      help: Message(
        en: "Unite policies into fewer documents; those from here on are not applied.",
        hans: "请把政策合并为较少的文档；此处之后的政策不予执行。", hant: "請把政策合併為較少的文件；此處之後的政策不予執行。"))
  }

  /// More documents than a file may have.
  package static func tooManyDocuments(at range: SourceRange, limit: Int) -> Diagnostic {
    Diagnostic(
      Self.self, at: range,
      Message(
        en: "the file has more than \(limit) documents", hans: "一个文件中的文档超过 \(limit) 份", hant: "一個檔案中的文件超過 \(limit) 份"),
      help: Message(
        en: "Put several sections into one document; what follows here is not read.",
        hans: "请把多个部分写进同一份文档；此处之后的内容不再读取。", hant: "請把多個部分寫進同一份文件；此處之後的內容不再讀取。"))
  }

  /// More entries, or items of a list, than are read.
  ///
  /// - Parameter key: the key they stand under.
  package static func tooManyEntries(_ key: String, at range: SourceRange, limit: Int) -> Diagnostic {
    Diagnostic(
      Self.self, at: range,
      Message(
        en: "`\(key)` has more than \(limit) entries", hans: "`\(key)` 的条目超过 \(limit) 个",
        hant: "`\(key)` 的項目超過 \(limit) 個"),
      help: Message(
        en: "Split the plan; the entries from here on are not read.", hans: "请拆分计划；此处之后的条目不再读取。",
        hant: "請拆分計畫；此處之後的項目不再讀取。"))
  }

  /// More problems of what is written than are told of one by one.
  package static func tooManyMistakes(at range: SourceRange, limit: Int) -> Diagnostic {
    Diagnostic(
      Self.self, at: range,
      Message(
        en: "more than \(limit) fields are wrong; the rest is not shown", hans: "有误的字段超过 \(limit) 处；其余不再显示",
        hant: "有誤的欄位超過 \(limit) 處；其餘不再顯示"),
      help: Message(
        en: "Mend these first, then check again.", hans: "请先改正这些问题，再重新检查。", hant: "請先改正這些問題，再重新檢查。"))
  }

  /// Findings of one code, or of any, that are not told one by one.
  ///
  /// - Parameters:
  ///   - code: nil for those of any code that follow the most a file is told of.
  ///   - count: how many there are besides those told.
  ///   - severity: that of the worst of them.
  package static func further(_ code: String?, count: Int, severity: Severity, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      Self.self, at: range,
      code.map { code in
        Message(
          en: "\(count) more of \(code) in this file, from here on", hans: "本文件自此处起还有 \(count) 处 \(code)",
          hant: "本檔案自此處起還有 \(count) 處 \(code)")
      }
        ?? Message(
          en: "\(count) more findings in this file, from here on", hans: "本文件自此处起还有 \(count) 处问题",
          hant: "本檔案自此處起還有 \(count) 處問題"),
      help: Message(
        en: "Mend those shown first, then check again.", hans: "请先改正已列出的问题，再重新检查。",
        hant: "請先改正已列出的問題，再重新檢查。"),
      severity: severity)
  }

  /// More nouns, over all rules of the house, than are looked at.
  package static func tooManyChecks(at range: SourceRange, limit: Int) -> Diagnostic {
    Diagnostic(
      Self.self, at: range,
      Message(
        en: "the rules of the house up to here look at more than \(limit) things in one plan",
        hans: "到此处为止，自定规则在一份计划中要检查的对象超过 \(limit) 个", hant: "到此處為止，自訂規則在一份計畫中要檢查的對象超過 \(limit) 個"),
      help: Message(
        en:
          "Unite short rules over the same things with `and`, and shorten long ones; this rule and those after it are not applied.",
        hans: "请用 `and` 合并针对同类对象的简短规则，并精简过长的规则；此规则及其后的规则不予检查。",
        hant: "請用 `and` 合併針對同類對象的簡短規則，並精簡過長的規則；此規則及其後的規則不予檢查。"))
  }

  /// More nouns, over all limits and all states that adjustments leave a plan in, than are looked at.
  package static func tooManyStates(at range: SourceRange, limit: Int) -> Diagnostic {
    Diagnostic(
      Self.self, at: range,
      Message(
        en:
          "to hold every adjustment up to here against the limits takes more than \(limit) looks at lines and channels",
        hans: "到此处为止，逐笔按限额核对调整须查看科目与渠道超过 \(limit) 次",
        hant: "到此處為止，逐筆按限額核對調整須查看科目與通路超過 \(limit) 次"),
      help: Message(
        en:
          "Unite adjustments, or limits; this one and those after it are checked together, as the last of them leaves the plan.",
        hans: "请合并调整或限额；此笔及其后的调整不再逐笔核对，只核对最后一笔之后的结果。",
        hant: "請合併調整或限額；此筆及其後的調整不再逐筆核對，只核對最後一筆之後的結果。"))
  }

  /// More amounts, a line's by month and by phase, than are worked out.
  package static func tooManyAmounts(at range: SourceRange, limit: Int) -> Diagnostic {
    Diagnostic(
      Self.self, at: range,
      Message(
        en: "the lines by month and by phase come to more than \(limit) amounts",
        hans: "各科目按月、按阶段分摊的金额超过 \(limit) 个", hant: "各科目按月、按階段分攤的金額超過 \(limit) 個"),
      help: Message(
        en: "Plan fewer lines, phases or years at once; what is spent when is not worked out.",
        hans: "请减少科目、阶段或年数；各期支出不予计算。", hant: "請減少科目、階段或年數；各期支出不予計算。"))
  }

  /// More formulas, one behind the other, than a figure may need.
  package static func tooManySteps(_ path: String, at range: SourceRange, limit: Int) -> Diagnostic {
    Diagnostic(
      Self.self, at: range,
      Message(
        en: "`\(path)` needs more than \(limit) formulas, one behind the other, and is not worked out",
        hans: "`\(path)` 的公式前后相接超过 \(limit) 层，不予计算", hant: "`\(path)` 的公式前後相接超過 \(limit) 層，不予計算"),
      help: Message(
        en: "State a figure halfway, or derive it from the first one with a power; nothing that needs it is checked.",
        hans: "请在中途直接写出一个数字，或用乘方从起始数字推导；凡依赖它的数字都不检查。",
        hant: "請在中途直接寫出一個數字，或用乘冪從起始數字推導；凡相依於它的數字都不檢查。"))
  }

  /// More steps, over all what-ifs, than are taken.
  package static func tooManyWhatIfs(at range: SourceRange, limit: Int) -> Diagnostic {
    Diagnostic(
      Self.self, at: range,
      Message(
        en: "the what-ifs of the plan take more than \(limit) steps",
        hans: "本计划的假设测算合计超过 \(limit) 步", hant: "本計畫的假設測算合計超過 \(limit) 步"),
      help: Message(
        en:
          "Keep the rows of `sensitivity`, `break_even` and `scenarios` that a decision hangs on; this one and those after it are not worked out.",
        hans: "`sensitivity`、`break_even` 与 `scenarios` 中请只保留影响决策的行；此行及其后的各行不予计算。",
        hant: "`sensitivity`、`break_even` 與 `scenarios` 中請只保留影響決策的列；此列及其後的各列不予計算。"))
  }

  /// More days, over all events that recur, than timetables list.
  package static func tooManyDays(at range: SourceRange, limit: Int) -> Diagnostic {
    Diagnostic(
      Self.self, at: range,
      Message(
        en: "the events up to here come to more than \(limit) days", hans: "到此处为止，例行活动合计超过 \(limit) 天",
        hant: "到此處為止，例行活動合計超過 \(limit) 天"),
      help: Message(
        en: "Give events a shorter `period` or a slower `cadence`; no days are listed of this one and those after it.",
        hans: "请缩短 `period` 或放慢 `cadence`；此项及其后的活动不列出日期。",
        hant: "請縮短 `period` 或放慢 `cadence`；此項及其後的活動不列出日期。"))
  }
}
