/// How a host is reached.
package struct ConnectionOptions: Sendable, Hashable {
  /// A program of the host that gives the rights of root without asking for a password.
  package enum Elevation: String, Sendable, CaseIterable {
    case sudo, doas
  }

  /// The host and the user there.
  package let destination: Destination
  /// A file in place of ~/.ssh/config, as `ssh -F` takes it; nil for the usual ones.
  package var configuration: String?
  /// The client, looked up in PATH.
  package var client = "ssh"
  /// What gives more rights there; nil when the user has them.
  package var elevation: Elevation?

  package init(
    _ destination: Destination, configuration: String? = nil, elevation: Elevation? = nil
  ) {
    self.destination = destination
    self.configuration = configuration
    self.elevation = elevation
  }

  /// What the login shell of the user is given, whichever that is.
  ///
  /// It reads nothing of it but one word between single quotes; sh(1) then reads how long the script
  /// is, just the script, and runs it.
  package static let bootstrap =
    #"exec /bin/sh -c 'read -r n; s=$(dd bs=1 count="$n" 2>/dev/null); eval "$s"'"#

  /// What ssh(1) may neither ask nor forward, whatever its configuration says.
  private static let settings = [
    "BatchMode=yes", "StrictHostKeyChecking=yes", "UpdateHostKeys=no", "ForwardAgent=no",
    "ClearAllForwardings=yes", "PermitLocalCommand=no", "RemoteCommand=none", "EscapeChar=none",
    "ControlMaster=no", "ConnectTimeout=10", "ServerAliveInterval=5", "ServerAliveCountMax=3",
    "LogLevel=ERROR",
  ]

  /// The words that start the connection: ssh(1) and its arguments.
  ///
  /// - Parameter isFresh: whether it has to be a connection of its own, not one by way of another
  ///   that is open already (ControlPath in ssh_config(5)).
  package func words(isFresh: Bool) -> [String] {
    let settings = Self.settings + (isFresh ? ["ControlPath=none"] : [])
    return [client, "-T", "-x"] + (configuration.map { ["-F", $0] } ?? [])
      + settings.map { "-o\($0)" } + ["--", destination.text, Self.bootstrap]
  }

  /// What is sent first: the script, with its length before it; where more rights are needed, behind
  /// another script that gets them and reads as the first shell did.
  package func opening(_ script: [UInt8]) -> [UInt8] {
    let read = #"read -r n; s=$(dd bs=1 count="$n" 2>/dev/null); eval "$s""#
    let elevation = elevation.map { program in
      #"exec \#(program.rawValue) -n /bin/sh -c 'SSH_CONNECTION=$1; \#(read)' sh "${SSH_CONNECTION-}""#
    }
    return (elevation.map { Self.measured(Array($0.utf8)) } ?? []) + Self.measured(script)
  }

  private static func measured(_ script: [UInt8]) -> [UInt8] {
    Array("\(script.count)\n".utf8) + script
  }
}
