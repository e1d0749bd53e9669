import Captures
import Foundation
import HostAccess
import SourceText
import TestHosts

/// A host below a directory with all that makes files odd, and the programs that tell what runs.
final class ProbedHost {
  let path: String
  let script: String

  static let outputs = [
    CapturedHost.Output(
      name: "ifconfig.txt", command: "ifconfig -a", bytes: Array("em0: flags=1\n\tinet\n".utf8)),
    CapturedHost.Output(name: "jls.txt", command: "jls -dnq", bytes: []),
    CapturedHost.Output(
      name: "netstat.txt", command: "netstat -rnW", bytes: Array("Routing\\\nno end".utf8)),
    CapturedHost.Output(
      name: "sysctl.txt", command: "sysctl -i", bytes: Array("a: b\n".utf8),
      failure: "exits with 3: sysctl: no"),
  ]

  init() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "jailscope-\(UUID())")
    path = folder.path(percentEncoded: false)
    script = "\(path)/probe.sh"
    try file("/probe.sh", Probe.script)
    try makeFiles()
    try makeJail()
    try FileManager.default.createDirectory(
      atPath: "\(path)/commands", withIntermediateDirectories: true)
    for (name, text) in [
      ("ifconfig", "printf 'em0: flags=1\\n\\tinet\\n'"), ("jls", "exit 0"),
      ("netstat", "printf 'Routing\\\\\\nno end'"),
      ("sysctl", "echo a: b; echo 'sysctl: no' >&2; echo more >&2; exit 3"),
    ] {
      try makeProgram(at: "\(path)/commands/\(name)", text)
    }
  }

  deinit {
    try? FileManager.default.removeItem(atPath: path)
  }

  private func makeFiles() throws {
    try file(
      "/etc/rc.conf",
      Array(". /etc/rc.conf.extra\nif [ -r /etc/more.conf ]; then . \"/etc/more.conf\"; fi\n".utf8),
      mode: 0o640)
    try file("/etc/rc.conf.extra", Array("a=\\b\n".utf8))
    try file("/etc/more.conf", Array("c=d".utf8))
    try file("/etc/rc.conf.d/all bytes", (0..<700).map { UInt8(truncatingIfNeeded: $0) })
    try file("/etc/rc.conf.d/umlaut \u{e4}", Array("x=\"\u{e4}\"\n".utf8))
    try file("/etc/rc.conf.d/crlf", Array("a=1\r\n\tb=2 \r\n\n".utf8))
    try file("/etc/rc.conf.d/nul", [97, 0, 98, 10, 99])
    try file("/etc/rc.conf.d/empty", [])
    try file("/etc/rc.conf.d/long", [UInt8](repeating: 92, count: 5000))
    try file("/etc/rc.conf.d/.hidden 'quoted' $(x)", Array("y=1\n".utf8))
    try file("/etc/rc.conf.d/line\nfeed", Array("y=1\n".utf8))
    try file("/etc/rc.conf.d/*", Array("star\n".utf8))
    try file("/etc/rc.conf.d/netif/lan", Array("z=1\n".utf8))
    try file("/etc/hosts", Array("192.0.2.1 a\n".utf8))
    try link("/etc/os-release", to: "../var/run/os-release")
    try link("/etc/jail.conf.d/linked.conf", to: "../jails/b.conf")
    try FileManager.default.createDirectory(
      atPath: "\(path)/etc/jail.web.conf", withIntermediateDirectories: true)
    guard mkfifo("\(path)/etc/rc.conf.local", 0o644) == 0 else {
      throw CocoaError(.fileWriteUnknown)
    }
  }

  private func makeJail() throws {
    try file(
      "/etc/jail.conf",
      Array(
        """
        .include "/etc/jails/*.conf";
        path = "/jails/$name"; vnet;
        web { mount.fstab = "/jails/mounts.${name}"; }
        """.utf8))
    try file("/etc/jails/a.conf", Array(".include \"b.conf\";\n".utf8))
    try file("/etc/jails/b.conf", Array("mount.fstab = /jails/mounts.a;\n".utf8))
    try file("/etc/secret", Array("so secret\n".utf8))
    try file("/jails/mounts.a", Array("/a /b nullfs ro 0 0\n".utf8))
    try file("/jails/web/etc/rc.conf", Array("ifconfig_em0=\"192.0.2.9/24\"\n".utf8))
    try file("/jails/web/etc/rc.conf.d/network", Array("a=b\n".utf8))
    try link("/jails/web/etc/rc.conf.local", to: "/etc/secret")
  }

  func file(_ name: String, _ bytes: [UInt8], mode: Int = 0o644) throws {
    let file = path + name
    try FileManager.default.createDirectory(
      atPath: file.prefix(upTo: file.lastIndex(of: "/") ?? file.endIndex).description,
      withIntermediateDirectories: true)
    guard
      FileManager.default.createFile(
        atPath: file, contents: Data(bytes), attributes: [.posixPermissions: mode])
    else { throw CocoaError(.fileWriteUnknown) }
  }

  private func link(_ name: String, to target: String) throws {
    try file("\(name).tmp", [])
    try FileManager.default.removeItem(atPath: "\(path)\(name).tmp")
    try FileManager.default.createSymbolicLink(atPath: path + name, withDestinationPath: target)
  }

  /// What the program itself reads at a path.
  func collected(_ name: String) -> HostCapture.Entry? {
    var capture = HostCapture()
    HostCollector(root: path).collect([name], into: &capture)
    return capture.entries[name]
  }

  /// Runs a program with the host as its own.
  func ask(_ words: [String]) -> ProgramAnswer {
    let environment = [
      "JAILSCOPE_ROOT=\(path)", "JAILSCOPE_PATH=\(path)/commands:/sbin:/bin:/usr/sbin:/usr/bin",
    ]
    return HostAccess.ask(
      [ProgramCall(path: "/usr/bin/env", arguments: environment + words)], milliseconds: 60_000)[0]
  }

  /// What the script prints in a shell.
  func probe(_ shell: String) throws -> CapturedHost {
    let answer = ask(shell.split(separator: " ").map(String.init) + [script, "n1"])
    if let failure = answer.failure { throw CaptureProblemInTest(text: failure) }
    return try CapturedHost(document: ProbeFrame(in: answer.output, nonce: "n1").document)
  }

  /// What other shell code prints.
  func run(_ shell: String, _ code: String, _ nonce: String) throws -> CapturedHost {
    try file("/code.sh", Array(code.utf8))
    let answer = ask([shell, "\(path)/code.sh"])
    return try CapturedHost(document: ProbeFrame(in: answer.output, nonce: nonce).document)
  }
}

struct CaptureProblemInTest: Error {
  let text: String
}
