/// Opening and closing runs of steps that go as they should.
extension DashboardState {
  /// Opens the selected run, or closes it.
  mutating func turnRun() {
    guard let run = currentBootLine?.run else { return }
    if openRuns.remove(run.lowerBound) == nil { openRuns.insert(run.lowerBound) }
  }

  /// Closes the run that the selected line is of, and selects it.
  mutating func closeRun() {
    let lines = bootPicture.bootLines
    guard let line = currentBootLine,
      let run = line.run?.lowerBound ?? line.step.flatMap({ lines.run(with: $0) }),
      openRuns.remove(run) != nil
    else { return }
    refresh()
    if let position = visible.boot.firstIndex(where: { lines[$0].run?.lowerBound == run }) {
      boot.select(position, of: visible.boot.count)
    }
  }
}
