import HostModel
import TestHosts
import Testing

struct IncludedTwiceTests {
  /// Each of these is read as often as there are ways through the files, if nothing bounds it.
  @Test(arguments: [
    ["/etc/jail.conf": ".include \"/etc/jail.conf\";\n.include \"/etc/jail.conf\";\n"],
    Dictionary(
      uniqueKeysWithValues: (0..<30).map { number in
        let next = ".include \"/etc/jail\(number + 1).conf\";\n"
        return ("/etc/jail\(number == 0 ? "" : "\(number)").conf", next + next)
      }),
  ])
  func `files that include each other twice are read in no time`(files: [String: String]) {
    let rc = ["/etc/rc.conf": "hostname=\"host.example.org\"\njail_enable=\"YES\"\n"]
    let host = HostSketch(rc.merging(files) { $1 })
    #expect(
      host.forecast.files.problems.contains { $0.message.hasSuffix("is included too often") })
  }

  @Test func `a file that each of many jails includes is read for each`() {
    var files = [
      "/etc/rc.conf": "hostname=\"host.example.org\"\njail_enable=\"YES\"\n",
      "/etc/jail.conf": ".include \"/etc/jails/*.conf\";\n", "/etc/usual.inc": "persist;\n",
    ]
    for number in 0..<300 {
      files["/etc/jails/j\(number).conf"] =
        "j\(number) { path = /; " + String(repeating: ".include \"/etc/usual.inc\"; ", count: 8)
        + "}\n"
    }
    let host = HostSketch(files)
    #expect(host.forecast.files.problems.map(\.message) == [])
    #expect(host.forecast.jails.count == 300)
  }
}
