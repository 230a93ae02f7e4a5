import Glibc

/// Bytes of stack a thread that checks plans has, or may grow to: several times what the deepest chain of formulas needs.
/// Systems give a thread anything from 128 kB up, and follow `ulimit -s`, which may be lower still.
private let roomyStack = 16 << 20

/// Runs work on threads of roomy stacks, this one and others, and comes back when all of it is done.
///
/// - Parameters:
///   - count: how often the work is run, at most, this thread's share counted in; less often where the system gives no
///     more threads.
///   - work: takes what is left to do until there is nothing left.
func onThreads(_ count: Int, _ work: @escaping @Sendable () -> Void) {
  let others = (1..<max(1, count)).compactMap { _ in startThread(work) }
  work()
  for thread in others { pthread_join(thread, nil) }
}

/// Runs work on this thread if its stack may grow as far as checking plans needs, else on one of its own.
package func withRoomyStack(_ work: @escaping @Sendable () -> Void) {
  var limit = rlimit()
  let isKnown = getrlimit(__rlimit_resource_t(RLIMIT_STACK.rawValue), &limit) == 0
  if isKnown, limit.rlim_cur < rlim_t(roomyStack / 2), let thread = startThread(work) {
    pthread_join(thread, nil)
  } else {
    work()
  }
}

private func startThread(_ work: @escaping @Sendable () -> Void) -> pthread_t? {
  withUnsafeTemporaryAllocation(of: pthread_attr_t.self, capacity: 1) { attributes in
    guard let attributes = attributes.baseAddress, pthread_attr_init(attributes) == 0 else { return nil }
    defer { pthread_attr_destroy(attributes) }
    guard pthread_attr_setstacksize(attributes, roomyStack) == 0 else { return nil }
    let box = Unmanaged.passRetained(Work(work))
    var thread: pthread_t = 0
    let failure = pthread_create(
      &thread, attributes,
      { box in
        if let box { Unmanaged<Work>.fromOpaque(box).takeRetainedValue().run() }
        return nil
      }, box.toOpaque())
    if failure != 0 { box.release() }
    return failure == 0 ? thread : nil
  }
}

/// Work as a thread is handed it.
private final class Work: Sendable {
  let run: @Sendable () -> Void

  init(_ run: @escaping @Sendable () -> Void) { self.run = run }
}
