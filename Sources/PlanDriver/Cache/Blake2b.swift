/// A BLAKE2b digest of 256 bits: two texts with the same one do not come up, not even where somebody looks for them.
struct Digest: Sendable, Hashable {
  var a: UInt64
  var b: UInt64
  var c: UInt64
  var d: UInt64

  /// How many bytes it takes in a file.
  static let size = 32

  var words: [UInt64] { [a, b, c, d] }

  /// In hexadecimal digits, as the standard prints it.
  var text: String {
    words.map { word in
      let digits = String(word.byteSwapped, radix: 16)
      return String(repeating: "0", count: 16 - digits.utf8.count) + digits
    }.joined()
  }
}

/// The BLAKE2b digest of some bytes, 32 bytes long and without a key (RFC 7693).
///
/// Of the hashes that withstand a person who looks for collisions it is the fastest that needs no special instructions:
/// a plan is read from memory about as fast as it is hashed.
func blake2b(_ bytes: UnsafeRawBufferPointer) -> Digest {
  var state = Blake2b()
  var place = 0
  while bytes.count - place > Blake2b.blockSize {
    state.absorb(
      UnsafeRawBufferPointer(rebasing: bytes[place..<place + Blake2b.blockSize]), upTo: place + Blake2b.blockSize)
    place += Blake2b.blockSize
  }
  withUnsafeTemporaryAllocation(byteCount: Blake2b.blockSize, alignment: 8) { block in
    block.initializeMemory(as: UInt8.self, repeating: 0)
    block.copyMemory(from: UnsafeRawBufferPointer(rebasing: bytes[place...]))
    state.absorb(UnsafeRawBufferPointer(block), upTo: bytes.count, isLast: true)
  }
  return state.digest
}

/// The BLAKE2b digest of some bytes.
func blake2b(_ bytes: [UInt8]) -> Digest { bytes.withUnsafeBytes { blake2b($0) } }

/// The names are those of RFC 7693.
private struct Blake2b {
  static let blockSize = 128

  private static let iv: (UInt64, UInt64, UInt64, UInt64, UInt64, UInt64, UInt64, UInt64) = (
    0x6a09_e667_f3bc_c908, 0xbb67_ae85_84ca_a73b, 0x3c6e_f372_fe94_f82b, 0xa54f_f53a_5f1d_36f1,
    0x510e_527f_ade6_82d1, 0x9b05_688c_2b3e_6c1f, 0x1f83_d9ab_fb41_bd6b, 0x5be0_cd19_137e_2179
  )

  private var h = iv

  /// No key, one leaf, and a digest of 32 bytes.
  init() { h.0 ^= 0x0101_0000 ^ UInt64(Digest.size) }

  var digest: Digest { Digest(a: h.0, b: h.1, c: h.2, d: h.3) }

  /// The compression function F.
  mutating func absorb(_ block: UnsafeRawBufferPointer, upTo count: Int, isLast: Bool = false) {
    let iv = Self.iv
    let message = Block(block)
    var v = Working(
      h.0, h.1, h.2, h.3, h.4, h.5, h.6, h.7, iv.0, iv.1, iv.2, iv.3, iv.4 ^ UInt64(count), iv.5,
      isLast ? ~iv.6 : iv.6, iv.7)
    v.round(message, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15)
    v.round(message, 14, 10, 4, 8, 9, 15, 13, 6, 1, 12, 0, 2, 11, 7, 5, 3)
    v.round(message, 11, 8, 12, 0, 5, 2, 15, 13, 10, 14, 3, 6, 7, 1, 9, 4)
    v.round(message, 7, 9, 3, 1, 13, 12, 11, 14, 2, 6, 5, 10, 4, 0, 15, 8)
    v.round(message, 9, 0, 5, 7, 2, 4, 10, 15, 14, 1, 11, 12, 6, 8, 3, 13)
    v.round(message, 2, 12, 6, 10, 0, 11, 8, 3, 4, 13, 7, 5, 15, 14, 1, 9)
    v.round(message, 12, 5, 1, 15, 14, 13, 4, 10, 0, 7, 6, 3, 9, 2, 8, 11)
    v.round(message, 13, 11, 7, 14, 12, 1, 3, 9, 5, 0, 15, 4, 8, 6, 2, 10)
    v.round(message, 6, 15, 14, 9, 11, 3, 0, 8, 12, 2, 13, 7, 1, 4, 10, 5)
    v.round(message, 10, 2, 8, 4, 7, 6, 1, 5, 15, 11, 9, 14, 3, 12, 13, 0)
    v.round(message, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15)
    v.round(message, 14, 10, 4, 8, 9, 15, 13, 6, 1, 12, 0, 2, 11, 7, 5, 3)
    h.0 ^= v.v0 ^ v.v8
    h.1 ^= v.v1 ^ v.v9
    h.2 ^= v.v2 ^ v.v10
    h.3 ^= v.v3 ^ v.v11
    h.4 ^= v.v4 ^ v.v12
    h.5 ^= v.v5 ^ v.v13
    h.6 ^= v.v6 ^ v.v14
    h.7 ^= v.v7 ^ v.v15
  }

  /// The sixteen words of a block.
  private struct Block {
    private let block: UnsafeRawBufferPointer

    init(_ block: UnsafeRawBufferPointer) { self.block = block }

    @inline(__always)
    subscript(place: Int) -> UInt64 {
      UInt64(littleEndian: block.loadUnaligned(fromByteOffset: 8 * place, as: UInt64.self))
    }
  }

  /// The working vector, in variables of its own so that it stays in registers.
  private struct Working {
    var (v0, v1, v2, v3, v4, v5, v6, v7): (UInt64, UInt64, UInt64, UInt64, UInt64, UInt64, UInt64, UInt64)
    var (v8, v9, v10, v11, v12, v13, v14, v15): (UInt64, UInt64, UInt64, UInt64, UInt64, UInt64, UInt64, UInt64)

    @inline(__always)
    init(
      _ v0: UInt64, _ v1: UInt64, _ v2: UInt64, _ v3: UInt64, _ v4: UInt64, _ v5: UInt64, _ v6: UInt64, _ v7: UInt64,
      _ v8: UInt64, _ v9: UInt64, _ v10: UInt64, _ v11: UInt64, _ v12: UInt64, _ v13: UInt64, _ v14: UInt64,
      _ v15: UInt64
    ) {
      (self.v0, self.v1, self.v2, self.v3, self.v4, self.v5, self.v6, self.v7) = (v0, v1, v2, v3, v4, v5, v6, v7)
      (self.v8, self.v9, self.v10, self.v11) = (v8, v9, v10, v11)
      (self.v12, self.v13, self.v14, self.v15) = (v12, v13, v14, v15)
    }

    @inline(__always)
    mutating func round(
      _ m: Block, _ s0: Int, _ s1: Int, _ s2: Int, _ s3: Int, _ s4: Int, _ s5: Int, _ s6: Int, _ s7: Int,
      _ s8: Int, _ s9: Int, _ s10: Int, _ s11: Int, _ s12: Int, _ s13: Int, _ s14: Int, _ s15: Int
    ) {
      mix(&v0, &v4, &v8, &v12, m[s0], m[s1])
      mix(&v1, &v5, &v9, &v13, m[s2], m[s3])
      mix(&v2, &v6, &v10, &v14, m[s4], m[s5])
      mix(&v3, &v7, &v11, &v15, m[s6], m[s7])
      mix(&v0, &v5, &v10, &v15, m[s8], m[s9])
      mix(&v1, &v6, &v11, &v12, m[s10], m[s11])
      mix(&v2, &v7, &v8, &v13, m[s12], m[s13])
      mix(&v3, &v4, &v9, &v14, m[s14], m[s15])
    }
  }
}

/// The mixing function G.
@inline(__always)
private func mix(
  _ a: inout UInt64, _ b: inout UInt64, _ c: inout UInt64, _ d: inout UInt64, _ x: UInt64, _ y: UInt64
) {
  a = a &+ b &+ x
  d = rotated(d ^ a, 32)
  c = c &+ d
  b = rotated(b ^ c, 24)
  a = a &+ b &+ y
  d = rotated(d ^ a, 16)
  c = c &+ d
  b = rotated(b ^ c, 63)
}

@inline(__always)
private func rotated(_ word: UInt64, _ count: UInt64) -> UInt64 { word &>> count | word &<< (64 - count) }
