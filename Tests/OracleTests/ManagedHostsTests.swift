import Foundation
import HostModel
import Rules
import TestHosts
import Testing

/// Holds jail managers to hosts of `Tests/Fixtures/managers`: what is found there, and that each fix
/// does on disk what it says.
@Suite(.timeLimit(.minutes(15)))
struct ManagedHostsTests {
  /// A host that is written as text, with what is to be found on it in front.
  struct Host: CustomTestStringConvertible {
    let name: String
    let text: String

    var testDescription: String { name }

    /// The findings, the worst first.
    var wanted: [String] {
      text.split(separator: "\n").filter { $0.hasPrefix("== finds: ") }
        .map { String($0.dropFirst("== finds: ".count)) }
    }
  }

  static let hosts: [Host] = {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../Fixtures/managers").standardized
    let names = (try? FileManager.default.subpathsOfDirectory(atPath: folder.path)) ?? []
    return names.filter { $0.hasSuffix(".txt") }.sorted().compactMap { name in
      guard let text = try? String(contentsOf: folder.appending(path: name), encoding: .utf8)
      else { return nil }
      return Host(name: String(name.dropLast(4)), text: text)
    }
  }()

  @Test(arguments: hosts)
  func `finds what is wrong with a host, and no more`(_ host: Host) throws {
    let found = try HostCopy(of: HostText(host.text)).analyse().examination.findings.map {
      "\($0.severity) [\($0.rule.text)] \($0.message)"
    }
    #expect(found == host.wanted)
  }

  @Test(arguments: hosts)
  func `a fix does what its proof says, touches nothing else and can be undone`(
    _ host: Host
  ) throws {
    try HostCopy(of: HostText(host.text)).makeEachFix(named: host.name)
  }

  @Test(arguments: [
    "bastille", "iocage", "iocage_legacy", "libioc", "pot", "qjail", "appjail",
  ])
  func `there are at least five hosts of a manager`(_ manager: String) {
    #expect(Self.hosts.count { $0.name.hasPrefix("\(manager)/") } >= 5)
  }
}
