/// A growable run of trivial values, written without bounds checks or copies on write.
struct Arena<Element: BitwiseCopyable>: ~Copyable {
  private(set) var base: UnsafeMutablePointer<Element>
  private(set) var count = 0
  private var capacity: Int

  init(capacity: Int) {
    self.capacity = max(capacity, 16)
    base = .allocate(capacity: self.capacity)
  }

  deinit { base.deallocate() }

  @inline(__always)
  mutating func append(_ element: Element) {
    if count == capacity { grow(to: count + 1) }
    (base + count).initialize(to: element)
    count += 1
  }

  mutating func append(_ elements: UnsafeBufferPointer<Element>) {
    guard let start = elements.baseAddress, elements.count > 0 else { return }
    if count + elements.count > capacity { grow(to: count + elements.count) }
    (base + count).initialize(from: start, count: elements.count)
    count += elements.count
  }

  /// Forgets what stands at `newCount` and after.
  mutating func truncate(to newCount: Int) { count = min(count, newCount) }

  private mutating func grow(to needed: Int) {
    let larger = max(capacity * 2, needed)
    let moved = UnsafeMutablePointer<Element>.allocate(capacity: larger)
    moved.moveInitialize(from: base, count: count)
    base.deallocate()
    base = moved
    capacity = larger
  }

  /// The contents in memory of exactly their size, which the caller owns.
  func copied() -> UnsafeMutablePointer<Element> {
    let copy = UnsafeMutablePointer<Element>.allocate(capacity: max(count, 1))
    copy.initialize(from: base, count: count)
    return copy
  }
}
