import TestHosts

/// Makes files of settings as people write them, of good and of bad style.
struct RandomSettings {
  static let names = [
    "hostname", "ifconfig_em0", "ifconfig_em0_alias0", "ifconfig_em0_alias1", "jail_list",
    "ezjail_enable", "cloned_interfaces", "sshd_flags",
  ]

  private var numbers: SeededNumbers

  init(seed: UInt64) {
    numbers = SeededNumbers(seed: seed)
  }

  /// A whole file.
  mutating func text() -> [UInt8] {
    var text = chance(4) ? "# $FreeBSD$\n\n" : ""
    for _ in 0..<Int.random(in: 1...14, using: &numbers) {
      text += chance(3) ? filler() : statement(numbers.pick(Self.names))
    }
    while chance(15), text.last == "\n" { text.removeLast() }
    return Array(text.utf8)
  }

  /// The name of a variable that occurs in a file, if one does.
  mutating func presentName(in text: [UInt8]) -> String {
    let text = String(decoding: text, as: UTF8.self)
    let present = Self.names.filter(text.contains)
    return numbers.pick(present.isEmpty ? Self.names : present)
  }

  /// A value, of which every other has something that shells take for more than itself.
  mutating func value() -> String {
    var words = ""
    for _ in 0..<Int.random(in: 0...5, using: &numbers) {
      words += words.isEmpty ? "" : " "
      words += numbers.pick([
        "inet", "192.0.2.7", "netmask", "255.255.255.255", "YES", "NO", "lo1|192.0.2.9/32,",
        "2001:db8::7", "prefixlen", "64", "-q", "alias",
      ])
    }
    if chance(2) {
      words += numbers.pick([
        "'", "\"", "\\", "$x", "${x}", "`id`", "$(id)", "&", "#", " #", ";", "|", "*", "~", "\\n",
        "é", "%s", "!", "{a,b}", "=", "\\\\", "$", "\t",
      ])
      if chance(2) { words += "x" }
    }
    return words
  }

  private mutating func chance(_ one: Int) -> Bool {
    Int.random(in: 0..<one, using: &numbers) == 0
  }

  private mutating func filler() -> String {
    numbers.pick([
      "\n", "# comment\n", "#hostname=\"old\"\n", "\n\n", "# größe ✓\n", "#\ttabs\t\n", "# it's\n",
      "# say \"x\n", "/bin/true\n", "echo hostname=x >/dev/null\n", ":\n",
    ])
  }

  private mutating func plainValue() -> String {
    value().filter { !"'\"\\$`".contains($0) }
  }

  private mutating func statement(_ name: String) -> String {
    let end = numbers.pick([
      "\n", "\n", "\n", "  # note\n", "\t# don't\n", " # \"x\"\n", ";\n", " \n",
    ])
    let value = plainValue()
    let word = value.split(separator: " ").first { $0.allSatisfy { $0.isLetter || $0.isNumber } }
    switch Int.random(in: 0..<100, using: &numbers) {
    case ..<44: return "\(name)=\"\(value)\"\(end)"
    case ..<54: return "\(name)='\(value)'\(end)"
    case ..<62: return "\(name)=\(word ?? "x")\(end)"
    case ..<66: return "\(name)=\(end)"
    case ..<70: return "\t\(name)=\"\(value)\"\(end)"
    case ..<74: return "\(name)=\"\(value) \\\n\t\(plainValue())\"\(end)"
    case ..<77: return "\(name)=\"\n\t\(value)\n\"\(end)"
    case ..<80: return "\(name)=\"say \\\"\(value)\\\" \\$x \\\\\"\(end)"
    case ..<83: return "\(name)=\"${COND}\(value)\"\(end)"
    case ..<85: return "export \(name)=\"\(value)\"\(end)"
    case ..<87: return "\(name)=\(word ?? "x")'\(value)'\"y\"\(end)"
    case ..<89: return "\(name)=\"\(value)\"; \(numbers.pick(Self.names))='\(plainValue())'\(end)"
    case ..<91: return "\(name)=1 \(numbers.pick(Self.names))=\"\(value)\"\(end)"
    default: return code(name, value, end)
    }
  }

  private mutating func code(_ name: String, _ value: String, _ end: String) -> String {
    switch Int.random(in: 0..<16, using: &numbers) {
    case 0, 1: "if [ -n \"$COND\" ]; then\n\t\(name)=\"\(value)\"\nelse\n\t\(name)=2\nfi\n"
    case 2, 3: "[ -n \"$COND\" ] && \(name)=\"\(value)\"\n"
    case 4: ": ${\(name):=\"1\"}\n"
    case 5: "unset \(name)\n"
    case 6: "f() {\n\t\(name)=3\n}\n"
    case 7: "f() { :; }\nf\n"
    case 8: "\(name)=3 true\n"
    case 9: "case $COND in 1) \(name)=4 ;; esac\n"
    case 10: "x=$(cat <<E\n\(name)=5\nE\n)\n"
    case 11: "cat >/dev/null <<E\n\(name)=\"\(value)\nE\n"
    case 12: "for x in 1 2; do \(name)=\"$x\"; done\n"
    case 13: "x=$((1 + 1))\n"
    case 14: "( \(name)=6 )\n"
    default: "\(name)=`echo 7`\(end)"
    }
  }
}
