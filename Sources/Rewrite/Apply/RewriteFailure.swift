import Phrases

/// Why files were not changed.
///
/// Invariant: but for `.unsettled` and `.lost`, every file is as it was.
package enum RewriteFailure: Error, Sendable, Equatable {
  /// A file is not one that may be changed, or the new content is not one that may be written.
  case refused(path: String, reason: String)
  /// A file is not what the plan was made for, or somebody changed it meanwhile.
  case changed(path: String)
  /// Another change of files is going on; the text says whose, as far as that is known.
  case busy(String)
  /// The system did not let us; the step says what was tried.
  case failed(path: String, step: String, reason: String)
  /// Some files are changed, others not, and the way back failed; the next start settles it.
  case unsettled(entry: String, reason: String)
  /// The connection to the host was lost and can't be made again; it is not known whether the files at
  /// these paths are changed, all of them or none, and the next start settles it.
  case lost(String)

  /// One clause for a person, which says that nothing is changed where that is so.
  package var message: String {
    switch self {
    case .refused(let path, let reason): spoken("won't change \(path): \(reason)")
    case .changed(let path): spoken("\(path) was changed meanwhile, nothing is written")
    case .busy(let holder): spoken("another change of files is going on: \(holder)")
    case .failed(let path, let step, let reason):
      spoken("cannot change \(path): \(step): \(reason) (nothing is changed)")
    case .unsettled(let entry, let reason):
      spoken("the change \(entry) stopped halfway: \(reason); the next start settles it")
    case .lost(let paths):
      spoken("the connection was lost while \(paths) was being changed; the next start settles it")
    }
  }
}

/// Turns a failed call into the failure of a step on a path.
func at<Result>(
  _ path: String, _ step: String, _ body: () throws(CallFailure) -> Result
) throws(RewriteFailure) -> Result {
  do throws(CallFailure) {
    return try body()
  } catch {
    throw .failed(path: path, step: step, reason: error.message)
  }
}
