/// The script that prints a capture of the host it runs on, by sh(1) and the base system alone.
package enum Probe {
  /// The whole of it; its first argument is the nonce of the frame.
  package static let script = PackageResources.probe_sh

  /// The nonce without an argument.
  package static let standardNonce = "jailscope-probe"

  /// The script without its last line, which is the only one that does anything: functions to be
  /// called by whoever keeps a connection open.
  package static var functions: [UInt8] {
    let lines = script.split(separator: lineFeed, omittingEmptySubsequences: false)
    return Array(lines.dropLast(2).joined(separator: [lineFeed])) + [lineFeed]
  }

  /// The script as one line that any login shell takes as a command, csh(1) and fish too, and that no
  /// template engine finds anything in.
  package static var commandLine: String {
    var text = "exec /bin/sh -c 'eval \"$(printf \""
    for byte in script {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: " "), UInt8(ascii: "_"),
        UInt8(ascii: "/"), UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: ":"):
        text.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        text += "\\"
        for shift in [6, 3, 0] { text += String(byte >> UInt8(shift) & 7) }
      }
    }
    return text + "\")\"'"
  }
}
