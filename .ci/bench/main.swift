import DemoHost
import Glibc

/// Where the hosts are, and which files of theirs are read.
struct Hosts {
  let folder: String

  /// Writes the demo host, hosts of ten thousand and of a hundred thousand jails, and one with a long
  /// file of settings.
  func generate() throws(Failure) {
    for (path, text) in DemoHost.files {
      try writeFile(folder + "/demo" + path) { put in put(text) }
    }
    try LargeHost(jails: 10_000).write(below: folder + "/large")
    try LargeHost(jails: 100_000).write(below: folder + "/larger")
    try Mending.generate(below: folder + "/long")
    try FleetHosts(folder: folder + "/fleet").generate()
    try generateStandIns()
  }

  /// Writes programs that print what a running host would, after 50 ms each.
  private func generateStandIns() throws(Failure) {
    let ifconfig = """
      vtnet0: flags=1008843<UP,BROADCAST,RUNNING> metric 0 mtu 1500
      \tinet 192.0.2.17 netmask 0xffffff00
      lo0: flags=1008049<UP,LOOPBACK,RUNNING> metric 0 mtu 16384
      \tinet 127.0.0.1 netmask 0xff000000
      """
    let outputs = [
      "ifconfig": ifconfig, "jls": "jid=1 name=www path=/ vnet=inherit",
      "netstat": "Routing tables", "sysctl": "kern.osrelease: 14.3-RELEASE",
    ]
    for (name, text) in outputs {
      let path = "\(folder)/commands/\(name)"
      try writeFile(path) { put in put("#!/bin/sh\nsleep 0.05\ncat <<'END'\n\(text)\nEND\n") }
      guard chmod(path, 0o755) == 0 else { throw Failure(message: "cannot change \(path)") }
    }
  }

  func cat(_ name: String, _ paths: [String]) -> Command {
    Command(words: ["cat"] + paths.map { "\(folder)/\(name)\($0)" })
  }

  /// Fails without the file, as the special built-in `.` ends the shell.
  func dash(_ name: String, _ path: String) -> Command {
    Command(words: ["dash", "-c", ". \"$0\"", "\(folder)/\(name)\(path)"])
  }
}

/// Writes a line to standard error.
func complain(_ message: String) {
  let line = Array("\(message)\n".utf8)
  write(2, line, line.count)
}

/// Measures everything and prints the document.
func measure(_ binary: String, _ hosts: Hosts, compiler: String) throws(Failure) -> Bool {
  func status(_ name: String) -> Command {
    // a verdict, be it that a host is not safe to boot
    Command(words: [binary, "status", "--root", "\(hosts.folder)/\(name)"], expected: 0...2)
  }
  var load = 0.0
  getloadavg(&load, 1)
  let demo = try Pairs(
    { _ in status("demo") }, against: [hosts.cat("demo", DemoHost.files.map(\.path))], rounds: 1001)
  let large = try Pairs(
    { _ in status("large") },
    against: [
      hosts.dash("large", "/etc/rc.conf"),
      hosts.cat("large", ["/etc/jail.conf", "/bin/freebsd-version"]),
    ], rounds: 51)
  let larger = try Pairs(
    { _ in status("larger") }, against: [status("large")], times: 10, rounds: 15)
  let commands = "\(hosts.folder)/commands"
  let live = try Pairs(
    { _ in
      let asking = ["--live-commands", commands]
      return Command(words: status("demo").words + asking, expected: 0...2)
    }, against: [Command(words: ["\(commands)/ifconfig"])], rounds: 101)
  let mending = try Mending(binary, hosts, status: status("large"))
  let floor = try Command(words: ["true"]).run().peak
  guard floor < demo.peak else {
    throw Failure(message: "the measuring program is larger than what it measures")
  }

  let processors = sysconf(Int32(_SC_NPROCESSORS_ONLN))
  var figures = Figures(compiler: compiler, processors: processors, load: load)
  figures.add("demo", demo, against: "cat of its files", budget: 3.5)
  figures.add("large", large, against: "dash and cat of its files", budget: 1)
  figures.add("demo and what runs", live, against: "one of four commands", budget: 1.5)
  figures.add("ten times as large", larger, against: "the large host", budget: 11)
  figures.addMending("a proof", mending.proof, against: "status", budget: 2.2)
  figures.addMending("an edit", mending.edit, against: "cp and sync", budget: 5)
  figures.add("demo", peak: demo.peak, budget: 12)
  figures.add("large", peak: large.peak, budget: 120)
  let fleet = try FleetHosts(folder: "\(hosts.folder)/fleet").measure(binary)
  figures.addFleet("all hosts", fleet.run.milliseconds / 1000, unit: " s", budget: 5)
  figures.addFleet("first screen", fleet.screen / 1000, unit: " s", budget: 1)
  figures.addFleet("peak memory", fleet.run.peak, unit: " MB", budget: 300)
  try measureScreens(binary, hosts, status, &figures)
  print(figures.document(floor: floor), terminator: "")
  for name in figures.missed { complain("budget missed: \(name)") }
  return figures.missed.isEmpty
}

/// Measures the dashboard beside other programs of its kind.
///
/// - Parameter status: the command `jailscope status` on a host.
func measureScreens(
  _ binary: String, _ hosts: Hosts, _ status: (String) -> Command, _ figures: inout Figures
) throws(Failure) {
  func dashboard(_ name: String) -> Screens.Subject {
    Screens.Subject(
      name: "jailscope, \(name)",
      words: [binary, "dashboard", "--root", "\(hosts.folder)/\(name)"], command: status(name))
  }
  let screens = try Screens([
    dashboard("demo"), dashboard("large"),
    Screens.Subject(name: "htop", words: ["htop", "--delay=100"]),
    Screens.Subject(name: "tig", words: ["tig"]),
  ])
  for screen in screens.figures { figures.add(screen) }
  let (demo, large) = (screens.figures[0], screens.figures[1])
  for (name, screen) in [("demo", demo), ("large", large)] {
    guard let ratio = screen.startOfCommand else {
      throw Failure(message: "\(screen.name): nothing to compare its first frame with")
    }
    figures.add("first frame, \(name), of `status`", ratio, unit: "", budget: 3)
  }
  figures.add("first frame, demo", demo.frame, unit: " bytes", budget: 3000)
  figures.add("a move, demo", demo.move, unit: " bytes", budget: 500)
  figures.add("a move, large", large.move, unit: " bytes", budget: 500)
  figures.add("key to repaint, demo, 95 of 100", demo.key.late, unit: " ms", budget: 5)
  figures.add("key to repaint, large, 95 of 100", large.key.late, unit: " ms", budget: 16)
  figures.add(
    "idling, both", Double(demo.idle + large.idle), unit: " bytes", budget: 0)
}

do throws(Failure) {
  let arguments = CommandLine.arguments
  switch arguments.dropFirst().first {
  case "generate"? where arguments.count == 3:
    try Hosts(folder: arguments[2]).generate()
  case "measure"? where arguments.count == 5:
    let isWithin = try measure(arguments[2], Hosts(folder: arguments[3]), compiler: arguments[4])
    exit(isWithin ? 0 : 1)
  default:
    throw Failure(message: "usage: generate FOLDER | measure BINARY FOLDER COMPILER")
  }
} catch {
  complain("benchmark: \(error.message)")
  exit(2)
}
