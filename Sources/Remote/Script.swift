/// The script that a host runs for us, for one connection.
package struct Script: Sendable {
  /// What begins and ends the answers of the connection: 32 hexadecimal digits.
  let nonce: String
  /// The functions of the probe, in sh(1); empty without one.
  private let probe: [UInt8]

  /// A script with a nonce that nobody can guess.
  ///
  /// - Parameter probe: the functions of the probe, in sh(1); empty without one.
  package init(probe: [UInt8] = []) {
    var generator = SystemRandomNumberGenerator()
    self.init(probe: probe, using: &generator)
  }

  /// The same with a given source of numbers.
  package init(probe: [UInt8] = [], using generator: inout some RandomNumberGenerator) {
    nonce = (0..<4).map { _ in
      let digits = String(UInt32.random(in: .min ... .max, using: &generator), radix: 16)
      return String(repeating: "0", count: 8 - digits.utf8.count) + digits
    }.joined()
    self.probe = probe
  }

  /// Its text.
  package var text: [UInt8] {
    let functions = probe.isEmpty ? ":\n".utf8.map { $0 } : probe
    return Array("k=\(nonce)\nprobe_functions() {\n".utf8) + functions + Array("}\n".utf8)
      + PackageResources.serve_sh
  }
}
