import SourceText
import TestHosts
import Testing

@testable import Rules

/// A running host as text: the outputs of ifconfig(8) and jls(8), as `HostText` reads them.
enum RunningHost {
  static func ifconfig(_ interfaces: String...) -> String {
    "== live: ifconfig\n" + interfaces.joined(separator: "\n")
  }

  /// An interface with lines of addresses.
  static func interface(_ name: String, _ addresses: String..., flags: String = "UP") -> String {
    "\(name): flags=8843<\(flags)> metric 0 mtu 1500\n"
      + addresses.map { "  \($0)\n" }.joined()
  }

  /// em0 with 192.0.2.10/24 and more lines of addresses.
  static func em0(_ addresses: String...) -> String {
    "== live: ifconfig\n" + "em0: flags=8843<UP,BROADCAST> metric 0 mtu 1500\n"
      + (["inet 192.0.2.10 netmask 0xffffff00"] + addresses).map { "  \($0)\n" }.joined()
  }

  /// Jails, each with its addresses.
  static func jls(_ jails: (name: String, addresses: String)...) -> String {
    "== live: jls\n"
      + jails.enumerated().map { number, jail in
        "jid=\(number + 1) name=\(jail.name) path=/jails/\(jail.name) vnet=inherit "
          + "ip4.addr=\(jail.addresses)\n"
      }.joined()
  }
}

/// Checks what a person is told to do about the first finding of a rule: the title of each way, and
/// below it its commands; none of them is made by jailscope itself.
func expectCommands(
  of rule: any Rule.Type, in text: String, _ wanted: String,
  location: SourceLocation = #_sourceLocation
) {
  let fixes = Mending(text).fixes(of: rule)
  let lines = fixes.flatMap { way in [way.fix.title] + way.fix.commands.map { "  \($0)" } }
  #expect(lines.joined(separator: "\n") == wanted, sourceLocation: location)
  for way in fixes {
    #expect(way.fix.applicability == .manual, sourceLocation: location)
    #expect(way.fix.edits.isEmpty, sourceLocation: location)
    #expect(
      !way.fix.commands.contains { $0.contains("restart") }, "takes the addresses of jails",
      sourceLocation: location)
  }
}
