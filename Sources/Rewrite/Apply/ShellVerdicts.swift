/// What sh(1) has to say of new versions of files, which it reads while other things are done.
struct ShellVerdicts: ~Copyable {
  private let calls: any FileCalls
  /// The shells that are reading and what they read, by the index of the file.
  private var running: [Int: (process: Int32, file: OpenFile)] = [:]

  init(_ calls: any FileCalls) {
    self.calls = calls
  }

  deinit {
    for (process, _) in running.values { _ = calls.shellAccepts(process) }
  }

  /// Has a shell begin to read a file, where one is at hand.
  mutating func ask(about file: OpenFile, _ index: Int) {
    running[index] = file.startShell().map { ($0, file) }
  }

  /// Whether the shell takes the file, waited for; nil when it wasn't asked or could not be run.
  mutating func answer(_ index: Int) -> Bool? {
    guard let (process, file) = running.removeValue(forKey: index) else { return nil }
    return withExtendedLifetime(file) { calls.shellAccepts(process) }
  }
}
