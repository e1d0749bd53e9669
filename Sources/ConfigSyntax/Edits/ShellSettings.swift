import Phrases
import SourceText

/// A file of sh(1) settings as an editor sees it: which assignment of a variable is the one that
/// counts, and which bytes to change for another value.
///
/// Every edit leaves all other bytes alone, and is refused unless the file that comes of it reads
/// as the same file with just this one change.
package struct ShellSettings: Sendable {
  /// The file.
  package let bytes: [UInt8]
  /// Its tree.
  package let script: ShellScript

  /// Reads a file.
  package init(_ bytes: [UInt8]) {
    self.init(bytes, script: parseShell(bytes))
  }

  /// Takes a file that has been read.
  package init(_ bytes: [UInt8], script: ShellScript) {
    self.bytes = bytes
    self.script = script
  }

  /// The assignment whose value a variable has when the file has been read; nil when none sets it.
  ///
  /// Refused where other code may set the variable later, or may keep the assignment from being
  /// reached, or where sh(1) can't read the file.
  package func assignment(of name: String) throws(EditRefusal) -> ShellAssignment? {
    guard name.isShellName else { throw EditRefusal(spoken("\(name) is no name of a variable")) }
    try checkBytes()
    let reader = ShellEffectsReader(of: name, in: script)
    var found: ShellAssignment?
    /// Code behind `found` that may set the variable, and code anywhere that may lock it.
    var obstacle: SourceSpan?
    var lock: SourceSpan?
    var left: SourceSpan?
    for node in script.nodes {
      guard case .statement(let statement) = node.kind else { continue }
      if let plain = statement.plainAssignment {
        guard plain.name == name else { continue }
        found = plain.assignment
        obstacle = nil
        continue
      }
      let assignments = statement.plainAssignments
      let effects = assignments.map(reader.effects) ?? reader.effects(of: statement.command)
      if let command = effects.runsUnknown {
        throw EditRefusal(spoken("\(command) may set \(name), too"), at: node.span)
      }
      if effects.touches {
        obstacle = node.span
        if locks(node.span) { lock = node.span }
      }
      if let own = assignments?.last(where: { $0.name == name }) {
        found = own
        obstacle = nil
      }
      if effects.leaves, left == nil { left = node.span }
    }
    if let span = lock ?? obstacle {
      throw EditRefusal(spoken("other code may set \(name), too"), at: span)
    }
    if let left, found.map({ $0.span.lower > left.lower }) ?? true {
      throw EditRefusal(spoken("code above may end the reading of the file"), at: left)
    }
    return found
  }

  /// Whether code has the word that makes variables unchangeable.
  private func locks(_ span: SourceSpan) -> Bool {
    let code = bytes[span.range]
    let word = Array("readonly".utf8)
    return code.indices.contains { code[$0...].starts(with: word) }
  }

  /// Refuses a file that sh(1) can't read, or that different shells read differently.
  private func checkBytes() throws(EditRefusal) {
    if let error = script.syntaxError {
      throw EditRefusal(
        spoken("sh(1) can't read the file: line \(error.line): \(error.message)"),
        at: SourceSpan(error.offset, error.offset))
    }
    guard bytes.contains(0) else { return }
    for node in script.nodes {
      if case .comment = node.kind { continue }
      if bytes[node.span.range].contains(0) {
        throw EditRefusal(spoken("a NUL byte is in the code"), at: node.span)
      }
    }
  }
}

extension ShellStatement {
  /// The assignments of a statement that does nothing else; nil for any other.
  var plainAssignments: [ShellAssignment]? {
    guard case .simple(let command) = command else { return nil }
    switch form {
    case .assignments: return command.assignments
    case .export: return command.declared
    case .source, .opaque: return nil
    }
  }
}
