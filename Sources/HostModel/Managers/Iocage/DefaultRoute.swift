import SourceText

/// The interface that the default route goes through, as managers ask for it that put addresses there
/// for which none is named.
struct DefaultRoute {
  /// Its name; nil when it can't be told.
  let interface: String?

  /// Looks for the gateway among the networks of the interfaces as they are by now; where rc.conf(5)
  /// names none, for the one interface that can have it.
  init(_ family: AddressFamily, _ host: BootHost, _ variables: ShellVariables) {
    let name = family == .inet ? "defaultrouter" : "ipv6_defaultrouter"
    let text = variables.text(name)
    let present = host.kernel.snapshot().filter { !$0.interface.driver.isLoopback }
    if let zone = text.firstIndex(of: "%") {
      interface = String(text[text.index(after: zone)...])
      return
    }
    if let gateway = IPAddress(text) {
      let holder = present.first { present in
        present.addresses.contains {
          $0.address.family == family
            && Prefix($0.address, length: $0.prefixLength).contains(gateway)
        }
      }
      interface = holder?.interface.name
      return
    }
    let likely = present.filter { DriverName($0.interface.name).mayBeHardware }
    interface = likely.count == 1 ? likely[0].interface.name : nil
  }
}
