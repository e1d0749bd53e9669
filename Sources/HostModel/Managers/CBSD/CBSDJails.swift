import Phrases
import SourceText

/// The jails of CBSD, which keeps them in a SQLite database that nobody else writes
/// (CBSD, share/local-jails.schema and tools/jstart).
enum CBSDJails: ManagedJailReader {
  static let kind = JailDefinition.Kind.cbsd
  static let service = "cbsdd"

  static func read(_ host: inout BootHost, _ loaded: RCVariables) -> [ManagedJail] {
    guard let folder = folder(&host, loaded) else { return [] }
    let path = "\(folder)/local.sqlite"
    guard let file = host.file(at: path) else { return [] }
    if case .directory(let names)? = host.entry(at: folder),
      let log = ["-wal", "-journal"].map({ "local.sqlite\($0)" }).first(where: names.contains)
    {
      host.troubles.append((path, spoken("it is being written: \(log) is beside it")))
    }
    do throws(TableProblem) {
      guard let tables = host.tables else {
        throw TableProblem(spoken("databases are not read here"))
      }
      let rows = try tables.rows(ofTable: "jails", in: file.bytes)
      return rows.filter { ($0["emulator"] ?? "jail") == "jail" }
        .compactMap { jail($0, path, host, loaded) }
    } catch {
      host.troubles.append((path, error.message))
      return []
    }
  }

  /// Where the database is, where there is a sign of CBSD.
  private static func folder(_ host: inout BootHost, _ loaded: RCVariables) -> String? {
    let workdir = loaded.text("cbsd_workdir")
    if !workdir.isEmpty { return "\(workdir)/var/db" }
    var isInstalled = loaded.variables["cbsdd_enable"] != nil
    if case .directory(let names)? = host.entry(at: "/usr/local/etc/rc.d"), names.contains("cbsdd")
    {
      isInstalled = true
    }
    return isInstalled ? "/usr/jails/var/db" : nil
  }

  private static func jail(
    _ row: [String: String], _ path: String, _ host: BootHost, _ loaded: RCVariables
  ) -> ManagedJail? {
    guard let name = row["jname"], !name.isEmpty else { return nil }
    var handed = HandedJail(name, kind: kind, at: nil, file: path)
    var unknown: String?
    if row["vnet"] == "1" {
      handed.set("vnet")
      unknown = spoken("CBSD makes and moves the interfaces of its vnet jails itself")
    } else {
      unknown = setAddresses(row, &handed, host, loaded.variables)
    }
    if let hostname = row["host_hostname"] { handed.set("host.hostname", to: hostname) }
    if let root = row["path"] { handed.set("path", to: root) }
    handed.set("exec.start", to: "/bin/sh /etc/rc")
    handed.set("persist")
    var jail = ManagedJail(JailConfig(handed: handed, host: host), name: name)
    jail.unknown = unknown
    jail.priority = row["b_order"].flatMap { Int($0) } ?? 10
    let astart = row["astart"] ?? "0"
    if astart == "0" { jail.leftOut = BootSwitch(text: spoken("astart is 0"), place: nil) }
    return jail
  }

  /// Gives a jail its addresses on the interface that CBSD takes for each.
  ///
  /// - Returns: why an address or its interface isn't known.
  private static func setAddresses(
    _ row: [String: String], _ handed: inout HandedJail, _ host: BootHost,
    _ variables: ShellVariables
  ) -> String? {
    var unknown: String?
    var items: [String] = []
    for item in (row["ip4_addr"] ?? "0").split(separator: ",").map(String.init) where item != "0" {
      if item.uppercased().contains("DHCP") {
        unknown = spoken("CBSD chooses the address when it starts the jail")
      } else {
        items.append(String(item.filter { $0 != " " }.map { $0 == "#" ? "|" : $0 }))
      }
    }
    let interface = row["interface"] ?? "auto"
    let bare = items.filter { !$0.contains("|") }
    if interface == "auto" {
      let names = Set(bare.map { nearest($0, host, variables) })
      if names.contains(nil) {
        unknown = spoken("CBSD looks for an interface for an address, and finds which is not known")
      } else if names.count == 1, case let name?? = names.first {
        handed.set("interface", to: name)
      } else {
        items = items.map { item in
          guard !item.contains("|"), let name = nearest(item, host, variables) else { return item }
          return "\(name)|\(item)"
        }
      }
    } else if interface != "0", !bare.isEmpty {
      handed.set("interface", to: interface)
    }
    handed.setAddresses(items.map { JailValue(text: $0, origin: .standard("CBSD")) })
    return unknown
  }

  /// The interface that has the address's network, else that of the default route.
  private static func nearest(
    _ text: String, _ host: BootHost, _ variables: ShellVariables
  ) -> String? {
    guard let address = IPAddress(text.prefix { $0 != "/" }) else { return nil }
    let holder = host.kernel.snapshot().first { present in
      present.addresses.contains {
        $0.address.family == address.family
          && Prefix($0.address, length: $0.prefixLength).contains(address)
      }
    }
    return holder?.interface.name ?? DefaultRoute(address.family, host, variables).interface
  }
}
