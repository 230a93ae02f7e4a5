/// The anchors of one document and what reading their aliases costs.
struct Anchors {
  private var newest: [String: Int] = [:]
  private var known: [Anchor] = []
  /// How many nodes the aliases read so far stand for.
  private(set) var aliased = 0

  struct Anchor {
    let node: Int
    /// The offset of the node's anchor or tag, whichever is first.
    let place: Int
    /// Nodes it stands for; 0 while it is still open.
    var size: Int
    /// Levels of nesting in it, itself included; 0 of a scalar.
    var height: Int
  }

  /// Whether nothing has been marked in this document.
  var isEmpty: Bool { newest.isEmpty }

  /// The names an alias may use here; none if they are too many to look through for each mistake.
  var names: [String] { newest.count <= 200 ? newest.keys.sorted() : [] }

  /// Forgets the anchors of the document before.
  mutating func forgetNames() {
    if !newest.isEmpty { newest = [:] }
  }

  /// Notes a mapping or sequence that begins; its number goes to `close`.
  mutating func open(_ name: UnsafePointer<UInt8>, node: Int, place: Int) -> Int {
    newest[String(cString: name)] = known.count
    known.append(Anchor(node: node, place: place, size: 0, height: 0))
    return known.count - 1
  }

  mutating func close(_ number: Int, size: Int, height: Int) {
    known[number].size = size
    known[number].height = height
  }

  /// Notes a scalar.
  mutating func add(_ name: UnsafePointer<UInt8>, node: Int, place: Int) {
    newest[String(cString: name)] = known.count
    known.append(Anchor(node: node, place: place, size: 1, height: 0))
  }

  subscript(name: String) -> Anchor? { newest[name].map { known[$0] } }

  mutating func use(_ anchor: Anchor) { aliased = min(aliased + anchor.size, Int.max / 4) }
}
