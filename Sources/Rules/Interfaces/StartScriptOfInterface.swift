import ConfigSyntax
import HostModel
import Phrases
import SourceText

/// A script of the host's own runs when an interface is started.
///
/// ## Why
/// rc(8) sources `/etc/start_if.IF` before it configures the interface (libexec/rc/network.subr,
/// ifscript_up). jailscope follows ifconfig(8) in it; what other commands do, the forecast can't tell.
///
/// ## Example
/// ```
/// == hardware: em0
/// == /etc/rc.conf
/// ifconfig_em0="inet 192.0.2.10/24"
/// == /etc/start_if.em0
/// ifconfig em0 mtu 9000
/// ```
///
/// ## Repaired
/// ```
/// == hardware: em0
/// == /etc/rc.conf
/// ifconfig_em0="inet 192.0.2.10/24 mtu 9000"
/// == /etc/start_if.em0
/// # nothing
/// ```
///
/// ## Ways out
/// - Move what ifconfig(8) can do into rc.conf(5), and delete the file.
///
/// ## Ignore it when
/// You know what the script does.
enum StartScriptOfInterface: Rule {
  static let name: RuleName = "start-script-of-interface"
  static let severity = Severity.info
  static let reach = Reach.network

  static func check(_ host: inout ExaminedHost) -> [Finding] {
    host.forecast.files.shell.compactMap { source in
      guard source.file.path.hasPrefix("/etc/start_if."),
        let first = source.script.nodes.lazy.compactMap(command).first
      else { return nil }
      return finding(
        spoken("\(source.file.path) runs before \(source.file.path.dropFirst(14)) is configured"),
        at: [FindingPlace(Place(path: source.file.path, span: first))]
      )
      .depending(on: .script(source.file.path))
    }
  }

  /// Where a command stands; nil for blanks and comments.
  private static func command(_ node: ShellNode) -> SourceSpan? {
    switch node.kind {
    case .statement: node.span
    case .blank, .comment, .unparsed: nil
    }
  }
}
