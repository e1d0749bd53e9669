import Phrases

/// Why there is no answer, and will be none by this connection any more.
package enum LinkFailure: Error, Sendable, Equatable {
  /// ssh(1) could not be started; the reason is the system's.
  case noClient(String)
  /// The connection could not be made, or ended before the first answer.
  case refused(ConnectionTrouble)
  /// It ended between a request and its answer: what was asked for may be done or not.
  case lost
  /// There was no answer within so many seconds.
  case silent(seconds: Int)
  /// More was sent than is taken: so many bytes.
  case flooded(bytes: Int)
  /// What was sent is not an answer.
  case garbled
  /// The answer is not wanted any more.
  case abandoned

  /// One clause for a person, which may have text of the host in it.
  package var message: String {
    switch self {
    case .noClient(let reason): spoken("cannot run ssh: \(reason)")
    case .refused(let trouble): trouble.message
    case .lost: spoken("the connection was lost")
    case .silent(let seconds): spoken("no answer within \(seconds) seconds")
    case .flooded(let bytes): spoken("it sent more than \(bytes) bytes")
    case .garbled: spoken("what it sent is no answer")
    case .abandoned: spoken("nobody waits for the answer any more")
    }
  }
}

/// A connection to a host, by which requests are answered one after the other.
package protocol Link: Sendable {
  /// Sends a request and waits for its answer, though never for ever.
  ///
  /// - Throws: when there is none; the connection is of no use any more then.
  func exchange(_ request: Request) throws(LinkFailure) -> Answer
}
