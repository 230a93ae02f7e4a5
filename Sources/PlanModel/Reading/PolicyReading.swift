import PlanQuantities
import PlanSyntax
package import PlanText

/// What reading a policy for its own sake gives.
package struct ReadPolicy: Sendable {
  /// The policy, and before it what it extends.
  package let members: [PolicyBook.Member]
  package let diagnostics: [Diagnostic]
  /// Every file read, its own first.
  package let files: [SourceFile]
}

/// Reads a policy that no plan asks for, with all it extends.
package func readPolicy(_ document: Document, files: any FileAccess) -> ReadPolicy {
  var loader = FileLoader(files: files, sources: [document.tree.file])
  var chain = PolicyChain()
  chain.add(document, by: &loader)
  var dialect = Dialect(currency: "CNY")
  var diagnostics: [Diagnostic] = []
  let members = chain.read(&dialect, &diagnostics)
  return ReadPolicy(members: members, diagnostics: diagnostics + loader.diagnostics, files: loader.sources)
}

/// Reads one policy document; its currencies and units join the language that what stands under it is read in.
func readPolicy(_ document: Document, dialect: inout Dialect) -> (policy: Policy, diagnostics: [Diagnostic]) {
  let tree = document.tree
  if let units = tree.value(of: "units", in: document.root), tree.kind(units) == .mapping {
    for (name, synonyms) in tree.entries(units) {
      dialect.learn(unit: tree.text(name))
      let words = tree.kind(synonyms) == .sequence ? Array(tree.items(synonyms)) : [synonyms]
      for word in words where tree.kind(word) == .scalar {
        dialect.learn(synonym: tree.text(word), of: tree.text(name))
      }
    }
  }
  if let currencies = tree.value(of: "currencies", in: document.root), tree.kind(currencies) == .mapping {
    for (code, currency) in tree.entries(currencies) where tree.kind(currency) == .mapping {
      guard let symbols = tree.value(of: "symbols", in: currency) else { continue }
      let words = tree.kind(symbols) == .sequence ? Array(tree.items(symbols)) : [symbols]
      for word in words { dialect.learn(currencyWord: tree.text(word), of: tree.text(code)) }
    }
  }
  var decoder = Decoder(tree, dialect: dialect)
  let policy = decoder.noun(document.root, Policy.self, keyRange: .nowhere)
  return (policy, decoder.diagnostics)
}
