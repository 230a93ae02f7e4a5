import PlanExpressions
import PlanModel

/// Words that inputs are made of. Fields, choices and functions are those of the language itself, so that none is
/// forgotten when one is added.
enum FuzzWords {
  /// The keys of every noun.
  static let keys: [String] = Array(Set(NounDescription.all.flatMap { $0.fields.map(\.key) })).sorted()

  /// What a field may be chosen from.
  static let choices: [String] = Array(Set(NounDescription.all.flatMap { $0.fields.flatMap { words(of: $0.shape) } }))
    .sorted()

  private static func words(of shape: Shape) -> [String] {
    switch shape {
    case .choice(let words): words
    case .orNone(let item): words(of: item) + ["none"]
    case .list(let item), .map(let item): words(of: item)
    case .keyed(let key, let item): words(of: key) + words(of: item)
    case .flag: ["true", "false"]
    default: []
    }
  }

  static let literals = [
    "万", "亿", "千", "百万", "万亿", "萬", "億", "k", "m", "bn", "元", "美元", "港元", "¥", "$", "US$", "HK$", "￥", "CNY ",
    "USD", "%", "‰", "pp", "个百分点", "個百分點", "points", "分", "x", "倍", "1:", "ROI ", "人", "名", "users", "坪", "KOLs", "次",
    "件", "/年", "/月", "/人·年", "/y", "/mo", "每年", "每月", "个月", "個月", "小时", "工作日", "周", "兩", "半", "天", "ms", "min",
    "h", "d", "wd", "w", "mo", "q", "y", "~", "–", "至", " to ", "..", "→", "->", "≈", "约", "近", "≥", "<", "超过", "不超過",
    "at least ", "about ", "以上", "左右", "以下", "+", "-", ",", ".", "1e9", "９", "　", "，", "（", "）", "満分", "(满分10分)",
    "24x7", "7×24小时", "2025", "Q1", "H2", "月", "日", "999999999999999999", "0.000000001", "00", "/10",
  ]

  static let dates = [
    "2025", "9999", "0001", "0000", "Q1", "Q4", "H1", "H2", "-W53", "-W01", "-02-29", "-12-31", "-13", "年", "月", "日",
    "季度", "第三季度", "上半年", "下半年", "..", "至", "~", "–", "-", "２０２４", "Ｑ", "/", ".", "FY", "年Q", "底", "初",
  ]

  static let expressions: [String] =
    Function.all.map { $0.name + "(" } + FuzzScope.figures.keys.sorted()
    + [
      "circle", " + ", " - ", " * ", " / ", " ^ ", " < ", " <= ", " = ", " != ", " ≥ ", "(", ")", ", ", "if ", " then ",
      " else ", " and ", " or ", "not ", " for 2 weeks", " 连续两周", "10%", "0", "1", "-1", "1.2亿元", "2025Q1", "4w",
      "15pp",
      "0.5", "100", "USD 5", "50人", "2025-06-30", "≈", "999999999999", "0.0000001", "＋", "（", "）", "、", "预算",
    ]

  /// Values that plans hold.
  static let values: [String] = [
    "0", "-1", "1", "0%", "100%", "250%", "-20%", "1.2亿元", "500万元", "-5万元", "0元", "99999999999999999999元", "EUR 100k",
    "2160万元/年", "380元/人", "50人", "3个月", "2wd", "1000y", "99999999d", "0d", "2025", "2025Q1", "2025-03-01",
    "2024H2..2026Q1", "0001..9999",
    "9999-12-31", "0001-01-01", "2025-W01", "2-5%", "≥3:1", "15pp", "7×24小时", "72h→4h", "8.6/10", "none", "true",
    "false",
    "~", "{}", "[]", "budget.total", "sum(budget.lines)", "npv", "budget.total / 0", "cmo", "[cmo, cfo]", "*a", "&a x",
    "\"\"", "part.yaml", "policy.yaml", "[part.yaml]", "[policy.yaml]", "[plan.yaml]", "{en: A, zh-Hans: 甲}", "#ff0000",
    "a FS+3d", "b SS-99999d", "daily", "weekly", "monthly", "1000000 per 0y", "1e400", "0.1e-400", "nan",
  ]

  static let plan: [String] =
    keys.map { $0 + ": " } + choices + values + ParserTarget.words
    + [
      "kind: policy\n", "kind: portfolio\n", "kind: theme\n", "kind: part\n", "# file: part.yaml\n",
      "# marplan: ignore ",
    ]
}
