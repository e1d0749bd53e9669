import HostModel
import Reports
import TestHosts
import Testing

struct SecretWordsTests {
  @Test(arguments: [
    ("vhid 1 pass mekmitasdigoat alias", "vhid 1 pass ************** alias"),
    ("wg0 wgkey dG9wIHNlY3JldA==", "wg0 wgkey ****************"),
    ("wepkey\t\"0x12 3\" up", "wepkey\t\"**** 3\" up"), ("psk", "psk"), ("pass  é", "pass  **"),
    ("a=\"pass\" b", "a=\"pass\" *"),
  ])
  func `what follows a word for a secret is covered, byte for byte`(_ text: String, _ shown: String)
  {
    #expect(SecretWords.masked(text) == shown)
  }

  @Test(arguments: ["inet 192.0.2.10/24 alias", "passive mode", "my_pass x", ""])
  func `other words are shown`(_ text: String) {
    #expect(SecretWords.masked(text) == text)
  }

  @Test func `neither a command nor the line it comes from shows a password`() {
    let host = HostSketch(
      [
        "/etc/rc.conf": "ifconfig_em0=\"inet 192.0.2.10/24 vhid 1 pass sesame bogus\"\n"
      ], hardware: ["em0"])
    let checked = CheckedHost(root: "/", Assessment(host.forecast, host.capture))
    let text = checkReport([checked], style: .plain, columns: 100)
    #expect(text.contains("vhid 1 pass ****** bogus"))
    let all = [
      text, forecastReport(Assessment(host.forecast, host.capture), style: .plain, columns: 100),
      String(decoding: CheckJSON([checked]).document(), as: UTF8.self),
    ]
    #expect(all.allSatisfy { !$0.contains("sesame") })
  }

  @Test func `nor does what is told of a jail that does not start`() {
    let host = HostSketch(jails: "a { ip4.addr = \"em9|192.0.2.30/24 vhid 1 pass sesame\"; }")
    let assessment = Assessment(host.forecast, host.capture)
    let checked = CheckedHost(root: "/", assessment)
    var status = StatusJSON(assessment)
    let all = [
      statusReport(assessment, style: .plain, columns: 100),
      forecastReport(assessment, style: .plain, columns: 100),
      checkReport([checked], style: .plain, columns: 100),
      String(decoding: status.document(), as: UTF8.self),
      String(decoding: CheckJSON([checked]).document(), as: UTF8.self),
    ]
    #expect(all.allSatisfy { $0.contains("pass ******") && !$0.contains("sesame") })
  }
}
