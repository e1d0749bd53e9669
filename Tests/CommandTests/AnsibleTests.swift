import Foundation
import LoopbackSSH
import Testing

/// The real Ansible collects hosts, and brings plans back to them.
@Suite(.timeLimit(.minutes(15)))
struct AnsibleTests {
  private static let ansible = "/usr/bin/ansible"
  private static var isThere: Bool { FileManager.default.isExecutableFile(atPath: ansible) }

  @Test(.enabled(if: isThere, "ansible is not installed"))
  func `hosts are collected by the documented command, shown, and mended by their plans`()
    async throws
  {
    let folder = try TemporaryHost()
    try folder.folder("/plans")
    let server = LoopbackSSH.isInstalled ? try await LoopbackSSH() : nil
    let way =
      server.map { "ansible_ssh_common_args='-F \($0.configuration)'" }
      ?? "ansible_connection=local"
    var inventory = ""
    for number in 1...20 {
      let name = "host\(number)"
      try Self.host(name, isBad: number == 7, in: folder)
      let address = "\(LoopbackSSH.host)-\(number)"
      inventory += "\(name) ansible_host=\(address) host_root=\(folder.path)/roots/\(name) \(way)\n"
    }
    try folder.file(
      "/inventory", inventory + "gone ansible_port=1 host_root=/\n")
    let line = try await Program.run(["probe", "--one-line"]).output
    let root =
      "export JAILSCOPE_ROOT={{ host_root }} JAILSCOPE_PATH={{ host_root }}/no:/bin:/usr/bin;"
    try Self.run(
      ["-m", "raw", "-a", "\(root) \(line)", "--tree", "\(folder.path)/hosts"], in: folder)

    let fleet = try await Program.run(
      ["fleet", "\(folder.path)/hosts", "--plan", "\(folder.path)/plans"])
    #expect(fleet.exitCode == 2)
    let lines = fleet.output.split(separator: "\n").map(String.init)
    #expect(lines[0].contains("1 of 21 hosts not safe, 1 not read"))
    #expect(lines[2].contains("host7"))
    #expect(lines[3].contains("gone"))
    #expect(lines[3].contains("was not reached"))

    let plan = "\(folder.path)/plans/host7.plan"
    #expect(FileManager.default.fileExists(atPath: plan))
    try Self.run(
      ["-m", "copy", "-a", "src=\(plan) dest={{ host_root }}/plan mode=0600", "-l", "host7"],
      in: folder)
    let host = "\(folder.path)/roots/host7"
    let applied = try await Program.run(
      ["apply", "--yes", "--root", host, "--state", "\(folder.path)/state", "\(host)/plan"])
    #expect(applied.errors == "")
    #expect(applied.exitCode != 2)
  }

  private static func host(_ name: String, isBad: Bool, in folder: TemporaryHost) throws {
    let number = name.dropFirst(4)
    try folder.file(
      "/roots/\(name)/etc/rc.conf",
      """
      hostname="\(name).example.org"
      ifconfig_em0="inet 192.0.2.\(number)/24"
      ifconfig_em0_ipv6="inet6 2001:db8::\(number) prefixlen 64"
      ifconfig_em0_alias0="inet6 2001:db8::1:\(number) prefixlen 64"
      jail_enable="YES"

      """)
    let entry = isBad ? "em0|2001:db8::1:\(number)" : "2001:db8::1:\(number)"
    try folder.file(
      "/roots/\(name)/etc/jail.conf",
      "www { path = \"/jails/www\"; ip6.addr = \"\(entry)\"; exec.start = \"/bin/sh /etc/rc\"; }\n")
    try folder.folder("/roots/\(name)/jails/www")
  }

  /// Runs ansible on all hosts; some may fail.
  private static func run(_ arguments: [String], in folder: TemporaryHost) throws {
    let process = Process()
    process.executableURL = URL(filePath: ansible)
    process.arguments = ["all", "-i", "\(folder.path)/inventory"] + arguments
    process.environment = [
      "HOME": folder.path, "PATH": "/usr/bin:/bin", "ANSIBLE_LOCALHOST_WARNING": "False",
      "ANSIBLE_FORKS": "4", "ANSIBLE_TIMEOUT": "20", "LC_ALL": "C.UTF-8",
    ]
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = try folder.handle("ansible.out")
    process.standardError = try folder.handle("ansible.err")
    try process.run()
    process.waitUntilExit()
  }
}
