import HostModel
import SourceText

/// Settings that fixes add to the interfaces of a host.
extension ExaminedHost {
  /// The name of an alias of an interface that nothing sets.
  func freeAlias(of interface: String) -> String {
    let numbers = forecast.settings.aliases("ifconfig", interface).map(\.number)
    let stem = "ifconfig_\(InterfaceSettings.variableName(interface))_alias"
    return "\(stem)\((numbers.max() ?? -1) + 1)"
  }

  /// The edit that adds an alias behind the other settings of an interface.
  func addingAlias(_ address: IPAddress, _ length: Int, on interface: String) -> PlacedEdit? {
    lastSetting(of: interface)?.followed(
      by: freeAlias(of: interface), "\(address.family.rawValue) \(address)/\(length)")
  }

  /// The edit that configures IPv6 on an interface, by a line behind its other settings.
  func enablingInet6(on interface: String) -> PlacedEdit? {
    let name = "ifconfig_\(InterfaceSettings.variableName(interface))_ipv6"
    guard forecast.variables[name] == nil else { return nil }
    let own = ShellSetting(of: "ifconfig_\(InterfaceSettings.variableName(interface))", self)
    return (own ?? lastSetting(of: interface))?.followed(by: name, "inet6 auto_linklocal")
  }

  /// The assignment of an interface that stands last.
  private func lastSetting(of interface: String) -> ShellSetting? {
    let stem = "ifconfig_\(InterfaceSettings.variableName(interface))"
    let aliases = forecast.settings.aliases("ifconfig", interface).map(\.name)
    let all = ([stem, "\(stem)_ipv6", "\(stem)_aliases"] + aliases)
      .compactMap { ShellSetting(of: $0, self) }
    let main = all.filter { $0.statement.path == "/etc/rc.conf" }
    return (main.isEmpty ? all : main).max { $0.statement.span.lower < $1.statement.span.lower }
  }

  /// The jail that a finding is about first.
  func jail(of finding: Finding) -> JailForecast? {
    finding.jails.first.flatMap { forecast.jail(named: $0) }
  }

  /// The edits that add an interface to `cloned_interfaces`, and the commands that create it at once;
  /// nil when it can't be created there.
  ///
  /// An end of an epair(4) comes with the pair, and one that is to be renamed by its first name.
  func cloning(
    _ interface: String
  ) -> (name: String, edits: [PlacedEdit], commands: [String])? {
    let isEnd =
      interface.hasPrefix("epair") && (interface.hasSuffix("a") || interface.hasSuffix("b"))
    let name = isEnd ? String(interface.dropLast()) : firstName(of: interface)
    let driver = DriverName(name)
    guard driver.hasUnit, ["lo", "bridge", "tap", "tun", "epair"].contains(String(driver.driver))
    else { return nil }
    let commands =
      ["ifconfig \(name) create"]
      + (isEnd || name == interface ? [] : ["ifconfig \(name) name \(interface)"])
    return adding(name, to: "cloned_interfaces").map { (name, $0, commands) }
  }

  /// The name of the interface that `ifconfig_IF_name` gives a name; that itself when none does.
  private func firstName(of interface: String) -> String {
    let (front, end) = ("ifconfig_", "_name")
    let variable = forecast.variables.names(beginning: "ifconfig_").first { name in
      name.hasSuffix(end) && forecast.variables.text(name) == interface
    }
    return variable.map { String($0.dropFirst(front.count).dropLast(end.count)) } ?? interface
  }
}
