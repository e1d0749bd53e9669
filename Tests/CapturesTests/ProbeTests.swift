import Captures
import Foundation
import HostAccess
import LiveState
import SourceText
import Testing

@Suite(.timeLimit(.minutes(15)))
struct ProbeTests {
  /// The shells of the machine that the script has to work in, with what they are called by.
  static let shells = [
    "/bin/sh", "/bin/dash", "/bin/bash --posix", "/bin/mksh", "/bin/busybox sh", "/bin/ksh93",
  ].filter { FileManager.default.isExecutableFile(atPath: String($0.prefix { $0 != " " })) }

  private let host: ProbedHost

  init() throws {
    host = try ProbedHost()
  }

  @Test(arguments: shells)
  func `it finds what is read of every host, byte for byte`(_ shell: String) throws {
    let probed = try host.probe(shell)
    let expected = try HostCollector(root: host.path).collectUsual()
    #expect(expected.entries.count > 40)
    for (path, entry) in expected.entries where !path.contains("\n") {
      #expect(probed.entries[path].words == entry.words, "\(path)")
    }
    #expect(probed.attributes["/etc/rc.conf"]?.mode == 0o640)
    #expect(probed.notes == ["names with a line feed are left out in /etc/rc.conf.d"])
  }

  @Test(arguments: shells)
  func `it finds what the configuration names beyond that`(_ shell: String) throws {
    let probed = try host.probe(shell)
    for path in [
      "/etc/rc.conf.extra", "/etc/more.conf", "/etc/jails/a.conf", "/etc/jails/b.conf",
      "/jails/mounts.a", "/jails/web/etc/rc.conf", "/jails/web/etc/rc.conf.d/network",
    ] {
      #expect(probed.entries[path].words == host.collected(path).words, "\(path)")
    }
    #expect(probed.kinds["/jails/web"] == .directory)
    #expect(
      probed.exists(["/jails/web", "/jails/gone"]) == ["/jails/web": true, "/jails/gone": false])
    // a link that leads out of a jail is followed in the jail
    #expect(probed.entries["/jails/web/etc/rc.conf.local"].words == "dangling link to /etc/secret")
    #expect(probed.entries["/jails/web/bin/freebsd-version"].words == nil)
    #expect(!probed.document.contains(Array("so secret".utf8)))
  }

  @Test func `its functions answer requests, and what runs alone`() throws {
    let script = String(decoding: Probe.functions, as: UTF8.self)
    let requests = "r /etc/hosts\nk /etc/\ni /jails/web\nr /etc/../etc/rc.conf\ni /\nr /no\n"
    let read = try host.run(
      "/bin/sh", script + "jailscope_read n <<'END'\n\(requests)END\n", "n")
    #expect(read.entries["/etc/hosts"].words == "file 192.0.2.1 a\n")
    #expect(read.entries["/no"].words == "missing")
    #expect(read.kinds == ["/etc/": .directory])
    #expect(
      read.entries["/jails/web/etc/../etc/rc.conf"].words == "file ifconfig_em0=\"192.0.2.9/24\"\n")
    #expect(read.outputs.isEmpty)
    let live = try host.run("/bin/sh", script + "jailscope_live n\n", "n")
    #expect(live.entries.isEmpty)
    #expect(live.outputs == ProbedHost.outputs)
  }

  @Test func `a host that has none of the programs is told as such`() throws {
    try FileManager.default.removeItem(atPath: "\(host.path)/commands/jls")
    let jls = try host.probe("/bin/sh").outputs.first { $0.name == "jls.txt" }
    #expect(jls?.failure == "cannot run /usr/sbin/jls: no such file or directory")
  }

  @Test(arguments: ["/bin/sh", "/bin/tcsh", "/bin/fish", "/bin/mksh", "/bin/bash"])
  func `as one line it is a command of every login shell`(_ shell: String) throws {
    guard FileManager.default.isExecutableFile(atPath: shell) else { return }
    #expect(!Probe.commandLine.contains { "\n!{}".contains($0) })
    let answer = host.ask([shell, "-c", Probe.commandLine])
    #expect(answer.failure == nil)
    let frame = try ProbeFrame(in: answer.output)
    #expect(try CapturedHost(document: frame.document).entries.count > 40)
  }

  @Test func `what it prints survives JSON and a terminal`() throws {
    let text = host.ask(["/bin/sh", host.script, "n"]).output
    #expect(text.allSatisfy { $0 == 10 || (0x20...0x7e).contains($0) })
    let longest = text.split(separator: 10).map(\.count).max() ?? 0
    #expect((900...4000).contains(longest))
  }

  @Test func `the script reads the paths and asks the programs that the host itself would`() {
    let script = String(decoding: Probe.script, as: UTF8.self)
    var from = script.startIndex
    for pattern in UsualPaths.patterns {
      guard let found = script[from...].range(of: "'\(pattern)'") else {
        Issue.record("\(pattern) is not read, or not in its place")
        return
      }
      from = found.upperBound
    }
    for output in LiveOutput.allCases {
      for argument in output.command?.arguments ?? [] { #expect(script.contains(argument)) }
    }
  }
}

extension HostCapture.Entry? {
  /// What stands there, in words that can be compared.
  var words: String? {
    switch self {
    case .file(let file)?: "file \(String(decoding: file.bytes, as: UTF8.self))"
    case .directory(let names)?: "directory \(names.filter { !$0.contains("\n") })"
    case .missing?: "missing"
    case .unreadable(let reason)?: reason
    case nil: nil
    }
  }
}

extension HostCapture.Entry {
  var words: String? { Optional(self).words }
}

extension [UInt8] {
  fileprivate func contains(_ other: [UInt8]) -> Bool {
    indices.contains { self[$0...].starts(with: other) }
  }
}
