import Testing

@testable import Rewrite

/// The texts of FIPS 180-4's examples and of NIST's short-message vectors.
struct SHA256Tests {
  @Test(arguments: [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
    (
      "abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmnhijklmnoijklmnopjklmnopqklmnopqr"
        + "lmnopqrsmnopqrstnopqrstu",
      "cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1"
    ),
  ])
  func `agrees with the published examples`(_ text: String, _ digest: String) {
    #expect(SHA256(Array(text.utf8)).hexadecimal == digest)
  }

  @Test func `agrees on bytes that are no text`() {
    #expect(
      SHA256([0xd3]).hexadecimal
        == "28969cdfa74a12c82f3bad960b0b000aca2ac329deea5c2328ebc6f2ba9802c1")
    #expect(
      SHA256([0x5f, 0xd4]).hexadecimal
        == "7c4fbf484498d21b487b9d61de8914b2eadaf2698712936d47c3ada2558f6788")
  }

  @Test func `agrees on a million letters`() {
    #expect(
      SHA256([UInt8](repeating: UInt8(ascii: "a"), count: 1_000_000)).hexadecimal
        == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0")
  }

  @Test func `its digits lead back to it, and nothing else does`() {
    let digest = SHA256([1, 2, 3])
    #expect(SHA256(hexadecimal: Array(digest.hexadecimal.utf8)) == digest)
    #expect(SHA256(hexadecimal: Array(digest.hexadecimal.uppercased().utf8)) == nil)
    #expect(SHA256(hexadecimal: Array(digest.hexadecimal.dropLast().utf8)) == nil)
  }
}
