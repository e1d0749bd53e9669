import Foundation
import Testing

/// The script for periodic(8), with a stand-in for the program.
struct PeriodicTests {
  /// Runs the script in an environment where the stand-in ends with a status.
  private func run(
    status: Int, _ settings: [String: String], program: Bool = true
  ) throws -> (status: Int32, output: String, host: TemporaryHost) {
    let host = try TemporaryHost()
    if program {
      try host.program(
        "/bin/jailscope",
        "[ \"$2\" ] && echo metric 1 || echo NOT BOOT-SAFE\nexit \(status)")
    }
    let source = URL(filePath: #filePath).appending(path: "../../../periodic/470.status-jailscope")
    let script = try String(contentsOf: source.standardized, encoding: .utf8)
    try host.file("/script", script.replacing("@PREFIX@", with: host.path))
    let process = Process()
    let pipe = Pipe()
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = [host.path + "/script"]
    process.environment = settings.merging(["PATH": "/usr/bin:/bin"]) { first, _ in first }
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let output = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    return (process.terminationStatus, output, host)
  }

  private let enabled = ["daily_status_jailscope_enable": "YES"]

  @Test(arguments: [0, 1, 2, 3])
  func `says nothing where it was not asked to run`(_ status: Int) throws {
    let run = try run(status: status, [:])
    #expect(run.status == 0)
    #expect(run.output == "")
  }

  @Test(arguments: [0, 1])
  func `says nothing when the next boot is safe`(_ status: Int) throws {
    let run = try run(status: status, enabled)
    #expect(run.status == 0)
    #expect(run.output == "")
  }

  @Test(arguments: [2, 3, 70])
  func `mails the glance when the next boot is not known to be safe`(_ status: Int) throws {
    let run = try run(status: status, enabled)
    #expect(run.status == 2)
    #expect(run.output == "\nJails at the next boot:\nNOT BOOT-SAFE\n")
  }

  @Test func `mails about warnings where that is wanted`() throws {
    let run = try run(
      status: 1, enabled.merging(["daily_status_jailscope_warnings": "yes"]) { $1 })
    #expect(run.status == 1)
    #expect(run.output.hasSuffix("NOT BOOT-SAFE\n"))
  }

  @Test func `says that the program is gone`() throws {
    let run = try run(status: 0, enabled, program: false)
    #expect(run.status == 2)
    #expect(run.output.contains("is not there"))
  }

  @Test func `writes metrics where they are wanted, and leaves nothing else there`() throws {
    let folder = try TemporaryHost()
    let file = folder.path + "/jailscope.prom"
    let run = try run(
      status: 0, enabled.merging(["daily_status_jailscope_textfile": file]) { $1 })
    #expect(run.output == "")
    #expect(try folder.text("jailscope.prom") == "metric 1\n")
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["jailscope.prom"])
  }

  @Test func `a place that can't be written is told`() throws {
    let run = try run(
      status: 0, enabled.merging(["daily_status_jailscope_textfile": "/nonexistent/x"]) { $1 })
    #expect(run.output.contains("cannot write /nonexistent/x\n"))
  }
}
