import Phrases
import SystemPackage

/// Whether standard input is a terminal, by isatty(3).
package var inputIsTerminal: Bool { SystemCalls.isTerminal(.standardInput) }

/// A stream the program writes its output to.
package struct OutputStream: Sendable {
  /// Where results go: descriptor 1.
  package static let standardOutput = OutputStream(.standardOutput, name: spoken("standard output"))
  /// Where complaints go: descriptor 2.
  package static let standardError = OutputStream(.standardError, name: spoken("standard error"))

  /// How a write ended that did not fail.
  package enum Outcome: Sendable, Equatable {
    /// All of it has been taken.
    case written
    /// Nobody reads any more (`jailscope | head`): a reason to end quietly, not an error.
    case readerLeft
  }

  private let descriptor: FileDescriptor
  private let name: String

  init(_ descriptor: FileDescriptor, name: String) {
    self.descriptor = descriptor
    self.name = name
  }

  /// Whether the stream is a terminal, by isatty(3).
  package var isTerminal: Bool { SystemCalls.isTerminal(descriptor) }

  /// Writes all the bytes, in as many turns as the stream needs.
  ///
  /// From the first write on, the signal SIGPIPE is ignored in the whole program: it would end it
  /// before it could choose its exit status.
  package func write(_ bytes: [UInt8]) throws(HostAccessError) -> Outcome {
    SystemCalls.ignorePipeSignal()
    var rest = bytes[...]
    while !rest.isEmpty {
      do throws(Errno) {
        rest = rest.dropFirst(try SystemCalls.writeSome(rest, to: descriptor))
      } catch {
        if error == .brokenPipe { return .readerLeft }
        throw .cannotWrite(stream: name, reason: error.reason)
      }
    }
    return .written
  }
}
