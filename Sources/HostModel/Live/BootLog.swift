/// What a boot wrote to the console, line by line, as some file of the host has kept it.
package struct BootLog: Sendable, Equatable {
  /// The file it is in.
  package let path: String
  /// Its lines without date, host and program in front, those of the last boot alone.
  package let lines: [String]

  package init(path: String, lines: [String]) {
    self.path = path
    self.lines = lines
  }

  /// The output of rc(8) is in it: a log of the kernel alone has none.
  package var tellsOfServices: Bool { lines.contains(where: Self.isOfServices) }

  private static func isOfServices(_ line: String) -> Bool {
    ["Starting Network:", "Created clone interfaces:", "Starting jails:", "Setting hostname:"]
      .contains { line.hasPrefix($0) }
      || isComplaint(line)
  }

  /// A line that ifconfig(8), jail(8) or rc(8) prints when something fails.
  static func isComplaint(_ line: String) -> Bool {
    ["ifconfig: ", "jail: ", "cannot start jail"].contains { line.hasPrefix($0) }
      || line.hasPrefix("/etc/rc") && line.utf8.span.position(of: warning.utf8.span) != nil
  }

  private static let warning = ": WARNING: $"
}
