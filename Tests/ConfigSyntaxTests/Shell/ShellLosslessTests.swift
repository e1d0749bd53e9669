import ConfigSyntax
import Foundation
import SourceText
import Testing

/// Whether the nodes of a file cover it without gap or overlap, and the tree stays inside it.
private func tiles(_ bytes: [UInt8]) -> Bool {
  let script = parseShell(bytes)
  var end = 0
  for node in script.nodes {
    guard node.span.lower == end, node.span.upper > end else { return false }
    end = node.span.upper
    guard case .statement(let statement) = node.kind,
      case .simple(let command) = statement.command
    else { continue }
    let assignments = command.assignments + command.declared
    let inner =
      assignments.flatMap { [$0.span, $0.value.span] } + command.words.map(\.span)
      + command.redirections.map(\.span)
    guard
      inner.allSatisfy({
        node.span.lower <= $0.lower && $0.lower <= $0.upper && $0.upper <= node.span.upper
      })
    else { return false }
  }
  return end == bytes.count
}

private let sample = #"""
  # Network
  hostname="host.example.org"\#t# name
  ifconfig_em0="inet 192.0.2.10 netmask 255.255.255.0"; defaultrouter='192.0.2.1'

  ifconfig_em0_alias0="inet 192.0.2.11/32" ifconfig_em0_ipv6="inet6 2001:db8::1" ;
  cloned_interfaces="${cloned_interfaces} lo1 bridge0" \
    extra=a\ b$(uname -r | sed "s/-.*//")`echo \`id -u\``$((1 + ${n:-2}))
  name = "x"
  export jail_a_ip="lo1|192.0.2.32,vtnet0|2001:db8::2" B
  . /etc/rc.conf.d/more && x=1 || { y=2; } &
  if [ -f /etc/x ]; then
    . /etc/x # here
  elif ! test "$a"; then b="${c#"d"}"; else :; fi >/dev/null 2>&1
  for i in 1 "2" $3; do eval "a$i=\"b\""; done
  case $(hostname) in
  a*|"b") z=1 ;;
  (*) z=2 ;& esac
  f() { cat <<-EOF; w=$'\t\x41'; }
  \#ttext $x
  \#tEOF
  read a <<A <<'B'; v="1
  2"
  b
  A
  \
  B
  while false; do ( break ); done

  """#

/// Files that were read on real hosts, if a collection of them lies beside the checkout.
private let corpus: [String] = {
  var folder = URL(filePath: #filePath)
  while folder.path.count > 1 {
    folder.deleteLastPathComponent()
    let files = folder.appending(path: "shared/corpus/rcconf").path
    if let names = try? FileManager.default.contentsOfDirectory(atPath: files) {
      return names.sorted().map { "\(files)/\($0)" }
    }
  }
  return []
}()

/// The nodes of a shell file, which cover every byte of any file.
struct ShellLosslessTests {
  @Test(arguments: [
    ("", []), ("\n", ["blank \n"]), (" # a", ["blank  ", "comment # a"]),
    ("a=1", ["assignments: a=1"]),
    ("a=1 # b\n\n", ["assignments: a=1", "blank  ", "comment # b", "blank \n\n"]),
    (
      "a=1;b & c;",
      [
        "assignments: a=1", "blank ;", "background command: b &", "blank  ",
        "command `c`: c", "blank ;",
      ]
    ),
    ("\\\na=1 \\\n;\\\n", ["blank \\\n", "assignments: a=1", "blank  \\\n;\\\n"]),
    ("# a\\\n# b\n#", ["comment # a\\", "blank \n", "comment # b", "blank \n", "comment #"]),
    ("{ # a\nb # c\n} # d", ["command group: { # a\nb # c\n}", "blank  ", "comment # d"]),
    (
      "cat <<E # a\nb\nE\nc=1\n",
      [
        "command `cat`: cat <<E # a\nb\nE", "blank \n",
        "assignments: c=1", "blank \n",
      ]
    ),
    (
      "a=1; cat <<E; b=2 & # c\nd\nE\n",
      [
        "assignments: a=1", "blank ; ",
        "command list: cat <<E; b=2 & # c\nd\nE", "blank \n",
      ]
    ),
    (
      "cat <<E; case a\nb\nE\nin c) ;; esac; d=1\n",
      [
        "command list: cat <<E; case a\nb\nE\nin c) ;; esac", "blank ; ", "assignments: d=1",
        "blank \n",
      ]
    ),
    (
      "{ cat <<E\nE\n}; a=1\n",
      [
        "command group: { cat <<E\nE\n}", "blank ; ", "assignments: a=1",
        "blank \n",
      ]
    ),
    ("cat <<E\nb", ["command `cat`: cat <<E\nb"]), ("cat <<E", ["command `cat`: cat <<E"]),
    (
      "cat <<\\E\nb\\\nE\nc\n",
      [
        "command `cat`: cat <<\\E\nb\\\nE", "blank \n", "command `c`: c",
        "blank \n",
      ]
    ),
    (
      "cat <<E\nb\\\nE\nE\nc\n",
      [
        "command `cat`: cat <<E\nb\\\nE\nE", "blank \n",
        "command `c`: c", "blank \n",
      ]
    ),
    ("cat <<''\nb\n\nc", ["command `cat`: cat <<''\nb\n", "blank \n", "command `c`: c"]),
    (
      "a=$(cat <<E)\nb\nE\nc=1",
      [
        "assignments: a=$(cat <<E)\nb\nE", "blank \n",
        "assignments: c=1",
      ]
    ),
    ("a=$(cat <<E\n)\nE\n) b=1", ["assignments: a=$(cat <<E\n)\nE\n) b=1"]),
  ])
  func `are what stands in the file`(text: String, nodes: [String]) {
    #expect(parseShell(Array(text.utf8)).outline(of: text) == nodes)
    #expect(tiles(Array(text.utf8)))
  }

  @Test func `read the sample without an error`() {
    let script = parseShell(Array(sample.utf8))
    #expect(script.syntaxError == nil)
    #expect(
      script.statements.map(\.form.sketch) == [
        "assignments", "assignments", "assignments", "assignments", "assignments",
        "command `name`", "export", "background command", "command group", "for loop",
        "case clause", "function `f`", "command list", "while loop",
      ])
  }

  @Test func `cover every beginning and every end of a file`() {
    let bytes = Array(sample.utf8)
    for cut in bytes.indices {
      #expect(tiles(Array(bytes[..<cut])), "beginning up to \(cut)")
      #expect(tiles(Array(bytes[cut...])), "end from \(cut)")
    }
  }

  @Test(.enabled(if: !corpus.isEmpty, "no collection of real files lies beside the checkout"))
  func `cover every real file`() throws {
    for path in corpus {
      let bytes = [UInt8](try Data(contentsOf: URL(filePath: path)))
      #expect(tiles(bytes), "\(path)")
      #expect(parseShell(bytes).syntaxError == nil, "\(path)")
    }
  }

  @Test func `cover any bytes at all`() {
    var random = SplitMix(state: 20_240_917)
    let pieces = [
      "a", "b=1", "\"", "'", "`", "\\", "$", "${", "}", "$(", "((", "))", ")", "(", "{ ", "; ",
      ";;",
      "&", "|", "<<E", "\nE\n", "\n", " ", "\t", "#", "if ", "then ", "fi ", "for i in ", "do ",
      "done ", "case a in ", "esac ", "x:-", "%%", "!", "\\\n", "f() ", "$'", ">", "export ", "\0",
      "\r", "\u{FEFF}", "ä",
    ].map { Array($0.utf8) }
    for _ in 0..<4_000 {
      var bytes: [UInt8] = []
      for _ in 0..<Int.random(in: 0...16, using: &random) {
        if Int.random(in: 0..<12, using: &random) == 0 {
          bytes.append(.random(in: .min ... .max, using: &random))
        } else {
          bytes += pieces.randomElement(using: &random) ?? []
        }
      }
      #expect(tiles(bytes), "\(bytes)")
    }
  }
}

/// Random numbers that are the same on every run.
private struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }
}
