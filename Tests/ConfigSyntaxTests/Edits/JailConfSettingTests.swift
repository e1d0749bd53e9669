import ConfigSyntax
import SourceText
import Testing

struct JailConfSettingTests {
  private func settings(_ text: String) -> JailConfSettings {
    JailConfSettings(
      SourceFile(path: "/etc/jail.conf", bytes: Array(text.utf8)), grammar: .nested)
  }

  private func applied(_ edits: EditSet, _ settings: JailConfSettings) throws -> String {
    String(decoding: try edits.applied(to: settings.source.bytes), as: UTF8.self)
  }

  /// The item that sets `p`.
  private func item(_ settings: JailConfSettings) throws -> (JailConfItem, JailConfParameter) {
    for item in settings.file.items {
      if case .parameter(let parameter) = item.kind, parameter.name == "p" {
        return (item, parameter)
      }
    }
    throw EditRefusal("no parameter")
  }

  @Test(arguments: [
    ("p = old;", "new", "p = new;"), ("p = \"old\"; # c", "new", "p = \"new\"; # c"),
    ("a { p += 'old', b; }", "new", "a { p += 'new', b; }"), ("p old;", "new", "p new;"),
    ("p = lo1|192.0.2.1/32;", "192.0.2.1/24", "p = 192.0.2.1/24;"),
    ("p = old;", "a b", "p = \"a b\";"), ("p = old;", "", "p = \"\";"),
    ("p = old;", "a//b", "p = \"a//b\";"), ("p = old;", "a,b;", "p = \"a,b;\";"),
    ("p = \"old\";", "$x \"\\", "p = \"\\$x \\\"\\\\\";"),
    ("p = 'old';", "it's $x", "p = 'it\\'s $x';"),
    ("p = \"a\"'b'c;", "new", "p = \"new\";"), ("p = \"\";", "new", "p = \"new\";"),
    ("p =\n\told /* c */;", "new", "p =\n\tnew /* c */;"), ("p = old;", "# no", "p = \"# no\";"),
    ("p = a\\ b;", "new", "p = \"new\";"),
  ])
  func `another value is quoted as the old one where that can hold it`(
    _ before: String, _ text: String, _ after: String
  ) throws {
    let settings = settings(before)
    let value = try item(settings).1.values[0]
    #expect(try applied(settings.replace(value, with: text), settings) == after)
  }

  @Test(arguments: [
    ("p = $x;", "new"), ("p = \"a${x}b\";", "new"), ("p = old;", "a\nb"), ("p = old;", "größe"),
    ("p = old; }", "new"), ("p = old; q = \"", "new"),
  ])
  func `a value that isn't plain, or a file that can't be read, stays`(
    _ before: String, _ text: String
  ) throws {
    let settings = settings(before)
    let value = try item(settings).1.values[0]
    #expect(throws: EditRefusal.self) { try settings.replace(value, with: text) }
  }

  @Test func `the value that is there already needs no edit`() throws {
    let settings = settings("p = \"old\";")
    let value = try item(settings).1.values[0]
    #expect(try settings.replace(value, with: "old").isEmpty)
  }

  @Test(arguments: [
    ("p = a, b, c;", 0, "p = b, c;"), ("p = a, b, c;", 1, "p = a, c;"),
    ("p = a, b, c;", 2, "p = a, b;"), ("p = \"a\",\n\t'b', # x\n\tc;", 0, "p = 'b', # x\n\tc;"),
    ("p = a,b;", 1, "p = a;"), ("p = a,\n\tb;", 1, "p = a;"), ("p = $x, b;", 1, "p = $x;"),
  ])
  func `an item of a list goes with its comma`(
    _ before: String, _ index: Int, _ after: String
  ) throws {
    let settings = settings(before)
    let edits = try settings.removeValue(index, of: item(settings).1)
    #expect(try applied(edits, settings) == after)
  }

  @Test(arguments: [
    ("p = a;", 0), ("p = a, b;", 2), ("p = a, # why\n\tb;", 0), ("p = a /* x */, b;", 1),
  ])
  func `the last item stays, and a comment between items`(_ text: String, _ index: Int) throws {
    let settings = settings(text)
    let parameter = try item(settings).1
    #expect(throws: EditRefusal.self) { try settings.removeValue(index, of: parameter) }
  }

  @Test(arguments: [
    ("a {\n\tp = 1;\n\tq;\n}\n", "a {\n\tq;\n}\n"), ("a { p = 1; q; }", "a { q; }"),
    ("a { q; p = 1; }", "a { q; }"), ("p;", ""), ("q;\np = 1; # why\n", "q;\n# why\n"),
    ("p = 1,\n  2;\nq;\n", "q;\n"), ("p = \"x\ny\"; q;\n", "q;\n"),
  ])
  func `a parameter goes with its line, and its comment stays`(
    _ before: String, _ after: String
  ) throws {
    let settings = settings(before)
    #expect(try applied(settings.remove(item(settings).0), settings) == after)
  }

  @Test(arguments: [
    ("a {\n\tp = 1; # c\n}\n", "a {\n\tp = 1; # c\n\tinterface;\n}\n"),
    ("a { p = 1; }\n", "a { p = 1; interface; }\n"), ("p;", "p;\ninterface;"),
    ("a {\n  p = 1; }\n", "a {\n  p = 1; interface; }\n"),
    ("p = 1; /* x\ny */ q;\n", "p = 1; interface; /* x\ny */ q;\n"),
  ])
  func `a parameter is put behind another`(_ before: String, _ after: String) throws {
    let settings = settings(before)
    #expect(try applied(settings.insert("interface;", behind: item(settings).0), settings) == after)
  }

  @Test(arguments: ["interface", "a; b;", "a { }", "", "}", "a; # c"])
  func `what is no single parameter is not put in`(statement: String) throws {
    let settings = settings("a {\n\tp = 1;\n}\n")
    let item = try item(settings).0
    #expect(throws: EditRefusal.self) { try settings.insert(statement, behind: item) }
  }
}
