import HostAccess
import LoopbackSSH
import Remote
import Rewrite

/// A host whose files are changed through ssh(1), and looked at by the test where they are.
struct FarHost {
  let server: LoopbackSSH
  let host: RewriteHost

  init(_ files: [String: String]) async throws {
    server = try await LoopbackSSH()
    host = try RewriteHost(files)
  }

  struct NoDestination: Error {}

  /// A connection as one is made for a change.
  func link() throws -> SSHLink {
    guard let destination = Destination(LoopbackSSH.host) else { throw NoDestination() }
    return SSHLink(
      ConnectionOptions(destination, configuration: server.configuration), outlastsTerminal: true)
  }

  func calls() throws -> any FileCalls { try RemoteFiles(link(), .ofThisSide).calls }
}
