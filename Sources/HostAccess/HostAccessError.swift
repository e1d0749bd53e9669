import Phrases

/// What the program cannot go on without and could not get, or could not write.
package enum HostAccessError: Error, Sendable, Equatable {
  /// A path of the operator's own (a root, a file of facts) cannot be read; the reason is a clause
  /// such as `no such file or directory`.
  case cannotRead(path: String, reason: String)
  /// A stream (`standard output`) does not take what is written to it.
  case cannotWrite(stream: String, reason: String)
  /// A program (`/bin/sh`) cannot be started.
  case cannotRun(program: String, reason: String)

  /// One clause for a person: `cannot read /nonexistent: no such file or directory`.
  package var message: String {
    switch self {
    case .cannotRead(let path, let reason): spoken("cannot read \(path): \(reason)")
    case .cannotWrite(let stream, let reason): spoken("cannot write to \(stream): \(reason)")
    case .cannotRun(let program, let reason): spoken("cannot run \(program): \(reason)")
    }
  }
}
