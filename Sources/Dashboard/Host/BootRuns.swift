import HostModel

/// Long runs of steps that go as they should.
extension BootForecast {
  /// The lines with one in front of each such run.
  ///
  /// - Parameter findingSteps: steps that something is found about, which are in none.
  func foldable(_ lines: [BootLine], except findingSteps: Set<Int>) -> [BootLine] {
    var kept = findingSteps
    for case .reason(_, let setter) in lines { kept.insert(setter) }
    var folded: [BootLine] = []
    var run: [Int] = []
    func endRun() {
      // the first ones show what is done there
      let shown = 2
      if run.count >= shown + 4, let first = run.first, let last = run.last {
        folded += run.prefix(shown).map(BootLine.step)
        folded.append(.run(first + shown..<last + 1))
        folded += run.dropFirst(shown).map(BootLine.step)
      } else {
        folded += run.map(BootLine.step)
      }
      run = []
    }
    for line in lines {
      guard case .step(let index) = line, !kept.contains(index), isUneventful(index) else {
        endRun()
        folded.append(line)
        continue
      }
      if let last = run.last, last + 1 != index { endRun() }
      run.append(index)
    }
    endRun()
    return folded
  }

  private func isUneventful(_ index: Int) -> Bool {
    index < steps.count
      ? steps[index].isUneventful : trialSteps[index - steps.count].isUneventful
  }
}

extension Step {
  /// It works, and takes nothing back.
  fileprivate var isUneventful: Bool { outcome == .ok && !isRollback }
}

extension [BootLine] {
  /// The positions of the lines to show; steps of a run only when it is open.
  ///
  /// - Parameter open: the first steps of the runs that are.
  func indices(opening open: Set<Int>) -> [Int] {
    var shown: [Int] = []
    var hidden = 0..<0
    for (position, line) in enumerated() {
      if case .step(let index) = line, hidden.contains(index) { continue }
      shown.append(position)
      if let run = line.run, !open.contains(run.lowerBound) { hidden = run }
    }
    return shown
  }

  /// The first step of the run that a step is in; nil when it is in none.
  func run(with step: Int) -> Int? {
    lazy.compactMap(\.run).first { $0.contains(step) }?.lowerBound
  }
}
