import ConfigSyntax
import HostModel
import Phrases
import SourceText

/// Jails of this host are kept where nobody but their manager reads them.
///
/// ## Why
/// podman makes a jail of each container when it is started, with addresses of the networks below
/// `/usr/local/etc/cni/net.d` (CNI, network configuration lists). TrueNAS keeps the settings of its jails
/// in a database of its own and writes the host's files anew at boot, so that an edit does not last.
///
/// ## Example
/// ```
/// == /etc/rc.conf
/// ifconfig_em0="inet 192.0.2.10/24"
/// == /usr/local/etc/cni/net.d/podman.conflist
/// {
///   "name": "podman",
///   "plugins": [
///     { "type": "bridge", "bridge": "cni-podman0",
///       "ipam": { "type": "host-local", "ranges": [[{ "subnet": "198.51.100.0/24" }]] } }
///   ]
/// }
/// ```
///
/// ## Repaired
/// ```
/// == /usr/local/etc/cni/net.d/podman.conflist
/// { "name": "podman", "plugins": [] }
/// ```
///
/// ## Ways out
/// - Keep the networks that are named apart from those of the host and of other jails.
/// - Change such jails by the tools of their manager.
///
/// ## Ignore it when
/// You know.
enum JailsNotRead: Rule {
  static let name: RuleName = "jails-not-read"
  static let severity = Severity.info
  static let reach = Reach.jail

  static func check(_ host: inout ExaminedHost) -> [Finding] {
    trueNAS(host) + networks(host)
  }

  private static func trueNAS(_ host: ExaminedHost) -> [Finding] {
    guard RecognisedSigns.isTrueNAS(host.capture),
      let file = host.file(at: RecognisedSigns.version)
    else { return [] }
    let end = file.bytes.firstIndex(of: 10) ?? file.bytes.count
    return [
      finding(
        spoken("this host is one of TrueNAS: edits of its files don't last"),
        at: [FindingPlace(Place(path: file.path, span: SourceSpan(0, end)))]
      )
      .with(effect: spoken("its jails are changed in the web interface"))
    ]
  }

  private static func networks(_ host: ExaminedHost) -> [Finding] {
    guard case .directory(let names)? = host.capture.entries[RecognisedSigns.networks] else {
      return []
    }
    return names.filter { $0.hasSuffix(".conflist") }.compactMap { name in
      guard let file = host.file(at: "\(RecognisedSigns.networks)/\(name)"),
        let root = try? parseJSONNode(file.bytes)
      else { return nil }
      let subnets = members("subnet", in: root)
      guard let first = subnets.first else { return nil }
      let bridge = members("bridge", in: root).first?.text
      let list = subnets.map(\.text).joined(separator: ", ")
      return finding(
        spoken("containers have addresses of \(list)\(bridge.map { spoken(" on \($0)") } ?? "")"),
        at: [FindingPlace(Place(path: file.path, span: first.span))]
      )
      .with(effect: spoken("jails of containers are not forecast"))
    }
  }

  /// The texts of all members of a name, in order.
  private static func members(
    _ name: String, in node: JSONNode
  ) -> [(text: String, span: SourceSpan)] {
    switch node.content {
    case .object(let members):
      members.flatMap { member -> [(text: String, span: SourceSpan)] in
        if member.name == name, case .string(let text) = member.node.content {
          return [(text, SourceSpan(member.node.span.lower + 1, member.node.span.upper - 1))]
        }
        return Self.members(name, in: member.node)
      }
    case .array(let nodes): nodes.flatMap { members(name, in: $0) }
    default: []
    }
  }
}
