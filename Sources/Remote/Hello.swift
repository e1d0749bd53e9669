/// What a host says of itself when it is asked for the first time.
package struct Hello: Sendable, Equatable {
  /// The name of its system: `FreeBSD`.
  package let system: String
  /// The number of the user whose rights count there.
  package let user: UInt32
  /// What its clock shows, in seconds since the first of January 1970.
  package let time: Int
  /// The number of the shell that answers.
  package let process: Int32
  /// Its SSH_CONNECTION: address and port of this side, then of its own; empty without one.
  package let connection: String

  /// What is asked.
  package static let request = Request("hello")

  /// Reads the answer; nil when it isn't one.
  package init?(_ answer: Answer) {
    guard answer.status == 0 else { return nil }
    var fields: [String: String] = [:]
    for line in answer.body.split(separator: UInt8(ascii: "\n")) {
      let text = String(decoding: line, as: UTF8.self)
      guard let blank = text.firstIndex(of: " ") else { continue }
      fields[String(text[..<blank])] = String(text[text.index(after: blank)...])
    }
    guard let system = fields["system"], let user = fields["user"].flatMap({ UInt32($0) }),
      let time = fields["time"].flatMap({ Int($0) }),
      let process = fields["process"].flatMap({ Int32($0) })
    else { return nil }
    self.system = system
    self.user = user
    self.time = time
    self.process = process
    connection = fields["connection"] ?? ""
  }
}
