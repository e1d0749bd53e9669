import Foundation
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

  /// Runs the program and waits for its end, which has to come within a time limit.
  ///
  /// - Parameters:
  ///   - input: what is typed.
  ///   - home: the home directory, where settings may be; by default there are none.
  static func run(
    _ arguments: [String], output: String? = nil, input: String? = nil,
    home: String = "/nonexistent"
  ) async throws -> Run {
    let folder = try TemporaryHost()
    let process = Process()
    process.executableURL = try executable
    process.arguments = arguments
    process.environment = ["HOME": home]
    process.standardInput = try input.map { try folder.reading("input", $0) } ?? .nullDevice
    process.standardOutput = try folder.handle("output", at: output)
    process.standardError = try folder.handle("errors")
    try process.run()
    let limit = ContinuousClock.now + .seconds(20)
    while process.isRunning, .now < limit { try await Task.sleep(for: .milliseconds(5)) }
    if process.isRunning {
      kill(process.processIdentifier, SIGKILL)
      Issue.record("\(arguments) did not end in 20 seconds")
    }
    process.waitUntilExit()
    return Run(
      exitCode: process.terminationReason == .exit ? process.terminationStatus : nil,
      output: try folder.text("output"), errors: try folder.text("errors"))
  }

  /// It is built into the folder of the test bundle.
  private static var executable: URL {
    get throws {
      let bundle = URL(filePath: try #require(CommandLine.arguments.first))
      return bundle.deletingLastPathComponent().appending(path: "jailscope")
    }
  }
}
