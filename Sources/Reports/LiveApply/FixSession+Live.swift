package import LiveApply
package import Rules

/// What was chosen, as a change of the running host.
extension FixSession {
  /// What all that is chosen means for the running host.
  ///
  /// - Parameter manual: fixes without edits besides, whose commands count.
  package func livePlan(and manual: [ProvenFix] = []) throws(LiveRefusal) -> LivePlan {
    try LivePlan(
      chosen + manual, from: original.forecast, to: current.forecast, files: plan())
  }
}
