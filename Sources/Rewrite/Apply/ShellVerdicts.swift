/// What sh(1) has to say of new versions of files, which it reads while other things are done.
struct ShellVerdicts: ~Copyable {
  private let calls: any FileCalls
  /// The shells that are reading, by the index of the file.
  private var processes: [Int: Int32] = [:]

  init(_ calls: any FileCalls) {
    self.calls = calls
  }

  deinit {
    for process in processes.values { _ = calls.shellAccepts(process) }
  }

  /// Has a shell begin to read a file, where one is at hand.
  mutating func ask(about file: OpenFile, _ index: Int) {
    processes[index] = file.startShell()
  }

  /// Whether the shell takes the file, waited for; nil when it wasn't asked or could not be run.
  mutating func answer(_ index: Int) -> Bool? {
    processes.removeValue(forKey: index).flatMap(calls.shellAccepts)
  }
}
