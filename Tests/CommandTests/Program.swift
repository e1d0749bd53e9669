import Foundation
import TestHosts
import Testing

/// The built executable, run as a person runs it.
enum Program {
  /// How a run ended and what it printed.
  struct Run {
    /// Nil when a signal ended it.
    let exitCode: Int32?
    let output: String
    let errors: String
  }

  private static let turns = Turnstile(4)

  /// Runs the program, when it is its turn, and waits for its end, which has to come within a time
  /// limit.
  ///
  /// - Parameters:
  ///   - input: what is typed.
  ///   - home: the home directory, where settings may be; by default there are none.
  ///   - connection: what SSH_CONNECTION holds.
  ///   - environment: what else its environment has.
  static func run(
    _ arguments: [String], output: String? = nil, input: String? = nil,
    home: String = "/nonexistent", connection: String? = nil, environment: [String: String] = [:]
  ) async throws -> Run {
    await turns.enter()
    defer { turns.leave() }
    let running = try start(
      arguments, output: output, input: input, home: home, connection: connection,
      environment: environment)
    try await running.wait(for: "its end") { !$0.process.isRunning }
    if running.process.isRunning { running.process.kill(SIGKILL) }
    return try running.ended()
  }

  /// Runs the program and goes on.
  static func start(
    _ arguments: [String], output: String? = nil, input: String? = nil,
    home: String = "/nonexistent", connection: String? = nil, environment: [String: String] = [:]
  ) throws -> Running {
    let folder = try TemporaryHost()
    let process = Process()
    process.executableURL = try executable
    process.arguments = arguments
    process.environment = environment.merging(["HOME": home]) { given, _ in given }
    process.environment?["SSH_CONNECTION"] = connection
    process.standardInput = try input.map { try folder.reading("input", $0) } ?? .nullDevice
    process.standardOutput = try folder.handle("output", at: output)
    process.standardError = try folder.handle("errors")
    try process.run()
    return Running(process: process, folder: folder)
  }

  /// The program while it runs.
  struct Running {
    let process: Process
    let folder: TemporaryHost

    /// What it has printed so far.
    var output: String { get throws { try folder.text("output") } }

    /// Waits for something, for a minute at most.
    func wait(for what: String, until isSo: (Running) throws -> Bool) async throws {
      let limit = ContinuousClock.now + .seconds(60)
      while try !isSo(self) {
        guard .now < limit else {
          Issue.record("\(process.arguments ?? []): waited a minute for \(what)")
          return
        }
        try await Task.sleep(for: .milliseconds(5))
      }
    }

    /// How it ended.
    func ended() throws -> Run {
      process.waitUntilExit()
      return Run(
        exitCode: process.terminationReason == .exit ? process.terminationStatus : nil,
        output: try output, errors: try folder.text("errors"))
    }
  }

  /// It is built into the folder of the test bundle.
  private static var executable: URL {
    get throws {
      let bundle = URL(filePath: try #require(CommandLine.arguments.first))
      return bundle.deletingLastPathComponent().appending(path: "jailscope")
    }
  }
}

extension Process {
  /// Sends it a signal.
  func kill(_ signal: Int32) { Foundation.kill(processIdentifier, signal) }
}
