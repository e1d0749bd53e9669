import Phrases
import SystemPackage

/// A program that is asked something, and prints its answer.
package struct ProgramCall: Sendable {
  /// Where it is; it is not looked up anywhere.
  package let path: String
  /// Its arguments.
  package let arguments: [String]
  /// What it reads on standard input.
  package let input: [UInt8]

  package init(path: String, arguments: [String], input: [UInt8] = []) {
    self.path = path
    self.arguments = arguments
    self.input = input
  }
}

/// What came of asking a program.
package struct ProgramAnswer: Sendable, Equatable {
  /// What it printed on standard output; empty when it could not be run.
  package internal(set) var output: [UInt8] = []
  /// Why that is not all of it: one clause, with the first line of its complaint, if it has one.
  package internal(set) var failure: String?

  package init(output: [UInt8] = [], failure: String? = nil) {
    self.output = output
    self.failure = failure
  }
}

/// Asks programs side by side, and waits for all of them.
///
/// Each has the locale C, a PATH of the base system alone, and a process group of its own,
/// all of which is killed when its time or its room is over.
///
/// - Parameters:
///   - milliseconds: how long all may take together.
///   - limit: how many bytes each may print.
/// - Returns: an answer to each call, in their order.
package func ask(
  _ calls: [ProgramCall], milliseconds: Int = 3000, limit: Int = 16 << 20
) -> [ProgramAnswer] {
  let deadline = SystemCalls.uptime() + milliseconds
  var running = calls.map { RunningProgram($0, limit: limit) }
  while let wait = waiting(running, until: deadline) {
    let ready = SystemCalls.wait(
      readable: running.flatMap(\.descriptors), broken: [], milliseconds: wait)
    for index in running.indices { running[index].read(ready) }
  }
  return running.map { program in
    var program = program
    return program.end()
  }
}

/// How long to wait for the next sign of some programs; nil when there is nothing to wait for.
private func waiting(_ programs: [RunningProgram], until deadline: Int) -> Int? {
  let left = deadline - SystemCalls.uptime()
  guard left > 0, programs.contains(where: { !$0.descriptors.isEmpty }) else { return nil }
  return left
}

/// A program on its way.
private struct RunningProgram {
  private let limit: Int
  private var process: Int32?
  private var output: Int32?
  private var complaint: Int32?
  private var feeding: Errand<Bool>?
  private var complained: [UInt8] = []
  private var answer = ProgramAnswer()

  init(_ call: ProgramCall, limit: Int) {
    self.limit = limit
    do throws(Errno) {
      let started = try SystemCalls.spawn(
        call.path, call.arguments, takesInput: !call.input.isEmpty)
      (process, output, complaint) = (started.process, started.output, started.complaint)
      if let descriptor = started.input {
        feeding = Errand { SystemCalls.feed(call.input, to: descriptor) }
      }
    } catch {
      answer.failure = spoken("cannot run \(call.path): \(error.reason)")
    }
  }

  /// Those that there is still something to be read from.
  var descriptors: [Int32] { [output, complaint].compactMap { $0 } }

  mutating func read(_ ready: Set<Int32>) {
    if let descriptor = output, ready.contains(descriptor) {
      let bytes = SystemCalls.readSome(from: descriptor)
      answer.output += bytes
      if bytes.isEmpty { close(&output) }
      if answer.output.count > limit {
        answer.failure = spoken("prints more than \(limit) bytes")
        stop()
      }
    }
    if let descriptor = complaint, ready.contains(descriptor) {
      let bytes = SystemCalls.readSome(from: descriptor)
      complained += bytes.prefix(max(0, 4096 - complained.count))
      if bytes.isEmpty { close(&complaint) }
    }
  }

  private func close(_ descriptor: inout Int32?) {
    if let number = descriptor { SystemCalls.closeDescriptor(number) }
    descriptor = nil
  }

  private mutating func stop() {
    close(&output)
    close(&complaint)
    if let process { SystemCalls.kill(group: process) }
  }

  /// Ends what has not ended by itself.
  mutating func end() -> ProgramAnswer {
    guard let process else { return answer }
    defer { _ = feeding?.result() }
    if !descriptors.isEmpty {
      answer.failure = spoken("takes too long")
      stop()
    }
    // what closed its output has a moment to end
    guard let status = SystemCalls.wait(for: process, milliseconds: 200) else {
      SystemCalls.kill(group: process)
      _ = SystemCalls.wait(for: process, milliseconds: 200)
      answer.failure = answer.failure ?? spoken("takes too long")
      return answer
    }
    guard answer.failure == nil else { return answer }
    switch ProgramEnd(status: status) {
    case .exited(0): break
    case .exited(let status): answer.failure = spoken("exits with \(status)\(reason)")
    case .signalled(let signal): answer.failure = spoken("is ended by signal \(signal)\(reason)")
    }
    return answer
  }

  private var reason: String {
    let line = complained.prefix { $0 != 10 }
    return line.isEmpty ? "" : ": \(String(decoding: line, as: UTF8.self))"
  }
}
