import Remote
import Testing

/// Answers as bytes: those that count, and everything else that may come.
struct ConversationTests {
  private var conversation: Conversation
  private let nonce: String

  init() throws {
    let destination = try #require(Destination("web1"))
    conversation = Conversation(ConnectionOptions(destination), Script())
    let sent = String(decoding: conversation.ask(Request("hello")), as: UTF8.self)
    let line = try #require(sent.split(separator: "\n").first { $0.hasPrefix("k=") })
    nonce = String(line.dropFirst(2))
  }

  private func frame(_ body: String, _ id: Int = 1, status: String = "0") -> String {
    "\n\(nonce) \(id) BEGIN\n\(body)\n\(nonce) \(id) END \(status)\n"
  }

  /// What is made of a text that comes at once, and byte by byte.
  private func taken(_ text: String) -> [Conversation.Progress] {
    var whole = conversation
    var slow = conversation
    var last = Conversation.Progress.waiting
    for byte in text.utf8 where last == .waiting { last = slow.take([byte]) }
    return [whole.take(Array(text.utf8)), last]
  }

  private func answer(_ body: String, _ status: Int = 0) -> [Conversation.Progress] {
    Array(repeating: .answer(Answer(body: Array(body.utf8), status: status)), count: 2)
  }

  @Test(arguments: ["", "x", "\n", "\n\n", "a\nb\n", "1 BEGIN", "\u{1b}[2J"])
  func `takes what stands between the two lines, whatever it is`(_ body: String) {
    #expect(taken(frame(body)) == answer(body))
  }

  @Test(arguments: ["Welcome\n", "0 1 BEGIN\n1 END 0\n", "no line feed", "\r\n\r\n"])
  func `ignores what a login shell prints before it`(_ noise: String) {
    #expect(taken(noise + frame("x", status: "255")) == answer("x", 255))
  }

  @Test func `an answer that goes on is waited for`() {
    let bytes = Array(frame("x").utf8)
    for count in 1..<bytes.count {
      var reader = conversation
      #expect(reader.take(Array(bytes[..<count])) == .waiting)
    }
  }

  @Test(arguments: ["2 BEGIN", "0 BEGIN", "1 END 0", "1 BEGINS", "BEGIN", "1  BEGIN"])
  func `a line of another request is no answer`(_ line: String) {
    let text = "\n\(nonce) \(line)\n\n\(nonce) 1 END 0\n"
    #expect(taken(text) == [.failed(.garbled), .failed(.garbled)])
  }

  @Test(arguments: [
    "2 END 0", "1 BEGIN", "1 END x", "1 END -1", "1 END 256", "1 END 0000", "1 END ",
  ])
  func `a wrong end is no end`(_ line: String) {
    let text = "\n\(nonce) 1 BEGIN\nx\n\(nonce) \(line)\n"
    #expect(taken(text) == [.failed(.garbled), .failed(.garbled)])
  }

  @Test func `an answer that comes twice is none`() {
    var once = conversation
    #expect(once.take(Array((frame("x") + frame("x")).utf8)) == .failed(.garbled))
    var twice = conversation
    #expect(twice.take(Array(frame("x").utf8)) == answer("x")[0])
    _ = twice.ask(Request("hello"))
    #expect(twice.take(Array(frame("x").utf8)) == .failed(.garbled))
  }

  @Test func `endless output is not kept`() {
    let megabyte = [UInt8](repeating: 0x0a, count: 1 << 20)
    var before = conversation
    #expect(before.take(megabyte) == .waiting)
    #expect(before.take(megabyte) == .failed(.flooded(bytes: 1 << 20)))
    var within = conversation
    #expect(within.take(Array("\n\(nonce) 1 BEGIN\n".utf8)) == .waiting)
    for _ in 0..<16 { #expect(within.take(megabyte) == .waiting) }
    #expect(within.take(megabyte) == .failed(.flooded(bytes: 16 << 20)))
  }

  @Test(arguments: 0..<500)
  func `a changed transcript gives an answer or an error`(_ seed: UInt64) {
    var numbers = SplitMix(state: seed)
    var bytes = Array(("motd\n" + frame("jailscope capture 1\nend\n")).utf8)
    for _ in 0..<Int.random(in: 1...4, using: &numbers) {
      let place = Int.random(in: 0..<bytes.count, using: &numbers)
      let other = Int.random(in: 0..<bytes.count, using: &numbers)
      switch Int.random(in: 0..<5, using: &numbers) {
      case 0: bytes[place] = UInt8.random(in: .min ... .max, using: &numbers)
      case 1: bytes.remove(at: place)
      case 2: bytes.insert(contentsOf: bytes[min(place, other)..<max(place, other)], at: place)
      case 3: bytes.removeSubrange(min(place, other)..<max(place, other))
      default: bytes += bytes.suffix(from: place)
      }
      if bytes.isEmpty { bytes = [0] }
    }
    var reader = conversation
    var rest = bytes[...]
    var last = Conversation.Progress.waiting
    while !rest.isEmpty, last == .waiting {
      let piece = rest.prefix(Int.random(in: 1...64, using: &numbers))
      last = reader.take(Array(piece))
      rest = rest.dropFirst(piece.count)
    }
    switch last {
    case .answer(let answer): #expect(answer.body.count <= bytes.count)
    case .failed(let failure): #expect([.garbled, .lost].contains(failure))
    case .waiting: #expect(rest.isEmpty)
    }
  }
}

/// Numbers that are the same for the same seed.
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var word = state
    word = (word ^ (word >> 30)) &* 0xbf58_476d_1ce4_e5b9
    word = (word ^ (word >> 27)) &* 0x94d0_49bb_1331_11eb
    return word ^ (word >> 31)
  }
}
