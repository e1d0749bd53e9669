/// Something a host is asked for: one line of code for the shell there, and the bytes it reads.
package struct Request: Sendable, Equatable {
  /// Code that calls functions of the script; one line of printable ASCII.
  package let line: String
  /// What the code reads from its standard input, to the last byte.
  package let payload: [UInt8]

  /// A call of a function.
  ///
  /// - Parameter words: the function, which is taken as it is, and its arguments, which are quoted.
  package init(_ function: String, _ words: [[UInt8]] = [], payload: [UInt8] = []) {
    line = ([function] + words.map { shellWord($0) }).joined(separator: " ")
    self.payload = payload
  }

  /// A request that first reads its payload from the connection and hands it to a function.
  package init(piping payload: [UInt8], to function: String, _ words: [[UInt8]] = []) {
    let call = Request(function, words)
    line = "recv \(payload.count) | piped \(call.line)"
    self.payload = payload
  }

  /// The bytes that are sent: what the answer will be called, the code, and the payload.
  func bytes(id: Int) -> [UInt8] { Array("\(id) \(line)\n".utf8) + payload }
}

/// What came of a request.
package struct Answer: Sendable, Equatable {
  /// What the code printed.
  package let body: [UInt8]
  /// Its exit status: 0 to 255.
  package let status: Int

  package init(body: [UInt8], status: Int) {
    self.body = body
    self.status = status
  }
}

extension Request {
  /// Runs a text by another sh(1), with some bytes on its standard input.
  package static func shell(_ text: String, input: [UInt8]) -> Request {
    Request(piping: input, to: "sh", ["-c", text].map { Array($0.utf8) })
  }

  /// Asks whether something stands at any of some paths: status 0, else 2.
  package static func any(of paths: [String]) -> Request {
    Request("any", paths.map { Array($0.utf8) })
  }
}

/// Requests to the probe.
extension Request {
  /// Asks for all that is read of a host at first.
  ///
  /// - Parameters:
  ///   - root: the directory that has the host's files there; empty for the host itself.
  ///   - path: where programs are looked up, by directories with colons between them.
  package static func probe(root: String, path: String) -> Request {
    Request("probe", [root, path, "jailscope_probe"].map { Array($0.utf8) })
  }

  /// Asks what stands at paths.
  ///
  /// - Parameter lines: requests of docs/capture.md, one a line.
  package static func read(_ lines: [String], root: String, path: String) -> Request {
    let payload = lines.flatMap { Array($0.utf8) + [UInt8(ascii: "\n")] }
    return Request(
      piping: payload, to: "probe", [root, path, "jailscope_read"].map { Array($0.utf8) })
  }
}
