import HostModel
import Phrases

/// What reports say of an interface of the running host beside its addresses.
extension LiveInterface {
  /// What is to be said of it beside its addresses, a few words each.
  var linkWords: [String] {
    [
      isUp ? nil : spoken("down"),
      status == "no carrier" ? spoken("no carrier") : nil,
      isPointToPoint ? spoken("point-to-point") : nil,
      members.isEmpty ? nil : spoken("made of \(members.joined(separator: " "))"),
      parent.map { parent in
        vlan.map { spoken("vlan \($0) on \(parent)") } ?? spoken("on \(parent)")
      },
      virtualHosts.isEmpty ? nil : spoken("carp \(virtualHosts.joined(separator: "; "))"),
    ].compactMap { $0 }
  }
}

extension JSONWriter {
  /// The member with all that ifconfig(8) tells of interfaces.
  mutating func interfacesNow(_ live: LiveHost?) {
    member("interfaces_now") { writer in
      guard let interfaces = live?.interfaces else { return writer.raw("null") }
      writer.array(interfaces) { writer, interface in writer.interface(interface) }
    }
  }

  private mutating func interface(_ interface: LiveInterface) {
    object {
      $0.member("name", interface.name)
      $0.member("hardware", interface.isHardware)
      $0.member("flags") { $0.strings(interface.flags.sorted()) }
      $0.member("groups") { $0.strings(interface.groups) }
      $0.member("members") { $0.strings(interface.members) }
      $0.member("parent", interface.parent)
      $0.member("vlan", interface.vlan)
      $0.member("status", interface.status)
      $0.member("mtu", interface.mtu)
      $0.member("description", interface.summary)
      $0.member("carp") { $0.strings(interface.virtualHosts) }
      $0.member("addresses") { writer in
        writer.array(interface.addresses) { writer, address in
          writer.object {
            $0.member("address", address.spelling)
            $0.member("marks") { $0.strings(address.marks.map(\.rawValue).sorted()) }
          }
        }
      }
    }
  }
}
