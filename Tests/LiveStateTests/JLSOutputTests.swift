import HostModel
import LiveState
import Testing

struct JLSOutputTests {
  private func read(_ text: String) -> LiveReading<[LiveJail]> { parseJLS(Array(text.utf8)) }

  /// A jail on one line: what is told of it.
  private func line(_ jail: LiveJail) -> String {
    let addresses = jail.addresses.map { $0.map(\.description).joined(separator: ",") } ?? "?"
    let stack = jail.hasOwnStack.map { $0 ? "vnet" : "shared" } ?? "?"
    return "\(jail.id.map(String.init) ?? "?") \(jail.name ?? "?") \(jail.path ?? "?") "
      + "[\(addresses)] \(stack)\(jail.isDying ? " dying" : "")"
  }

  @Test(arguments: [
    (
      "freebsd-11.4", LiveOutput.jls,
      [
        "3 www /usr/jails/www [192.0.2.31,2001:db8:0:1::3] shared",
        "5 old /usr/jails/old [] ? dying",
      ]
    ),
    (
      "freebsd-11.4", .jlsDocument,
      [
        "3 www /usr/jails/www [192.0.2.31,2001:db8:0:1::3] shared",
        "5 old /usr/jails/old [?] ? dying",
      ]
    ),
    (
      "freebsd-13.2", .jls,
      [
        "1 db /usr/local/bastille/jails/db/root "
          + "[198.51.100.20,2001:db8:0:2::20,2001:db8:0:2::21] shared",
        "2 router /jails/my router [] vnet",
      ]
    ),
    (
      "freebsd-14.3", .jls,
      ["1 ? /usr/jails/web [?] ?", "2 ? /usr/jails/router [?] ?"]
    ),
    (
      "freebsd-14.3", .jlsDocument,
      [
        "1 web /usr/jails/web [192.0.2.21,2001:db8:0:3::3] shared",
        "2 router /usr/jails/router [] ?",
      ]
    ),
    (
      "freebsd-15.0", .jlsDocument,
      ["1 web /jails/web [192.0.2.11] shared", "2 gone /jails/gone [] vnet dying"]
    ),
  ])
  func `reads each form without a problem`(
    _ host: String, _ output: LiveOutput, _ lines: [String]
  ) throws {
    let reading = parseJLS(try #require(Outputs.folder(host)[output]))
    #expect(reading.problems == [])
    #expect(reading.value.map(line) == lines)
  }

  @Test func `takes the fuller one of two outputs`() {
    let live = LiveHost(Outputs.folder("freebsd-14.3"))
    #expect(live.jails?.map(\.name) == ["web", "router"])
    #expect(live.problems == [])
  }

  @Test func `reads what -h prints, in which a dash stands for nothing`() {
    let reading = read(
      """
      dying jid name path vnet ip4.addr
      false 4 www /jails/www inherit -
      true 5 "a b" '/a "b"' new 192.0.2.1
      """)
    #expect(reading.problems == [])
    #expect(
      reading.value.map(line) == [
        "4 www /jails/www [] shared", "5 a b /a \"b\" [192.0.2.1] vnet dying",
      ])
  }

  @Test func `a host without jails has none`() {
    #expect(LiveHost([.jls: []]).jails == [])
    let header = "   JID  IP Address      Hostname                      Path\n"
    #expect(read(header).value == [])
    #expect(read(header).problems == [])
  }

  @Test(arguments: [
    ("jls: illegal option -- n", "jls.txt:1: no output of jls(8): jls: illegal option -- n"),
    ("{\"a\": 1}", "jls.txt: no list of jails"),
    ("{\"a\": ", "jls.txt: the document ends too early at byte 6"),
    (
      "{\"jail-information\": {\"jail\": [{\"path\": \"/\"}]}}",
      "jls.txt: jail 1 has neither jid nor name"
    ),
    ("nodying jid=x", "jls.txt:1: neither jid nor name: nodying jid=x"),
    ("JID  IP Address  Hostname  Path\n3  192.0.2.1", "jls.txt:2: no jail: 3  192.0.2.1"),
    ("dying jid name\n1 2", "jls.txt:2: 2 values for 3 parameters"),
  ])
  func `names what it cannot read`(_ text: String, _ problem: String) {
    #expect(read(text).problems.map(\.clause) == [problem])
  }

  private static let samples = Outputs.samples("jls")

  @Test(.enabled(if: !samples.isEmpty, "no shared files beside the checkout"))
  func `reads every public sample of jls, and says of others that they are none`() {
    for (name, bytes) in Self.samples {
      let reading = parseJLS(bytes)
      if name.contains("ezjail-admin") {
        #expect(reading.problems.map(\.message).allSatisfy { $0.hasPrefix("no output of jls(8)") })
        #expect(!reading.problems.isEmpty, "\(name)")
      } else {
        #expect(reading.problems == [], "\(name)")
        #expect(!reading.value.isEmpty, "\(name)")
      }
    }
  }
}
