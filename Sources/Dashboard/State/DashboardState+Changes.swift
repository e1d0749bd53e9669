import Phrases
import Rules
import SourceText

/// What happened to the files since they were read.
extension DashboardState {
  /// Those that changed, folders last.
  var changesInOrder: [String] {
    changedFiles.filter { !isFolder($0) } + changedFiles.filter(isFolder)
  }

  /// Which of them changed, in words; nil when none did.
  ///
  /// That something came into a folder or went is told only when no file is known to have changed.
  package var changeOnDisk: String? {
    let files = changedFiles.filter { !isFolder($0) }
    guard let first = files.first else {
      return changedFiles.first.map { spoken("files came to \($0) or went") }
    }
    let more = files.count - 1
    return more == 0
      ? spoken("\(first) changed on disk") : spoken("\(first) and \(more) more changed on disk")
  }

  private func isFolder(_ path: String) -> Bool {
    if case .directory? = host.analysis.capture.entries[path] { true } else { false }
  }
}
