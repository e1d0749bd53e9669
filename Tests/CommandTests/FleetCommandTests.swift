import Foundation
import Testing

@Suite(.timeLimit(.minutes(15)))
struct FleetCommandTests {
  private func host(_ name: String, _ files: [String: String]) -> String {
    var text = """
      jailscope capture 1
      taken 2026-11-0\(name.count)T18:00:00Z
      hardware "em0"
      directory "/" - - -
      |etc
      directory "/etc" - - -
      |jail.conf
      |rc.conf

      """
    if files["/etc/jail.conf"] == nil { text += "missing \"/etc/jail.conf\"\n" }
    for (path, content) in files.sorted(by: { $0.key < $1.key }) {
      text += "file \"\(path)\" 644 0 0 \(content.utf8.count)\n"
      for line in content.split(separator: "\n", omittingEmptySubsequences: false).dropLast() {
        text += "|\(line)\n"
      }
    }
    return text + "end\n"
  }

  private func folder() throws -> TemporaryHost {
    let safe = "hostname=\"a\"\nifconfig_em0=\"inet 192.0.2.1/24\"\n"
    let bad = "hostname=\"b\"\nifconfig_em0=\"inet 192.0.2.2/25\"\njail_enable=\"YES\"\n"
    let jail = "www { path = /j; interface = em9; ip4.addr = 192.0.2.1; }\n"
    let probed = host("abc", ["/etc/rc.conf": safe.replacing("2.1/", with: "2.3/")])
    let lines = probed.split(separator: "\n").count
    let frame =
      "motd\njailscope-probe BEGIN\n\(probed)jailscope-probe END 0 \(lines) \(probed.utf8.count)\n"
    let task = try JSONSerialization.data(
      withJSONObject: ["rc": 0, "stdout": frame.replacing("\n", with: "\r\n")])
    return try TemporaryHost([
      "/all/a.capture": host("a", ["/etc/rc.conf": safe]),
      "/all/b.capture": host("ab", ["/etc/rc.conf": bad, "/etc/jail.conf": jail]),
      "/all/c": String(decoding: task, as: UTF8.self), "/all/d.probe": frame,
      "/all/e": "{\"unreachable\": true, \"msg\": \"Failed to connect\\nto e\"}",
      "/all/f": "{\"failed\": true, \"rc\": 127, \"stdout\": \"\", \"stderr\": \"sh: no\"}",
      "/all/g": "garbage", "/all/.hidden": "garbage",
      "/old/b.capture": host("a", ["/etc/rc.conf": bad, "/etc/jail.conf": jail]),
    ])
  }

  @Test func `hosts are listed, the worst first, and those that could not be read with the reason`()
    async throws
  {
    let folder = try folder()
    let run = try await Program.run(["fleet", "\(folder.path)/all"])
    #expect(run.exitCode == 2)
    #expect(run.errors == "")
    let lines = run.output.split(separator: "\n").map(String.init)
    #expect(lines[0].hasPrefix("NOT BOOT-SAFE  1 of 7 hosts not safe, 3 not read"))
    #expect(lines[2].hasPrefix("NOT BOOT-SAFE  b"))
    #expect(run.output.contains("1 of 1 fail: www"))
    #expect(run.output.contains("was not reached: Failed to"))
    #expect(run.output.contains("ended with 127"))
    #expect(run.output.contains("has no frame"))
  }

  @Test func `an address of two hosts and networks that they see differently are told`()
    async throws
  {
    let folder = try folder()
    let text = try await Program.run(["fleet", "\(folder.path)/all"]).output
    #expect(text.contains("  192.0.2.1: b (jail www), a\n"))
    #expect(text.contains("  192.0.2.3: c, d\n"))
    #expect(text.contains("  192.0.2.0/25 on b, /24 on"))
    let meant = try await Program.run(
      ["fleet", "\(folder.path)/all", "--shared", "192.0.2.0/24"]
    ).output
    #expect(!meant.contains("192.0.2."))
  }

  @Test func `JSON and metrics say the same`() async throws {
    let folder = try folder()
    let json = try await Program.run(["fleet", "\(folder.path)/all", "--json"])
    #expect(json.exitCode == 2)
    try DocumentTests.expectDescribed(json.output, in: "fleet")
    let document = try #require(
      JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any])
    let hosts = try #require(document["hosts"] as? [[String: Any]])
    #expect(hosts.map { $0["source"] as? String }.prefix(2) == ["b", "e"])
    #expect(hosts[0]["taken"] as? String == "2026-11-02T18:00:00Z")
    let metrics = try await Program.run(["fleet", "\(folder.path)/all", "--prometheus"]).output
    #expect(metrics.contains("jailscope_fleet_read{host=\"e\"} 0\n"))
    #expect(metrics.contains("jailscope_fleet_jails{host=\"b\",state=\"failed\"} 1\n"))
    #expect(metrics.contains("jailscope_fleet_shared_addresses 2\n"))
  }

  @Test func `older states tell since when a host is not safe`() async throws {
    let folder = try folder()
    let text = try await Program.run(
      ["fleet", "\(folder.path)/all", "--among", "\(folder.path)/old"]
    ).output
    #expect(text.contains("2026-11-01"))
  }

  @Test func `a folder that isn't there is told, and nothing else`() async throws {
    let run = try await Program.run(["fleet", "/nonexistent"])
    #expect(run.exitCode == 3)
    #expect(run.output == "")
    #expect(run.errors.contains("cannot read /nonexistent: no such file or directory"))
  }

  @Test func `one host elsewhere is no folder, and what opens it is told`() async throws {
    let run = try await Program.run(["fleet", "root@web1"])
    #expect(run.exitCode == 3)
    #expect(run.errors.contains("one host elsewhere is opened by jailscope root@web1"))
  }

  @Test func `plans are written of what is safe, which the hosts take`() async throws {
    let folder = try TemporaryHost()
    let demo = try await Program.run(["demo", "capture", "-o", "\(folder.path)/demo.capture"])
    #expect(demo.exitCode == 0)
    try folder.folder("/plans")
    try folder.folder("/all")
    try FileManager.default.moveItem(
      atPath: "\(folder.path)/demo.capture", toPath: "\(folder.path)/all/demo.capture")
    let run = try await Program.run(
      ["fleet", "\(folder.path)/all", "--plan", "\(folder.path)/plans"])
    #expect(run.exitCode == 2)
    let plan = try folder.text("plans/demo.plan")
    let own = try await Program.run(["plan", "--demo"])
    #expect(plan == own.output)
    #expect(run.output.hasSuffix("\nplan: \(folder.path)/plans/demo.plan\n"))
    let lost = try await Program.run(
      ["fleet", "\(folder.path)/all", "--plan", "\(folder.path)/none"])
    #expect(lost.exitCode == 2)
    #expect(lost.output.hasPrefix("NOT BOOT-SAFE  1 of 1 hosts not safe\n"))
    #expect(lost.errors.contains("cannot write to \(folder.path)/none/demo.plan: "))
  }
}
