/// What the running host says of itself; a part that nothing told is nil.
package struct LiveHost: Sendable, Equatable {
  /// Its interfaces in the order in which ifconfig(8) lists them.
  package var interfaces: [LiveInterface]?
  /// Its jails in the order in which jls(8) lists them, those that are dying too.
  package var jails: [LiveJail]?
  /// Its routes in the order in which netstat(1) lists them.
  package var routes: [LiveRoute]?
  /// Values of sysctl(8) by name.
  package var settings: [String: String]?
  /// The release of its userland, else of its kernel.
  package var release: Release?
  /// What could not be got or read.
  package var problems: [LiveProblem] = []

  package init() {}

  /// Something is known of the running host.
  package var isKnown: Bool {
    interfaces != nil || jails != nil || routes != nil || settings != nil || release != nil
  }

  /// The jails that run, without those that are dying.
  package var runningJails: [LiveJail] { (jails ?? []).filter { !$0.isDying } }

  /// The interfaces that no command creates, as they are called now.
  ///
  /// One that was moved into a jail's network stack is not among them.
  package var hardware: [String]? {
    interfaces?.filter(\.isHardware).map(\.name)
  }

  /// A jail that runs may have taken interfaces out of the host's network stack.
  package var mayHideInterfaces: Bool {
    jails?.contains { $0.hasOwnStack != false } ?? true
  }
}

/// Something the running host told that could not be got or read.
package struct LiveProblem: Sendable, Hashable {
  /// The output it is in, by the name it is saved under: `ifconfig.txt`.
  package let output: String
  /// The line it is in, from 1; nil for the whole.
  package let line: Int?
  /// What is wrong, as a clause without an end; it holds text of the host.
  package let message: String

  package init(output: String, line: Int? = nil, message: String) {
    self.output = output
    self.line = line
    self.message = message
  }

  /// The place and what is wrong there: `ifconfig.txt:3: no address: x.x.58.26`.
  package var clause: String {
    "\(output)\(line.map { ":\($0)" } ?? ""): \(message)"
  }
}
