/// What the kernel asks before it creates a jail.
extension JailStart {
  /// Why the kernel won't create the jail, in the order it asks (jail.c, create_jail; kern_jail.c,
  /// kern_jail_set); nil when it will.
  func refusal(_ host: inout BootHost) -> String? {
    if let path = jail.path {
      if path.utf8.first != UInt8(ascii: "/") { return "path \(path): not an absolute pathname" }
      if isMissing(path, &host) { return "path \(path): No such file or directory" }
    }
    let hasCommand = jail.sets(.start) || jail.sets(.command) || jail.sets(.poststart)
    if !hasCommand && !jail.isTrue(.persist) { return "new jail must persist or attach" }
    if hasNumberOutOfRange { return "jail_set: Invalid argument" }
    if isOutside(.min...999_998, .childrenMax) { return "jail_set: Operation not permitted" }
    if let refusal = addressRefusal() { return refusal }
    if let dot = jail.name.utf8.lastIndex(of: UInt8(ascii: ".")) {
      return childRefusal(String(jail.name[..<dot]), host)
    }
    return clash(host)
  }

  /// Numbers the kernel refuses without a word.
  private var hasNumberOutOfRange: Bool {
    isOutside(0...2, .enforceStatfs) || isOutside(0...65535, .devfsRuleset)
  }

  private func isOutside(_ range: ClosedRange<Int>, _ id: ParameterID) -> Bool {
    jail.text(id).map { !range.contains(leadingInteger($0)) } ?? false
  }

  private func addressRefusal() -> String? {
    let (inet, inet6) = (check.addresses[.inet], check.addresses[.inet6])
    if inet.count > 255 { return "too many IPv4 addresses" }
    if hasInvalid(inet) || inet.contains(.inet(IPv4Address(.max))) {
      return "jail_set: Invalid argument"
    }
    if inet6.count > 255 { return "too many IPv6 addresses" }
    if hasInvalid(inet6) { return "jail_set: Invalid argument" }
    let restrictsAddresses =
      jail.sets(.inet) || jail.sets(.inet6) || jail.sets(.ip4) || jail.sets(.ip6)
    if restrictsAddresses && jail.hasOwnStack {
      return "vnet jails cannot have IP address restrictions"
    }
    return nil
  }

  /// The unspecified address and one that is listed twice are refused without a word; there are few.
  private func hasInvalid(_ addresses: ArraySlice<IPAddress>) -> Bool {
    for index in addresses.indices {
      if addresses[index].isUnspecified { return true }
      if addresses[..<index].contains(addresses[index]) { return true }
    }
    return false
  }

  private func clash(_ host: BootHost) -> String? {
    guard !jail.hasOwnStack else { return nil }
    if host.kernel.clashes(check.addresses[.inet]) { return "IPv4 addresses clash" }
    if host.kernel.clashes(check.addresses[.inet6]) { return "IPv6 addresses clash" }
    return nil
  }

  private func childRefusal(_ parent: String, _ host: BootHost) -> String? {
    guard let running = host.kernel.jail(named: parent) else {
      return "jail \"\(parent)\" not found"
    }
    // a jail that is given no addresses of a family has none to pass on
    let isSubset =
      running.hasOwnStack
      || check.addresses.all.allSatisfy { address in
        (address.family == .inet ? running.inheritsInet : running.inheritsInet6)
          || running.addresses.all.contains(address)
      }
    return isSubset ? clash(host) : "jail_set: Operation not permitted"
  }
}
