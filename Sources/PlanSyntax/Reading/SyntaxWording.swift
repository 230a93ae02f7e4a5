import PlanText

/// What is said of one kind of syntax error.
struct SyntaxWording {
  let message: Message
  let help: Message

  init(_ message: Message, help: Message) {
    self.message = message
    self.help = help
  }

  /// The wording of a problem as libyaml names it; unknown ones are quoted.
  static func of(libyaml problem: String, context: String) -> SyntaxWording {
    if let wording = table[problem] { return wording }
    if let wording = contexts[context] { return wording }
    return SyntaxWording(
      Message(
        en: "this is not well-formed YAML (\(problem))", hans: "这不是格式正确的 YAML（\(problem)）",
        hant: "這不是格式正確的 YAML（\(problem)）"),
      help: lookAbove)
  }

  private static let lookAbove = Message(
    en: "Look for an unclosed quote or bracket, a missing colon or an odd indentation here and in the line above.",
    hans: "请在此处和上一行查找未闭合的引号或括号、缺少的冒号或不一致的缩进。",
    hant: "請在此處和上一行尋找未閉合的引號或括號、缺少的冒號或不一致的縮排。")

  // MARK: - Found by looking at the text around the error

  static let unclosedQuote = SyntaxWording(
    Message(en: "this quote is never closed", hans: "这个引号没有闭合", hant: "這個引號沒有閉合"),
    help: Message(
      en: "Close it at the end of the text.", hans: "请在文字末尾补上引号。", hant: "請在文字末尾補上引號。"))

  static let unclosedBrace = SyntaxWording(
    Message(en: "this `{` is never closed", hans: "这个 `{` 没有闭合", hant: "這個 `{` 沒有閉合"),
    help: Message(
      en: "Write `}` after the last entry.", hans: "请在最后一项之后写 `}`。", hant: "請在最後一項之後寫 `}`。"))

  static let unclosedBracket = SyntaxWording(
    Message(en: "this `[` is never closed", hans: "这个 `[` 没有闭合", hant: "這個 `[` 沒有閉合"),
    help: Message(
      en: "Write `]` after the last item.", hans: "请在最后一项之后写 `]`。", hant: "請在最後一項之後寫 `]`。"))

  static let missingComma = SyntaxWording(
    Message(en: "a comma or the closing bracket is missing before this", hans: "此处之前缺少逗号或右括号", hant: "此處之前缺少逗號或右括號"),
    help: Message(
      en: "Separate entries inside brackets with `, `, and quote texts that hold `, [ ] { }` or `: `.",
      hans: "括号内各项之间用 `, ` 分隔；含有 `, [ ] { }` 或 `: ` 的文字请加引号。",
      hant: "括號內各項之間用 `, ` 分隔；含有 `, [ ] { }` 或 `: ` 的文字請加引號。"))

  static let missingColon = SyntaxWording(
    Message(
      en: "this line is neither `key: value` nor a list item", hans: "这一行既不是 `键: 值`，也不是列表项",
      hant: "這一行既不是 `鍵: 值`，也不是清單項目"),
    help: Message(
      en: "Write `: ` after the key, or indent the line more deeply than the key whose text it goes on.",
      hans: "请在键之后写 `: `；若是上一个键的文字的延续，请比那个键缩进更深。",
      hant: "請在鍵之後寫 `: `；若是上一個鍵的文字的延續，請比那個鍵縮排更深。"))

  static let deeperThanValue = SyntaxWording(
    Message(
      en: "this key is indented below a key that has a value already", hans: "这个键缩进在一个已经有值的键之下",
      hant: "這個鍵縮排在一個已經有值的鍵之下"),
    help: Message(
      en: "Indent it as its neighbours are, or take the value off the line above.",
      hans: "请与同级的键对齐，或删去上一行的值。", hant: "請與同級的鍵對齊，或刪去上一行的值。"))

  static let afterQuote = SyntaxWording(
    Message(en: "text follows a closing quote", hans: "右引号之后还有文字", hant: "右引號之後還有文字"),
    help: Message(
      en: "Put the whole value inside the quotes; write a quote inside double quotes as `\\\"`.",
      hans: "请把整个值放进引号；双引号内的引号写作 `\\\"`。", hant: "請把整個值放進引號；雙引號內的引號寫作 `\\\"`。"))

  static let tab = SyntaxWording(
    Message(en: "a tab is used to indent", hans: "缩进用了制表符", hant: "縮排用了定位字元"),
    help: Message(
      en: "Indent with blanks; YAML allows no tabs here.", hans: "请用空格缩进；YAML 在此处不允许制表符。",
      hant: "請用空格縮排；YAML 在此處不允許定位字元。"))

  static let memory = SyntaxWording(
    Message(en: "there is no memory to read the file", hans: "内存不足，无法读取文件", hant: "記憶體不足，無法讀取檔案"),
    help: Message(en: "Split the file into parts.", hans: "请把文件拆成几个部分。", hant: "請把檔案拆成幾個部分。"))

  // MARK: - As libyaml names them

  private static let indentation = SyntaxWording(
    Message(
      en: "this line is indented unlike the others of its mapping", hans: "这一行的缩进与同一映射的其他行不同",
      hant: "這一行的縮排與同一對映的其他行不同"),
    help: Message(
      en: "Indent every key of a mapping by the same number of blanks.", hans: "同一映射的每个键请用同样多的空格缩进。",
      hant: "同一對映的每個鍵請用同樣多的空格縮排。"))

  private static let listIndentation = SyntaxWording(
    Message(en: "this line does not go on with the list above", hans: "这一行接不上前面的列表", hant: "這一行接不上前面的清單"),
    help: Message(
      en: "Begin every item with `- `, indented like the first one.", hans: "每一项都以 `- ` 开头，并与第一项对齐。",
      hant: "每一項都以 `- ` 開頭，並與第一項對齊。"))

  private static let mappingHere = SyntaxWording(
    Message(en: "`: ` cannot stand here", hans: "此处不能出现 `: `", hant: "此處不能出現 `: `"),
    help: Message(
      en: "Quote a text that holds `: `, or begin a new line for a new key.", hans: "含有 `: ` 的文字请加引号；新的键请另起一行。",
      hant: "含有 `: ` 的文字請加引號；新的鍵請另起一行。"))

  private static let itemHere = SyntaxWording(
    Message(en: "a list item cannot begin here", hans: "列表项不能从此处开始", hant: "清單項目不能從此處開始"),
    help: Message(
      en: "Put every `- ` on a line of its own, below the key it belongs to.", hans: "每个 `- ` 请另起一行，写在所属的键之下。",
      hant: "每個 `- ` 請另起一行，寫在所屬的鍵之下。"))

  private static let document = SyntaxWording(
    Message(
      en: "the plan ends above this line, and something follows that does not belong to it",
      hans: "计划的内容到上一行为止，此后的内容不属于它", hant: "計畫的內容到上一行為止，此後的內容不屬於它"),
    help: Message(
      en: "Indent the line like the others, or quote it; begin a second document with `---`.",
      hans: "请与其他行对齐，或加引号；第二个文档请以 `---` 开头。", hant: "請與其他行對齊，或加引號；第二份文件請以 `---` 開頭。"))

  private static let escape = SyntaxWording(
    Message(en: "this escape is unknown inside double quotes", hans: "双引号内没有这种转义", hant: "雙引號內沒有這種跳脫"),
    help: Message(
      en: "Write a backslash as `\\\\`, or use single quotes, which know no escapes.",
      hans: "反斜杠请写作 `\\\\`，或改用不作转义的单引号。", hant: "反斜線請寫作 `\\\\`，或改用不作跳脫的單引號。"))

  private static let directive = SyntaxWording(
    Message(en: "a line cannot begin with `%` here", hans: "此处的行不能以 `%` 开头", hant: "此處的行不能以 `%` 開頭"),
    help: Message(
      en: "`%` at the start of a line begins a YAML directive, which plans do not need; quote the text or indent it.",
      hans: "行首的 `%` 是 YAML 指令的开头，计划用不到；请给文字加引号或缩进。",
      hant: "行首的 `%` 是 YAML 指示的開頭，計畫用不到；請替文字加引號或縮排。"))

  private static let blockHeader = SyntaxWording(
    Message(
      en: "the text begins on the line after `|` or `>`", hans: "`|` 或 `>` 的文字应从下一行开始",
      hant: "`|` 或 `>` 的文字應從下一行開始"),
    help: Message(
      en: "Move the text to the next line and indent it with blanks, or quote it.", hans: "请把文字移到下一行并用空格缩进，或加引号。",
      hant: "請把文字移到下一行並用空格縮排，或加引號。"))

  private static let tag = SyntaxWording(
    Message(en: "this tag cannot be read", hans: "无法读取这个标签", hant: "無法讀取這個標籤"),
    help: Message(
      en: "Quote a text that begins with `!`; plans need no tags.", hans: "以 `!` 开头的文字请加引号；计划用不到标签。",
      hant: "以 `!` 開頭的文字請加引號；計畫用不到標籤。"))

  private static let anchor = SyntaxWording(
    Message(en: "the name of an anchor or alias is missing", hans: "缺少锚点或别名的名字", hant: "缺少錨點或別名的名稱"),
    help: Message(
      en: "Quote a text that begins with `&` or `*`.", hans: "以 `&` 或 `*` 开头的文字请加引号。", hant: "以 `&` 或 `*` 開頭的文字請加引號。"))

  private static let content = SyntaxWording(
    Message(en: "a value is missing here", hans: "此处缺少一个值", hant: "此處缺少一個值"),
    help: Message(
      en: "Write the value, or take out the comma or bracket that stands in its place.",
      hans: "请写出该值，或删去占据其位置的逗号或括号。", hant: "請寫出該值，或刪去佔據其位置的逗號或括號。"))

  private static let flowIndicator = SyntaxWording(
    Message(en: "a `:` cannot stand here inside brackets", hans: "括号内此处不能出现 `:`", hant: "括號內此處不能出現 `:`"),
    help: Message(
      en: "Quote a text that holds a colon.", hans: "含有冒号的文字请加引号。", hant: "含有冒號的文字請加引號。"))

  private static let documentInside = SyntaxWording(
    Message(
      en: "`---` or `...` ends the document inside a quoted text", hans: "`---` 或 `...` 在引号内结束了文档",
      hant: "`---` 或 `...` 在引號內結束了文件"),
    help: Message(en: "Close the quote before it, or indent the line.", hans: "请先闭合引号，或缩进该行。", hant: "請先閉合引號，或縮排該行。"))

  private static let cannotStart = SyntaxWording(
    Message(en: "no value can begin with this character", hans: "值不能以这个字符开头", hant: "值不能以這個字元開頭"),
    help: Message(en: "Quote the value.", hans: "请给该值加引号。", hant: "請替該值加引號。"))

  private static let version = SyntaxWording(
    Message(en: "only YAML 1.1 and 1.2 can be read", hans: "只能读取 YAML 1.1 和 1.2", hant: "只能讀取 YAML 1.1 和 1.2"),
    help: Message(en: "Take the `%YAML` line out.", hans: "请删去 `%YAML` 这一行。", hant: "請刪去 `%YAML` 這一行。"))

  /// libyaml 0.2.5's texts.
  private static let table: [String: SyntaxWording] = [
    "could not find expected ':'": missingColon,
    "did not find expected key": indentation,
    "did not find expected '-' indicator": listIndentation,
    "did not find expected ',' or '}'": missingComma,
    "did not find expected ',' or ']'": missingComma,
    "mapping values are not allowed in this context": mappingHere,
    "mapping keys are not allowed in this context": mappingHere,
    "block sequence entries are not allowed in this context": itemHere,
    "did not find expected <document start>": document,
    "did not find expected node content": content,
    "found unexpected ':'": flowIndicator,
    "found unknown escape character": escape,
    "did not find expected hexdecimal number": escape,
    "found invalid Unicode character escape code": escape,
    "found unexpected end of stream": unclosedQuote,
    "found unexpected document indicator": documentInside,
    "found character that cannot start any token": cannotStart,
    "found a tab character that violates indentation": tab,
    "found a tab character where an indentation space is expected": tab,
    "did not find expected comment or line break": blockHeader,
    "found an indentation indicator equal to 0": blockHeader,
    "did not find expected alphabetic or numeric character": anchor,
    "found unknown directive name": directive,
    "could not find expected directive name": directive,
    "found unexpected non-alphabetical character": directive,
    "did not find expected digit or '.' character": version,
    "did not find expected version number": version,
    "found extremely long version number": version,
    "found incompatible YAML document": version,
    "found duplicate %YAML directive": directive,
    "found duplicate %TAG directive": directive,
    "found undefined tag handle": tag,
    "did not find expected tag URI": tag,
    "did not find expected '!'": tag,
    "did not find the expected '>'": tag,
    "did not find URI escaped octet": tag,
    "input is too long": memory,
  ]

  /// For problems whose text says less than where they arose.
  private static let contexts: [String: SyntaxWording] = [
    "while scanning a tag": tag,
    "while parsing a tag": tag,
    "while scanning an anchor": anchor,
    "while scanning an alias": anchor,
    "while scanning a directive": directive,
    "while scanning a %TAG directive": directive,
    "while parsing a %TAG directive": directive,
    "while parsing a tag directive": directive,
    "while scanning a tag directive": directive,
    "while scanning a block scalar": blockHeader,
  ]
}
