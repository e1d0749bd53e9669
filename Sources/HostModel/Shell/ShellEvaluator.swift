package import ConfigSyntax
package import SourceText

/// The system a shell script runs on, as far as the forecast knows it.
package protocol ShellHost {
  /// Runs a program; nil when its effect isn't known.
  mutating func run(_ argv: [String], at place: Place?) -> ShellReply?
  /// What stands at a path; nil when it was not collected.
  mutating func entry(at path: String) -> HostCapture.Entry?
  /// Learns of a file that is sourced.
  mutating func note(_ file: SourceFile, _ script: ShellScript)
}

/// What a program answered.
package struct ShellReply: Sendable, Equatable {
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
  /// The variables as they are now.
  package var variables: ShellVariables
  /// What was written to the console, standard error and output alike.
  package var console = ConsoleLog()
  /// Why the shell ended early, with the line sh(1) prints; nil while it runs.
  package internal(set) var stopped: String?
  /// The exit status of the last command; nil when it isn't known.
  package internal(set) var status: Int? = 0
  /// Code that was passed over because what it does isn't known.
  package internal(set) var unknowns: [ShellUnknown] = []

  var functions: [String: ShellFunction] = [:]
  var arguments: [String] = []
  /// Why the arguments aren't known, if they aren't.
  var unknownArguments: String?
  var file: SourceFile
  /// Where the text stands that `eval` runs: offsets in that text say nothing of the file.
  var enclosing: SourceSpan?
  /// What `$(…)` has collected; nil outside of it.
  var captured: String?
  /// What the command before it in a pipeline printed; nil when that isn't known, or there is none.
  var input: String?
  /// Standard output goes nowhere.
  var isSilent = false
  /// Standard error goes nowhere.
  var isQuiet = false
  /// The status before the command that runs, which is `$?`.
  var previousStatus: Int? = 0
  var flow = Flow.running
  /// How many loops run.
  var loops = 0
  /// The variables that `local` hides, a list for each function that runs.
  var hidden: [[(name: String, value: ShellValue?)]] = []
  /// How many commands and words stand in one another at this point.
  var depth = 0
  /// Commands that may still run: a loop that never ends must not hang the forecast.
  ///
  /// Long texts and patterns count as commands, too.
  var budget = 100_000

  enum Flow: Equatable {
    case running, returning, stopped
    /// Leaves so many loops.
    case breaking(Int)
    /// Leaves all but one of so many loops and goes on with the next round of that one.
    case continuing(Int)
  }

  package init(host: Host, variables: ShellVariables = ShellVariables()) {
    self.host = host
    self.variables = variables
    self.file = SourceFile(path: "", bytes: [])
  }
}

/// A stretch of shell code whose effect isn't known, and why.
package struct ShellUnknown: Sendable {
  /// Where it stands.
  package let place: Place
  /// Why its effect isn't known.
  package let reason: String
}

/// A shell function and where it is written.
struct ShellFunction {
  let body: ShellCommand
  let file: SourceFile
  let enclosing: SourceSpan?
}

extension ShellEvaluator {
  /// Sources a file as `. FILE` does.
  ///
  /// - Returns: false when the shell ended, because of the file's syntax or by `exit`.
  package mutating func source(_ source: SourceFile, script: ShellScript) -> Bool {
    let outer = (file, enclosing)
    (file, enclosing) = (source, nil)
    defer { (file, enclosing) = outer }
    host.note(source, script)
    // blanks stand between statements
    variables.reserve(script.nodes.count / 2)
    for index in script.nodes.indices {
      if let plain = script.plainAssignment(at: index), plain.text.utf8.first != UInt8(ascii: "~") {
        (previousStatus, status) = (status, 0)
        let origin = Origin.written(place(plain.valueSpan))
        variables.assign(plain.name, ShellValue(text: plain.text, origin: origin))
        continue
      }
      guard case .statement(let statement) = script.nodes[index].kind else { continue }
      run(statement, span: script.nodes[index].span)
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
      (previousStatus, status) = (status, 0)
      return assign(command.assignments)
    }
    execute(statement.command, span: span)
  }

  /// Sets variables as sh(1) does: all values are expanded before the first is set
  /// (FreeBSD `bin/sh/eval.c`, evalcommand).
  mutating func assign(_ assignments: [ShellAssignment], exported: Bool = false) {
    guard assignments.count == 1 else {
      for (name, value) in assignments.map({ ($0.name, self.value(of: $0, exported: exported)) }) {
        variables.assign(name, value)
      }
      return
    }
    variables.assign(assignments[0].name, value(of: assignments[0], exported: exported))
  }

  /// What an assignment sets its variable to.
  mutating func value(of assignment: ShellAssignment, exported: Bool = false) -> ShellValue {
    let origin = Origin.written(place(assignment.value.span))
    let parts = assignment.value.parts
    if parts.count == 1, let text = parts[0].constant, text.utf8.first != UInt8(ascii: "~") {
      return ShellValue(text: text, origin: origin, exported: exported)
    }
    let value = expand(assignment.value)
    return ShellValue(text: value.text, origin: origin, unknown: value.unknown, exported: exported)
  }

  mutating func stop(_ message: String) {
    complain(message)
    stopped = message
    status = 2
    flow = .stopped
  }

  /// Writes a line to standard error.
  mutating func complain(_ message: String) {
    if !isQuiet { console.line(message) }
  }

  mutating func note(_ reason: String, _ span: SourceSpan) {
    unknowns.append(ShellUnknown(place: place(span), reason: reason))
  }

  func place(_ span: SourceSpan) -> Place { Place(path: file.path, span: enclosing ?? span) }
}
