import SourceText

/// One thing jail(8) does on the way to a running jail (jail.c, startcommands).
enum JailAction {
  case address(AddressFamily, JailValue)
  case mount(JailValue, parameter: String)
  /// One of the file systems jail(8) mounts by itself: its type, its folder below the root.
  case fileSystem(String, folder: String)
  /// A command line of an `exec.*` parameter.
  case exec(JailValue, insideJail: Bool)
  case create
  case interface(JailValue)
}

extension JailDefinition {
  /// What starting the jail does, in order.
  func actions(_ check: JailCheck, hasPrepare: Bool) -> [JailAction] {
    var actions: [JailAction] = []
    actions.reserveCapacity(12)
    func exec(_ id: ParameterID, insideJail: Bool = false) {
      for value in values(id) where !value.text.isEmpty {
        actions.append(.exec(value, insideJail: insideJail))
      }
    }
    if hasPrepare { exec(.prepare) }
    for (family, value) in check.commands where !value.text.isEmpty {
      actions.append(.address(family, value))
    }
    for value in values(.mount) where !value.text.isEmpty {
      actions.append(.mount(value, parameter: "mount"))
    }
    for line in check.fstabLines where !line.text.isEmpty {
      actions.append(.mount(line, parameter: "mount.fstab"))
    }
    for (id, type, folder) in [
      (ParameterID.devfs, "devfs", "dev"), (.fdescfs, "fdescfs", "dev/fd"),
      (.procfs, "procfs", "proc"),
    ] where isTrue(id) {
      actions.append(.fileSystem(type, folder: folder))
    }
    exec(.prestart)
    actions.append(.create)
    exec(.created)
    for value in values(.vnetInterface) where !value.text.isEmpty {
      actions.append(.interface(value))
    }
    exec(.start, insideJail: true)
    exec(.command, insideJail: true)
    exec(.poststart)
    return actions
  }
}

/// The command jail(8) runs to put an address on, or to take it off (command.c, run_command).
func addressCommand(
  _ family: AddressFamily, _ text: String, interface: String?, adding: Bool
) -> [String] {
  let view = text.utf8
  let bytes = view.span
  // words behind the first blank go to ifconfig(8), unless nothing but the blank is there
  let blank = bytes.firstIndex(of: UInt8(ascii: " ")).flatMap { $0 + 1 < bytes.count ? $0 : nil }
  var value = bytes.extracting(..<(blank ?? bytes.count))
  var name = interface
  if let bar = value.firstIndex(of: UInt8(ascii: "|")) {
    name = value.extracting(..<bar).text
    value = value.extracting((bar + 1)...)
  }
  guard let name else { return [BootHost.ifconfigPath] }
  var argv: [String] = []
  argv.reserveCapacity(8)
  argv.append(BootHost.ifconfigPath)
  argv.append(name)
  argv.append(family.rawValue)
  if let slash = value.firstIndex(of: UInt8(ascii: "/")) {
    let mask = value.extracting((slash + 1)...)
    if family == .inet, mask.firstIndex(of: UInt8(ascii: ".")) != nil {
      argv += [value.extracting(..<slash).text, "netmask", mask.text]
    } else {
      argv.append(value.text)
    }
  } else {
    argv.append(value.text)
    argv.append(family == .inet ? "netmask" : "prefixlen")
    argv.append(family == .inet ? "255.255.255.255" : "128")
  }
  if adding, let blank {
    argv += bytes.extracting(blank...).text.split(separator: " ").map(String.init)
  }
  argv.append(adding ? "alias" : "-alias")
  return argv
}
