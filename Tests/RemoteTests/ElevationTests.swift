import Foundation
import HostAccess
import Remote
import TestHosts
import Testing

/// Getting more rights on a host, by programs in the place of ssh(1), sudo(8) and doas(1).
struct ElevationTests {
  @Test(arguments: ConnectionOptions.Elevation.allCases)
  func `sudo or doas runs the script, and is not let ask`(
    _ elevation: ConnectionOptions.Elevation
  ) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "rights-\(UUID())")
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let path = folder.path(percentEncoded: false)
    let scripts = [
      "client": """
      for word; do :; done
      export PATH='\(path)':/usr/bin:/bin SSH_CONNECTION='192.0.2.7 50022 192.0.2.10 22'
      exec /bin/sh -c "$word"
      """,
      // as sudo(8) does it, nothing of the environment is handed on
      elevation.rawValue:
        "test \"$1\" = -n || exit 1\nshift\nexec env -i PATH=/usr/bin:/bin \"$@\"",
    ]
    for (name, text) in scripts {
      try makeProgram(at: "\(path)/\(name)", text)
    }
    var options = ConnectionOptions(try #require(Destination("web1")), elevation: elevation)
    options.client = "\(path)/client"
    let hello = Hello(try SSHLink(options).exchange(Hello.request))
    #expect(hello?.connection == "192.0.2.7 50022 192.0.2.10 22")
    #expect(hello?.user == geteuid())
    // one that has to ask lets nobody in
    try makeProgram(
      at: "\(path)/\(elevation.rawValue)", "echo 'a password is required' >&2\nexit 1")
    #expect { try SSHLink(options).exchange(Hello.request) } throws: { failure in
      guard case LinkFailure.refused(let trouble) = failure else { return false }
      return trouble.message == "a password is required (by \(elevation.rawValue) -n)"
    }
  }
}
