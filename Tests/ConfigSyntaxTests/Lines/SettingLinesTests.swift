import ConfigSyntax
import SourceText
import Testing

struct SettingLinesTests {
  private static func read(_ text: String, sign: Unicode.Scalar = "=") -> [String] {
    let bytes = Array(text.utf8)
    return parseSettingLines(bytes, sign: sign).map { line in
      let spelled = String(decoding: bytes[line.span.range], as: UTF8.self)
      #expect(spelled == line.value ?? line.name)
      return "\(line.name)\(line.appends ? "+" : "")=\(line.value ?? "-")"
    }
  }

  @Test func `takes quotes, blanks, semicolons and comments away`() {
    #expect(
      Self.read(
        """
        boot="on"
          depend = 'a b' ;
        # priority=1
        ip=192.0.2.1 em1|192.0.2.2 \r
        tag="x";
        =none
        open="never closed
        alone
        """)
        == [
          "boot=on", "depend=a b", "ip=192.0.2.1 em1|192.0.2.2", "tag=x",
          "open=\"never closed", "alone=-",
        ])
  }

  @Test func `tells what is added from what is set`() {
    #expect(
      Self.read(
        "ip4.addr: \"em0|192.0.2.1\"\nip4.addr+: em1|192.0.2.2\npersist\n+: x\n", sign: ":")
        == ["ip4.addr=em0|192.0.2.1", "ip4.addr+=em1|192.0.2.2", "persist=-"])
  }

  @Test func `any bytes are read`() {
    for first in UInt8.min...UInt8.max {
      for second: UInt8 in [0, 10, 34, 39, 61, 255] {
        _ = parseSettingLines([first, second, 61, second, first, 59])
      }
    }
    #expect(parseSettingLines([255, 61, 254]).map(\.name) == ["\u{FFFD}"])
  }
}
