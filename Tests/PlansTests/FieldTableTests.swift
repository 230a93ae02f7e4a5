import PlanModel
import Testing

/// A field is said in one place: each stored property of a noun has its row in the noun's table.
@Suite struct FieldTableTests {
  @Test func everyPropertyHasARow() {
    for type in NounDescription.types { check(type) }
  }

  /// A noun has as many rows that store something as it has properties; keys are in no table twice.
  private func check<N: Noun>(_ noun: N.Type) {
    let properties = Mirror(reflecting: N()).children.compactMap(\.label).filter { $0 != "common" }
    let rows = N.table.fields.filter { field in
      return CommonField(rawValue: field.key).map { properties.contains("\($0)") } ?? true
    }
    #expect(properties.count == rows.count, "\(N.nounName): \(properties) against \(rows.map(\.key))")
    #expect(Set(N.table.fields.map(\.key)).count == N.table.fields.count, "\(N.nounName) has a key twice")
  }
}
