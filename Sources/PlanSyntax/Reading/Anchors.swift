/// The anchors of one document and what reading their aliases costs.
struct Anchors {
  private var newest: [String: Int] = [:]
  private var known: [Anchor] = []
  /// What the aliases read so far stand for.
  private(set) var aliased = Size()

  /// How much is read in a node's place, what aliases in it stand for counted each time.
  struct Size: BitwiseCopyable {
    var nodes = 0
    var bytes = 0

    static func + (a: Size, b: Size) -> Size {
      Size(nodes: min(a.nodes + b.nodes, Int.max / 4), bytes: min(a.bytes + b.bytes, Int.max / 4))
    }
    static func - (a: Size, b: Size) -> Size { Size(nodes: a.nodes - b.nodes, bytes: a.bytes - b.bytes) }

    func isOver(_ limits: Limits) -> Bool { nodes > limits.expandedNodes || bytes > limits.expandedBytes }
  }

  struct Anchor {
    let node: Int
    /// The offset of the node's anchor or tag, whichever is first.
    let place: Int
    /// What it stands for; nil while it is still open.
    var size: Size?
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
    known.append(Anchor(node: node, place: place, size: nil, height: 0))
    return known.count - 1
  }

  mutating func close(_ number: Int, size: Size, height: Int) {
    known[number].size = size
    known[number].height = height
  }

  /// Notes a scalar of so many bytes.
  mutating func add(_ name: UnsafePointer<UInt8>, node: Int, bytes: Int, place: Int) {
    newest[String(cString: name)] = known.count
    known.append(Anchor(node: node, place: place, size: Size(nodes: 1, bytes: bytes), height: 0))
  }

  subscript(name: String) -> Anchor? { newest[name].map { known[$0] } }

  mutating func use(_ size: Size) { aliased = aliased + size }
}
