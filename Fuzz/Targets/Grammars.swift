import ConfigSyntax
import SourceText

/// sh(1) settings: the nodes cover the file, and what is set is read back.
func tryShell(_ bytes: [UInt8]) {
  let settings = ShellSettings(bytes)
  var end = 0
  var assignments: [ShellAssignment] = []
  for node in settings.script.nodes {
    hold(node.span.lower == end && node.span.upper > end, "shell nodes follow one another")
    end = node.span.upper
    guard case .statement(let statement) = node.kind, case .simple(let command) = statement.command
    else { continue }
    for assignment in command.assignments + command.declared {
      holdInside(assignment.span, node.span, "an assignment")
      holdInside(assignment.value.span, assignment.span, "a value")
      assignments.append(assignment)
    }
    for word in command.words { holdInside(word.span, node.span, "a word") }
  }
  hold(end == bytes.count, "shell nodes cover the file")
  for name in Set(assignments.prefix(8).map(\.name) + ["ifconfig_em0"]) {
    for value in ["", "inet 192.0.2.1/24", #"a 'b' "c" $d `e` \f # g"#] {
      guard let edits = try? settings.set(name, to: value, over: .computed) else { continue }
      let after = ShellSettings(holdEdits(edits, bytes, "setting \(name)"))
      let assignment = (try? after.assignment(of: name)) ?? nil
      // where lines end in CR LF the CR is no part of what an editor sets
      let text = assignment?.value.constant
      hold(text == value || text == value + "\r", "\(name) is set to \(value)")
    }
  }
  for assignment in assignments.prefix(8) {
    let count = assignment.value.constant?.utf8.count ?? 0
    let part = count / 3..<count - count / 3
    if let edits = try? settings.replace(part, of: assignment, with: "0/64") {
      holdEdits(edits, bytes, "replacing a part of \(assignment.name)")
    }
  }
}

/// jail.conf(5) in both grammars: the tokens cover the file, and what is read is inside.
func tryJailConf(_ bytes: [UInt8]) {
  var end = 0
  for token in jailConfTokens(bytes) {
    hold(token.span.lower == end && token.span.upper > end, "tokens follow one another")
    end = token.span.upper
  }
  hold(end == bytes.count, "tokens cover the file")
  let whole = SourceSpan(0, bytes.count)
  for grammar in [JailConfGrammar.classic, .nested] {
    let file = parseJailConf(SourceFile(path: "/etc/jail.conf", bytes: bytes), grammar: grammar)
    for problem in file.problems { holdInside(problem.span, whole, "a problem") }
    for block in file.blocks { holdInside(block.span, whole, "a block") }
    for item in file.items { holdInside(item.span, whole, "an item") }
  }
}

/// JSON: what is set is read back, and nothing else changes.
func tryJSON(_ bytes: [UInt8]) {
  guard let node = try? parseJSONNode(bytes) else { return }
  holdInside(node.span, SourceSpan(0, bytes.count), "the document")
  hold((try? parseJSON(bytes)) == node.value, "both readings of a document are alike")
  guard let settings = JSONSettings(bytes) else { return }
  for name in ["ip4_addr", "a\"\n"] {
    let edits = held(try? EditSet([settings.set(name, to: "\"x\"")]), "one edit meets no other")
    let after = try? parseJSON(holdEdits(edits, bytes, "setting a member"))
    hold(after?[name] == .string("x"), "a member is set")
  }
}

/// Lines of settings: each stands where it says.
func tryLines(_ bytes: [UInt8]) {
  for sign in ["=", ":"] as [Unicode.Scalar] {
    for line in parseSettingLines(bytes, sign: sign) {
      holdInside(line.span, SourceSpan(0, bytes.count), "a value")
    }
  }
}
