package import HostModel
package import SourceText

/// A host given by the text of its files; everything else is missing on it.
package struct HostSketch {
  /// Its files.
  package let capture: HostCapture
  /// What its next boot does.
  package let forecast: BootForecast

  /// - Parameters:
  ///   - files: texts by path.
  ///   - entries: what else stands at paths.
  ///   - uncollected: paths nobody asked for.
  package init(
    _ files: [String: String], entries: [String: HostCapture.Entry] = [:],
    uncollected: Set<String> = [], hardware: [String]? = ["vtnet0"],
    missingPaths: Set<String> = [], release: Release? = Release(major: 14, minor: 3),
    live: LiveHost? = nil, connection: Connection? = nil
  ) {
    var capture = HostCapture(entries: entries)
    for (path, text) in files {
      capture.entries[path] = .file(SourceFile(path: path, bytes: Array(text.utf8)))
    }
    var folders: [String: Set<String>] = [:]
    for path in uncollected.union(capture.entries.keys) {
      var path = path[...]
      while let slash = path.lastIndex(of: "/"), slash > path.startIndex {
        folders[String(path[..<slash]), default: []].insert(
          String(path[path.index(after: slash)...]))
        path = path[..<slash]
      }
    }
    for (path, names) in folders { capture.entries[path] = .directory(names.sorted()) }
    let facts = HostFacts(
      hardware: hardware, missingPaths: missingPaths, live: live, connection: connection)
    var forecast = forecastBoot(capture, facts: facts, release: release)
    while !forecast.wanted.isSubset(of: uncollected) || !forecast.wantedInside.isEmpty {
      for (root, paths) in forecast.wantedInside {
        for path in paths { capture.entries[root + path] = .missing }
      }
      for path in forecast.wanted.subtracting(uncollected) { capture.entries[path] = .missing }
      forecast = forecastBoot(capture, facts: facts, release: release)
    }
    self.capture = capture
    self.forecast = forecast
  }

  /// A host with one interface, jails in jail.conf, and more lines of rc.conf.
  package init(
    rc: String = "", jails: String, missingPaths: Set<String> = [],
    hardware: [String] = ["vtnet0"]
  ) {
    self.init(
      [
        "/etc/rc.conf": """
        hostname="host.example.org"
        ifconfig_vtnet0="inet 192.0.2.10 netmask 255.255.255.0"
        ifconfig_vtnet0_ipv6="inet6 2001:db8::1 prefixlen 64"
        jail_enable="YES"
        \(rc)

        """,
        "/etc/jail.conf": """
        exec.start = "/bin/sh /etc/rc";
        path = "/jails/$name";
        \(jails)

        """,
      ], hardware: hardware, missingPaths: missingPaths)
  }
}
