package import ConfigSyntax
package import SourceText

/// The system a shell script runs on, as far as the forecast knows it.
package protocol ShellHost {
  /// Runs a program; nil when its effect isn't known.
  mutating func run(_ argv: [String], at place: Place?) -> ShellReply?
  /// What stands at a path; nil when it was not collected.
  mutating func entry(at path: String) -> HostCapture.Entry?
}

/// What a program answered.
package struct ShellReply: Sendable {
  /// The exit status.
  package let status: Int
  /// What it wrote to standard output.
  package let output: String

  package init(status: Int, output: String = "") {
    self.status = status
    self.output = output
  }
}

/// Runs shell code on a modelled host: what is known is done, what isn't is marked unknown.
///
/// It follows sh(1) for assignments, expansion, conditions and loops, and knows the built-in
/// commands that settings files use. Every other program is asked of the host.
package struct ShellEvaluator<Host: ShellHost> {
  /// The system the code runs on.
  package var host: Host
  /// The variables as they are by now.
  package var variables: ShellVariables
  /// What was written to the console, standard error and output alike.
  package var console = ConsoleLog()
  /// Why the shell ended early, with the line sh(1) prints; nil while it runs.
  package internal(set) var stopped: String?
  /// The exit status of the last command; nil when it isn't known.
  package internal(set) var status: Int? = 0
  /// Code that was passed over because what it does isn't known.
  package internal(set) var unknowns: [ShellUnknown] = []

  var functions: [String: ShellCommand] = [:]
  var arguments: [String] = []
  var file: SourceFile
  var captured: String?
  var flow = Flow.running
  var depth = 0
  /// Commands that may still run: a loop that never ends must not hang the forecast.
  var budget = 100_000

  enum Flow { case running, returning, stopped, breaking, continuing }

  package init(host: Host, variables: ShellVariables = ShellVariables()) {
    self.host = host
    self.variables = variables
    self.file = SourceFile(path: "", bytes: [])
  }
}

/// A stretch of shell code whose effect isn't known, and why.
package struct ShellUnknown: Sendable {
  /// The code that was passed over.
  package let place: Place
  /// Why its effect isn't known.
  package let reason: String
}

extension ShellEvaluator {
  /// Sources a file as `. FILE` does.
  ///
  /// - Returns: false when the shell ended, because of the file's syntax or by `exit`.
  package mutating func source(_ source: SourceFile, script: ShellScript) -> Bool {
    let outer = file
    file = source
    defer { file = outer }
    variables.reserve(script.nodes.count)
    for node in script.nodes {
      guard case .statement(let statement) = node.kind else { continue }
      run(statement, span: node.span)
      if flow != .running { break }
    }
    if flow == .returning { flow = .running }
    if flow == .running, let error = script.syntaxError {
      stop("\(source.path): \(error.line): Syntax error: \(error.message)")
    }
    return flow == .running
  }

  private mutating func run(_ statement: ShellStatement, span: SourceSpan) {
    if case .assignments = statement.form, case .simple(let command) = statement.command {
      for assignment in command.assignments { assign(assignment, exported: false) }
      return
    }
    execute(statement.command, span: span)
  }

  mutating func assign(_ assignment: ShellAssignment, exported: Bool) {
    let origin = Origin.written(Place(path: file.path, span: assignment.value.span))
    let parts = assignment.value.parts
    if parts.count == 1, let text = parts[0].constant {
      variables.assign(
        assignment.name, ShellValue(text: text, origin: origin, exported: exported))
      return
    }
    let value = expand(assignment.value)
    variables.assign(
      assignment.name,
      ShellValue(text: value.text, origin: origin, unknown: value.unknown, exported: exported))
  }

  mutating func stop(_ message: String) {
    console.line(message)
    stopped = message
    status = 2
    flow = .stopped
  }

  mutating func note(_ reason: String, _ span: SourceSpan) {
    unknowns.append(ShellUnknown(place: Place(path: file.path, span: span), reason: reason))
  }
}
