import Phrases
import Rewrite
import Synchronization

/// Each method is the call it names, and a request; see `RemoteFiles`.
final class RemoteFileCalls: FileCalls {
  /// What the host said of itself.
  let hello: Hello
  private let link: any Link
  private let clock: RemoteFiles.Time
  private let start: Int
  let state = Mutex(State())

  struct State {
    var paths = OpenPaths()
    /// How many requests were sent.
    var count = 0
    /// Contents that this side has, the last one at the end.
    var known: [(digest: String, bytes: [UInt8])] = []
    /// What `sh -n` said of files, in the order in which it was asked.
    var verdicts: [Bool] = []
    var failure: LinkFailure?

    /// Keeps a content, and few enough of all.
    mutating func know(_ bytes: [UInt8]) {
      let digest = SHA256(bytes).hexadecimal
      guard !known.contains(where: { $0.digest == digest }) else { return }
      known.append((digest, bytes))
      if known.count > 8 { known.removeFirst() }
    }
  }

  init(_ link: any Link, _ hello: Hello, _ clock: RemoteFiles.Time) {
    self.link = link
    self.clock = clock
    self.hello = hello
    start = clock.elapsed()
  }

  /// Why nothing is answered any more; nil while it is.
  var failure: LinkFailure? { state.withLock(\.failure) }

  func pause(milliseconds: Int) { clock.pause(milliseconds) }
  func time() -> Int { hello.time + clock.elapsed() - start }
  func effectiveUser() -> UInt32 { hello.user }
  func processID() -> Int32 { hello.process }
  func log(_ line: String) { _ = try? ask("logger", "tell_log", [Array(line.utf8)]) }
}

/// Asking.
extension RemoteFileCalls {
  /// What a call gives that succeeds; before it, what is still to be sent is sent.
  @discardableResult
  func ask(
    _ call: String, _ function: String, _ words: [[UInt8]], payload: [UInt8]? = nil
  ) throws(CallFailure) -> [UInt8] {
    try state.withLock { (state) throws(CallFailure) in
      for number in state.paths.unsent { try send(number, &state) }
      return try ask(call, function, words, payload: payload, &state)
    }
  }

  func ask(
    _ call: String, _ function: String, _ words: [[UInt8]], payload: [UInt8]? = nil,
    _ state: inout State
  ) throws(CallFailure) -> [UInt8] {
    let request =
      payload.map { Request(piping: $0, to: function, words) } ?? Request(function, words)
    let answer: Answer
    do throws(LinkFailure) {
      state.count += 1
      answer = try link.exchange(request)
    } catch {
      state.failure = error
      throw CallFailure(call: "ssh", kind: .other, reason: error.message)
    }
    guard answer.status == 0 else { throw CallFailure(call, answer) }
    return answer.body
  }

  /// Sends what was written to a file.
  private func send(_ number: Int32, _ state: inout State) throws(CallFailure) {
    guard let entry = state.paths[number] else { return }
    state.paths[number]?.unsent = 0
    let bytes = Array(entry.written.suffix(entry.unsent))
    guard let path = entry.path else { throw .gone("write") }
    if entry.use == .locking {
      _ = try ask("write", "overwrite", [path], payload: bytes, &state)
      return
    }
    let isWhole = entry.use == .creating
    let digest = isWhole ? SHA256(entry.written).hexadecimal : ""
    if isWhole { state.know(entry.written) }
    _ = try ask(
      "write", "append", [path, Array("\(bytes.count)".utf8), Array(digest.utf8)], payload: bytes,
      &state)
  }

  /// The path of what is open.
  func path(of number: Int32, _ call: String) throws(CallFailure) -> [UInt8] {
    guard let path = state.withLock({ $0.paths[number]?.path }) else { throw .gone(call) }
    return path
  }

  /// The path of a name in an open directory.
  func path(
    of name: [UInt8], in folder: Int32, _ call: String
  ) throws(CallFailure) -> [UInt8] {
    guard !name.contains(0), !name.contains(UInt8(ascii: "/")), !name.isEmpty else {
      throw CallFailure(call: call, kind: .other, reason: spoken("invalid argument"))
    }
    return try path(of: folder, call) + [UInt8(ascii: "/")] + name
  }
}

extension CallFailure {
  /// What a path that was opened leads to no more.
  static func gone(_ call: String) -> CallFailure {
    CallFailure(call: call, kind: .other, reason: spoken("it has no name any more"))
  }

  /// An answer that is none of the kind that was asked for.
  static func garbled(_ call: String) -> CallFailure {
    CallFailure(call: call, kind: .other, reason: spoken("the host's answer makes no sense"))
  }

  /// Reads the script's status, and what a program complained of: behind its last colon.
  fileprivate init(_ call: String, _ answer: Answer) {
    let (kind, words): (Kind, String) =
      switch answer.status {
      case 2: (.missing, spoken("no such file or directory"))
      case 3: (.exists, spoken("file exists"))
      case 4: (.wrongKind, spoken("not of the kind that was expected"))
      default: (.other, Self.complaint(answer.body) ?? "status \(answer.status)")
      }
    self.init(call: call, kind: kind, reason: words)
  }

  private static func complaint(_ body: [UInt8]) -> String? {
    guard let line = body.prefix(1024).split(separator: UInt8(ascii: "\n")).last else { return nil }
    let text = String(decoding: line, as: UTF8.self)
    let tail = text.split(separator: ": ").last.map(String.init) ?? text
    return tail.isEmpty ? nil : tail.lowercased()
  }
}
