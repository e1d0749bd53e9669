import SourceText

/// A jail that `jail_NAME_*` variables configure, as rc.d/jail turns it into a jail.conf file
/// (rc.d/jail, parse_options).
struct LegacyJail {
  private(set) var config = GeneratedConfig()
  /// What rc.d/jail warns of while it writes the file.
  private(set) var warnings: [String] = []

  private let name: String
  private let key: String
  private let variables: ShellVariables
  private var needsWait = false

  init(name: String, key: String, variables: ShellVariables, fstab: String?) {
    self.name = name
    self.key = key
    self.variables = variables
    write(fstab)
  }

  /// `jail_NAME_x`, else the global `jail_x`; an empty one counts as unset.
  private func value(_ setting: String, global: Bool = true) -> ShellValue? {
    if let own = variables["jail_\(key)_\(setting)"], !own.text.isEmpty { return own }
    guard global, let shared = variables["jail_\(setting)"], !shared.text.isEmpty else {
      return nil
    }
    return shared
  }

  private func isYes(_ setting: String, otherwise: String) -> Bool {
    if case .yes = YesNo(value(setting)?.text ?? otherwise) { return true }
    return false
  }

  private mutating func line(_ text: String, _ origin: Origin?) {
    config.text += "\t\(text);\n"
    config.origins.append(origin)
  }

  private mutating func text(_ setting: String, _ parameter: String, otherwise: String = "") {
    if let value = value(setting) {
      line("\(parameter) = \"\(value.text)\"", value.origin)
    } else if !otherwise.isEmpty {
      line("\(parameter) = \"\(otherwise)\"", nil)
    }
  }

  private mutating func list(_ setting: String, _ parameter: String) {
    var number = 0
    while true {
      if let value = value("\(setting)\(number)") {
        line("\(parameter) += \"\(value.text)\"", value.origin)
      } else if number != 0 {
        return
      }
      number += 1
    }
  }

  private mutating func write(_ fstab: String?) {
    config.text = "\(name) {\n"
    config.place = variables["jail_\(key)_rootdir"]?.origin.place
    config.origins = [nil]
    text("hostname", "host.hostname")
    text("rootdir", "path")
    if let ip = value("ip", global: false) {
      text("interface", "interface")
      addresses(ip)
      var number = 0
      while let more = value("ip_multi\(number)", global: false) {
        addresses(more)
        number += 1
      }
      if needsWait { line("exec.start += \"sleep 2\"", nil) }
      text("fib", "exec.fib")
      line("allow.raw_sockets = \(isYes("socket_unixiproute_only", otherwise: "YES") ? 0 : 1)", nil)
    } else {
      line("vnet", variables["jail_\(key)_ip"]?.origin)
      if let interfaces = value("vnet_interface") {
        let names = shellWords(interfaces.text).map { "\"\($0)\"" }
        if !names.isEmpty {
          line("vnet.interface = \(names.joined(separator: ", "))", interfaces.origin)
        }
      }
    }
    commands()
    mounts(fstab)
    config.text += "}\n"
  }

  private mutating func commands() {
    line("exec.clean", nil)
    line("exec.system_user = \"root\"", nil)
    line("exec.jail_user = \"root\"", nil)
    for phase in ["prestart", "poststart", "prestop", "poststop"] {
      list("exec_\(phase)", "exec.\(phase)")
    }
    let start = value("exec", global: false) ?? value("exec_start", global: false)
    line("exec.start += \"\(start?.text ?? "/bin/sh /etc/rc")\"", start?.origin)
    list("exec_afterstart", "exec.start")
    let stop = value("exec_stop", global: false)
    if value("exec", global: false) != nil {
      line("exec.stop = \"\"", nil)
    } else {
      let standard = start == nil ? "/bin/sh /etc/rc.shutdown jail" : ""
      line("exec.stop = \"\(stop?.text ?? standard)\"", stop?.origin)
    }
    text("consolelog", "exec.consolelog", otherwise: "/var/log/jail_\(name)_console.log")
  }

  private mutating func mounts(_ fstab: String?) {
    if let fstab { line("mount.fstab = \"\(fstab)\"", value("fstab")?.origin) }
    if isYes("devfs_enable", otherwise: "NO") {
      line("mount.devfs", value("devfs_enable")?.origin)
      if let ruleset = value("devfs_ruleset") {
        if ruleset.text.first?.isNumber == true {
          line("devfs_ruleset = \"\(ruleset.text)\"", ruleset.origin)
        } else if ruleset.text != "devfsrules_jail" {
          warnings.append("devfs_ruleset must be an integer.")
        }
      }
    }
    if isYes("fdescfs_enable", otherwise: "NO") {
      line("mount.fdescfs", value("fdescfs_enable")?.origin)
    }
    if isYes("procfs_enable", otherwise: "NO") {
      line("mount.procfs", value("procfs_enable")?.origin)
    }
    if isYes("mount_enable", otherwise: "NO") {
      line("allow.mount", value("mount_enable")?.origin)
    }
    line("allow.set_hostname = \(isYes("set_hostname_allow", otherwise: "NO") ? 1 : 0)", nil)
    line("allow.sysvipc = \(isYes("sysvipc_allow", otherwise: "NO") ? 1 : 0)", nil)
    text("enforce_statfs", "enforce_statfs", otherwise: "2")
    text("osreldate", "osreldate")
    text("osrelease", "osrelease")
    for word in shellWords(value("parameters")?.text ?? "") {
      line(word.hasSuffix(";") ? String(word.dropLast()) : word, value("parameters")?.origin)
    }
  }

  /// Takes a comma separated list apart; a blank ends it, and the word behind it becomes the
  /// interface, since rc.d/jail passes the value unquoted (rc.d/jail, jail_handle_ips_option).
  private mutating func addresses(_ list: ShellValue) {
    let words = shellWords(list.text)
    guard let first = words.first else { return }
    let interface = words.count > 1 ? words[1] : value("interface")?.text ?? ""
    var rest = first[...]
    while !rest.isEmpty {
      let item = rest.prefix { $0 != "," }
      let hasMore = item.endIndex < rest.endIndex
      rest = hasMore ? rest[rest.index(after: item.endIndex)...] : ""
      address(String(item.isEmpty ? interface[...] : item), item.isEmpty ? "" : interface, list)
    }
  }

  /// Writes one `[IF|]ADDRESS[/MASK]` (rc.d/jail, jail_extract_address).
  private mutating func address(_ item: String, _ fallback: String, _ list: ShellValue) {
    guard !item.isEmpty else {
      warnings.append("jail_extract_address: called without input")
      return
    }
    var interface = ""
    var rest = item[...]
    if let bar = item.firstIndex(of: "|"), let last = item.lastIndex(of: "|") {
      interface = String(item[..<bar])
      rest = item[item.index(after: last)...]
    }
    if interface.isEmpty { interface = fallback }
    let address = rest.prefix { $0 != "/" }
    var mask = String(rest[address.endIndex...])
    let isInet = address.utf8.count(where: { $0 == UInt8(ascii: ".") }) >= 3
    guard isInet || address.utf8.contains(UInt8(ascii: ":")) else {
      warnings.append("jail_extract_address: type not identified")
      return
    }
    if isInet, mask.utf8.count(where: { $0 == UInt8(ascii: ".") }) >= 3 {
      mask = " netmask \(mask.dropFirst())"
    }
    if mask.isEmpty { mask = isInet ? "/32" : "/128" }
    let prefix = interface.isEmpty ? "" : "\(interface)|"
    line("\(isInet ? "ip4.addr" : "ip6.addr") += \"\(prefix)\(address)\(mask)\"", list.origin)
    if !isInet { needsWait = true }
  }
}
