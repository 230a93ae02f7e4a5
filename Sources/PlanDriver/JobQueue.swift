import Synchronization

/// Jobs that several threads take from one queue, first come, first served. A job may add others.
final class JobQueue: Sendable {
  typealias Job = @Sendable () -> Void

  private let waiting = Mutex<ArraySlice<Job>>([])

  func add(_ job: @escaping Job) { waiting.withLock { $0.append(job) } }

  /// Comes back when all jobs are done, those that jobs have added included. A thread that finds none waiting ends:
  /// what is added later falls to whoever adds it.
  ///
  /// - Parameter threads: how many threads at most.
  func run(threads: Int) {
    onThreads(threads) {
      while let job = self.waiting.withLock({ $0.popFirst() }) { job() }
    }
  }
}
