/// The script that a host runs for us, for one connection.
package struct Script: Sendable {
  /// What begins and ends the answers of the connection: 32 hexadecimal digits.
  let nonce: String
  /// Functions it has beside its own, in sh(1).
  private let functions: [UInt8]

  /// A script with a nonce that nobody can guess.
  ///
  /// - Parameter functions: what requests call beside the script's own functions.
  package init(functions: [UInt8] = []) {
    var generator = SystemRandomNumberGenerator()
    self.init(functions: functions, using: &generator)
  }

  /// The same with a given source of numbers.
  package init(functions: [UInt8] = [], using generator: inout some RandomNumberGenerator) {
    nonce = (0..<4).map { _ in
      let digits = String(UInt32.random(in: .min ... .max, using: &generator), radix: 16)
      return String(repeating: "0", count: 8 - digits.utf8.count) + digits
    }.joined()
    self.functions = functions
  }

  /// Its text.
  package var text: [UInt8] {
    Array("k=\(nonce)\n".utf8) + functions + PackageResources.serve_sh
  }
}
