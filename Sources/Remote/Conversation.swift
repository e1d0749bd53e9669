/// One connection as bytes: what is to be sent, and what comes of what is received.
///
/// Whoever has the connection sends and receives.
package struct Conversation: Sendable {
  /// How far the answer to the last request is there.
  package enum Progress: Sendable, Equatable {
    /// Not yet.
    case waiting
    /// Here it is.
    case answer(Answer)
    /// There will be none.
    case failed(LinkFailure)
  }

  private let options: ConnectionOptions
  private let script: Script
  private var count = 0
  private var reader: FrameReader?
  /// The other side has answered, so it has the script.
  package private(set) var hasAnswered = false

  package init(_ options: ConnectionOptions, _ script: Script) {
    self.options = options
    self.script = script
  }

  /// The bytes that ask for something; the first ones bring the script as well.
  package mutating func ask(_ request: Request) -> [UInt8] {
    let opening = count == 0 ? options.opening(script.text) : []
    count += 1
    reader = FrameReader(nonce: script.nonce, id: count)
    return opening + request.bytes(id: count)
  }

  /// Takes what was received since.
  package mutating func take(_ bytes: [UInt8]) -> Progress {
    guard var current = reader else { return .failed(.garbled) }
    // where it is only held once, it grows in place
    reader = nil
    let progress = current.take(bytes)
    reader = current
    if case .answer = progress { hasAnswered = true }
    return progress
  }
}
