import Synchronization

/// Has workers go through many things, a few at a time, and unites what they made.
///
/// - Parameters:
///   - count: how many things there are.
///   - jobs: how many threads at most.
///   - perTurn: how many things a worker takes at a time: few enough to share evenly, enough not to fight over the
///     counter.
///   - empty: a worker that has done nothing.
///   - work: does the things of a range.
///   - unite: adds to the first worker what another has done.
func inTurns<Worker: Sendable>(
  _ count: Int, jobs: Int, perTurn: Int = 16, _ empty: @escaping @Sendable () -> Worker,
  work: @escaping @Sendable (inout Worker, Range<Int>) -> Void, unite: (inout Worker, Worker) -> Void
) -> Worker {
  let workers = max(1, min(jobs, count / perTurn))
  let next = Atomic<Int>(0)
  let shared = Mutex<[Worker]>([])
  let run: @Sendable () -> Void = {
    var own = empty()
    while true {
      let start = next.add(perTurn, ordering: .relaxed).oldValue
      if start >= count { break }
      work(&own, start..<min(start + perTurn, count))
    }
    let done = own
    shared.withLock { $0.append(done) }
  }
  onThreads(workers, run)
  return shared.withLock { workers in
    guard var all = workers.popLast() else { return empty() }
    while let other = workers.popLast() { unite(&all, other) }
    return all
  }
}

/// How many files are checked together, step by step: enough to fetch the code of each step seldom, few enough for
/// what is read of them to stay at hand.
let filesPerStep = 8
