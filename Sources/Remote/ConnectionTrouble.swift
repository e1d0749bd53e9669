import Phrases

/// Why ssh(1) made no connection, by what it complained of.
package struct ConnectionTrouble: Sendable, Equatable {
  /// One clause for a person, with what can be done about it.
  package let message: String

  /// - Parameters:
  ///   - complaint: what ssh(1) printed on standard error, perhaps with text of the other side.
  ///   - options: how the host was to be reached.
  package init(_ complaint: [UInt8], _ options: ConnectionOptions) {
    let text = String(decoding: complaint, as: UTF8.self)
    let lines = text.split { $0 == "\n" || $0 == "\r\n" || $0 == "\r" }
      .map { String($0).trimmingBlanks }.filter { !$0.isEmpty }
    let host = options.destination.text
    let config = options.configuration.map { " -F \($0)" } ?? ""
    if text.contains("HOST IDENTIFICATION HAS CHANGED") {
      message =
        spoken(
          "its host key is not the one that is known for it: somebody may stand between, or it was "
            + "installed anew (ssh-keygen -R \(options.destination.host) forgets the old key)")
    } else if text.contains("key is known for") || text.contains("Host key verification failed") {
      message =
        spoken(
          "its host key is not known yet: connect once by hand, compare its fingerprint and accept it: "
            + "ssh\(config) \(host) true")
    } else if let line = lines.first(where: { $0.contains("Permission denied") }) {
      message = spoken("\(line); nothing is asked for here, so a key or an agent has to let you in")
    } else if let program = options.elevation, let line = lines.last {
      message = spoken("\(line) (by \(program.rawValue) -n)")
    } else {
      message = lines.last ?? spoken("the connection ended before the first answer")
    }
  }
}

extension String {
  fileprivate var trimmingBlanks: String {
    let end = reversed().drop(while: \.isWhitespace)
    return String(String(end.reversed()).drop(while: \.isWhitespace))
  }
}
