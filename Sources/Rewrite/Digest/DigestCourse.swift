/// The digest of a text, and what was known of it on the way: a text that begins with the same bytes
/// is then read from where it differs on.
package struct DigestCourse: Sendable {
  /// How many bytes lie between two notes of the state.
  private static let step = 64 << 10

  /// The digest of the whole text.
  package let digest: SHA256
  /// The state in front of each step.
  private let states: [SHA256.State]

  /// Reads a text.
  package init(_ bytes: [UInt8]) {
    var states = [SHA256.State.initial]
    while states.count * Self.step <= bytes.count {
      var state = states[states.count - 1]
      let start = (states.count - 1) * Self.step
      state.take(bytes[start..<start + Self.step])
      states.append(state)
    }
    self.states = states
    digest = SHA256(bytes, behind: (states.count - 1) * Self.step, states[states.count - 1])
  }

  /// The digest of another text.
  ///
  /// - Parameter count: how many bytes both begin with, at least.
  func digest(of other: [UInt8], sharing count: Int) -> SHA256 {
    let index = min(count / Self.step, states.count - 1)
    return SHA256(other, behind: index * Self.step, states[index])
  }
}
