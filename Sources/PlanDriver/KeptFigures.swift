package import PlanAnalysis
import Synchronization

/// The figures that checking a plan worked out, for the one that goes on with them first.
package final class KeptFigures: Sendable {
  // Figures fill as they are asked for, which is for one thread alone: nobody has them but the one that takes them.
  private nonisolated(unsafe) let figures: Figures
  private let areTaken = Atomic<Bool>(false)

  /// - Parameter figures: figures that the caller lets go of.
  init(_ figures: Figures) { self.figures = figures }

  /// The figures; nil once somebody has them.
  package func take() -> Figures? {
    areTaken.exchange(true, ordering: .acquiringAndReleasing) ? nil : figures
  }
}
