package import PlanText

/// CSV files of performance data.
package struct Actuals: Noun {
  package var common = Common()
  package var file: Located<String>?
  package var encoding: Located<Encoding>?
  package var grain: Located<Cadence>?
  package var columns: Table<ActualsColumn>?
  package var values: Table<Located<String>>?

  package init() {}

  package enum Encoding: String, Choice {
    case utf8 = "utf-8"
    case gb18030, big5
  }

  package static let nounName = "actuals"

  package static let table = NounTable<Actuals>(
    Doc("CSV files of performance data", "实际数据文件"),
    example: """
      actuals:
        spend:
          title: {en: Spend by channel, zh-Hans: 分渠道支出}
          file: actuals/*.csv
          encoding: gb18030
          grain: weekly
          columns: {date: 日期, channel: 渠道, metric: 指标, value: {heading: 金额, unit: 万元}}
          values: {搜索: search, 社交: social}
      """,
    [
      Field("file", \.file, .file, .required, Doc("the file; `*` for many", "文件，可用 *")),
      Field("encoding", \.encoding, .choice(Encoding.self), Doc("utf-8 if left out", "编码，默认 utf-8")),
      Field("grain", \.grain, .choice(Cadence.self), .required, Doc("one row a channel for each", "数据粒度")),
      Field("columns", \.columns, .map(ActualsColumn.self), .required, Doc("our names to the file's headings", "列名对应")),
      Field("values", \.values, .words(.word), Doc("the file's words to our ids", "取值对应")),
    ])
}

/// A column of a CSV file.
package struct ActualsColumn: Noun {
  package var common = Common()
  package var heading: Text?
  package var unit: Located<String>?

  package init() {}

  package static let nounName = "column"

  package static let table = NounTable<ActualsColumn>(
    Doc("a column of a CSV file", "数据文件的一列"), common: [.note],
    example: """
      actuals:
        crm:
          file: actuals/members.csv
          grain: monthly
          columns: {period: month, metric: kpi, value: {heading: result, unit: "%", note: without the sign}}
      """,
    [
      Field("heading", \.heading, .text, .required, Doc("its heading", "列标题"), principal: true),
      Field("unit", \.unit, .word, Doc("unit of a bare number", "纯数字的单位")),
    ])
}
