package import PlanText

/// A term with one meaning.
package struct Term: Noun {
  package var common = Common()
  package var meaning: Text?
  package var term: Text?
  package var avoid: [Located<String>]?

  package init() {}

  package static let nounName = "term"

  package static let table = NounTable<Term>(
    Doc("a term with one meaning", "含义唯一的术语"),
    example: """
      glossary:
        omo: {term: OMO, meaning: {en: Online merges with offline, zh-Hans: 线上线下融合}}
        member: {meaning: 过去12个月至少下单一次的注册用户, avoid: [VIP]}
      """,
    [
      Field("meaning", \.meaning, .text, .required, Doc("what it means", "含义"), principal: true),
      Field("term", \.term, .text, Doc("the words, if they are not the id", "术语本身，若与 id 不同")),
      Field("avoid", \.avoid, .list(.word), Doc("words not to use for it", "不应使用的说法")),
    ])
}

/// Prose of the report; the compiler numbers it.
package struct Chapter: Noun {
  package var common = Common()
  package var text: Text?
  package var after: Located<String>?

  package init() {}

  package static let nounName = "chapter"

  package static let table = NounTable<Chapter>(
    Doc("prose of the report", "报告中的一章文字"),
    example: """
      chapters:
        why-now:
          title: {en: Why now, zh-Hans: 为何现在}
          text: {en: Leases of nine stores end in 2025., zh-Hans: 九家门店的租约将于2025年到期。}
      """,
    [
      Field("title", \.common.title, .text, Doc("its heading; numbered by the compiler", "标题，编号由编译器给出")),
      Field("text", \.text, .prose, .required, Doc("the prose", "正文"), principal: true),
      Field("after", \.after, .word, Doc("the section of the report it follows", "排在报告的哪一节之后")),
    ])
}
