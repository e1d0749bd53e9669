import Remote
import Testing

/// Which texts name a host, and what ssh(1) is given for them.
struct DestinationTests {
  @Test(arguments: [
    "web1", "root@web1", "web1.example.org", "2001:db8::1", "fe80::1%em0", "a-b_c", "x.y@h",
  ])
  func `a name is taken as it is`(_ text: String) {
    #expect(Destination(text)?.text == text)
  }

  @Test(arguments: [
    "", "-l", "-oProxyCommand=id", "web1;id", "`id`", "$(id)", "a b", "a@b@c", "@web1", "root@",
    "root@-l", "-x@web1", "web1\n", "web1\u{0}", "\u{1b}[2J", "web\u{202e}1", "w\u{e9}b", "[::1]",
    "ssh://web1", "a/b", "a'b", "a\"b", "a\\b", "a*b", "a#b", "%h", ".a", ":1", "u:p@h", "u%n@h",
  ])
  func `anything else is no host`(_ text: String) {
    #expect(Destination(text) == nil)
  }

  @Test func `no more than 255 bytes are a host`() {
    #expect(Destination(String(repeating: "a", count: 255)) != nil)
    #expect(Destination(String(repeating: "a", count: 256)) == nil)
  }

  @Test func `ssh gets no shell, asks nothing, forwards nothing and takes no unknown key`() throws {
    let options = ConnectionOptions(try #require(Destination("root@web1")), configuration: "/c")
    let words = options.words(isFresh: true)
    #expect(words.prefix(5) == ["ssh", "-T", "-x", "-F", "/c"])
    for word in [
      "-oBatchMode=yes", "-oStrictHostKeyChecking=yes", "-oForwardAgent=no",
      "-oClearAllForwardings=yes", "-oPermitLocalCommand=no", "-oRemoteCommand=none",
      "-oControlMaster=no", "-oControlPath=none",
    ] {
      #expect(words.contains(word))
    }
    #expect(words.suffix(3) == ["--", "root@web1", ConnectionOptions.bootstrap])
    #expect(!options.words(isFresh: false).contains("-oControlPath=none"))
  }

  @Test func `quotes leave nothing that a shell reads`() {
    #expect(shellWord(Array("a b".utf8)) == "'a b'")
    #expect(shellWord(Array("it's\n$x".utf8)) == "'it'\\''s'\"$nl\"'$x'")
    #expect(shellWord([0xc3, 0xa4]) == "\"$(printf '\\303\\244')\"")
    #expect(shellWord([]) == "''")
  }
}
