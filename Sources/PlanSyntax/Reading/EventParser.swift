import CYAML

/// libyaml's parser over bytes that outlive it.
///
/// The parser keeps its own address inside itself, so it lives on the heap and is never moved.
struct EventParser: ~Copyable {
  private let parser: UnsafeMutablePointer<yaml_parser_t>
  private let event: UnsafeMutablePointer<yaml_event_t>

  /// Nil when there is no memory for a parser.
  init?(_ bytes: UnsafeBufferPointer<UInt8>) {
    parser = .allocate(capacity: 1)
    event = .allocate(capacity: 1)
    guard yaml_parser_initialize(parser) == 1 else {
      parser.deallocate()
      event.deallocate()
      return nil
    }
    yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    yaml_parser_set_input_string(parser, bytes.baseAddress, bytes.count)
  }

  deinit {
    yaml_parser_delete(parser)
    parser.deallocate()
    event.deallocate()
  }

  /// Reads one event and hands it to `body`; nil when libyaml gives up, and `failure` says why.
  @inline(__always)
  mutating func next<R>(_ body: (UnsafePointer<yaml_event_t>) -> R) -> R? {
    guard yaml_parser_parse(parser, event) == 1 else { return nil }
    defer { yaml_event_delete(event) }
    return body(UnsafePointer(event))
  }

  /// Why libyaml gave up. Marks are in code points, `byte` in bytes.
  var failure: Failure {
    let state = parser.pointee
    return Failure(
      isEncoding: state.error == YAML_READER_ERROR,
      problem: state.problem.map { String(cString: $0) } ?? "",
      context: state.context.map { String(cString: $0) } ?? "",
      problemMark: state.problem_mark.index, contextMark: state.context_mark.index, byte: state.problem_offset)
  }

  struct Failure {
    let isEncoding: Bool
    let problem: String
    let context: String
    let problemMark: Int
    let contextMark: Int
    let byte: Int
  }
}
