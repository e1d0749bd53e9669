import SystemPackage

/// A program that is talked to by pipes; it ends with its owner.
struct RunningClient: ~Copyable {
  /// The most of its complaints that is kept, in bytes.
  private static let complaintLimit = 4096

  private let process: Int32
  private let input: Descriptor
  private let output: Descriptor
  private let complaints: Descriptor
  private var areComplaintsOver = false
  /// What it has complained of.
  private(set) var complaint: [UInt8] = []

  init(_ words: [String], outlastsTerminal: Bool) throws(Errno) {
    SystemCalls.ignorePipeSignal()
    let input = try Pipe()
    let output = try Pipe()
    let complaints = try Pipe()
    process = try SystemCalls.start(
      words,
      streams: [
        input.reading.borrowed.rawValue, output.writing.borrowed.rawValue,
        complaints.writing.borrowed.rawValue,
      ],
      outlastsTerminal: outlastsTerminal)
    self.input = input.takeWriting()
    self.output = output.takeReading()
    self.complaints = complaints.takeReading()
    SystemCalls.stopWaiting(self.input)
  }

  deinit {
    // it has nothing to finish: what it was asked for is answered, or its answer is of no use
    SystemCalls.end(process, atOnce: false)
    if SystemCalls.wait(for: process, milliseconds: 200) != nil { return }
    SystemCalls.end(process, atOnce: true)
    _ = SystemCalls.wait(for: process, milliseconds: 1000)
  }

  /// Waits until it takes some bytes or gives some; what it complains of is kept meanwhile.
  ///
  /// - Parameter rest: what is to be sent to it; what it takes is taken off.
  /// - Returns: what it gave, nothing at its end; nil when the time is over or somebody wants a stop.
  mutating func exchange(
    _ rest: inout ArraySlice<UInt8>, until deadline: Int, _ stop: borrowing Notice
  ) -> [UInt8]? {
    while true {
      let left = deadline - SystemCalls.uptime()
      guard left > 0 else { return nil }
      let (input, output) = (input.borrowed.rawValue, output.borrowed.rawValue)
      var readable = [output] + [stop.descriptor].compactMap { $0 }
      if !areComplaintsOver { readable.append(complaints.borrowed.rawValue) }
      let ready = SystemCalls.wait(
        readable: readable, writable: rest.isEmpty ? [] : [input], broken: [], milliseconds: left)
      if stop.isGiven { return nil }
      if ready.contains(complaints.borrowed.rawValue) { keepComplaint() }
      if ready.contains(output) { return SystemCalls.readSome(from: output) }
      if ready.contains(input) {
        // one that is gone tells why on its other pipes
        let count = (try? SystemCalls.writeSome(rest, to: self.input.borrowed)) ?? rest.count
        rest = rest.dropFirst(count)
      }
    }
  }

  /// Waits a moment for its last words.
  mutating func hearOut() {
    let deadline = SystemCalls.uptime() + 500
    while !areComplaintsOver {
      let ready = SystemCalls.wait(
        readable: [complaints.borrowed.rawValue], broken: [],
        milliseconds: max(0, deadline - SystemCalls.uptime()))
      guard !ready.isEmpty else { return }
      keepComplaint()
    }
  }

  private mutating func keepComplaint() {
    let bytes = SystemCalls.readSome(from: complaints.borrowed.rawValue)
    areComplaintsOver = bytes.isEmpty
    complaint += bytes.prefix(max(0, Self.complaintLimit - complaint.count))
  }
}

/// Both ends of a pipe.
private struct Pipe: ~Copyable {
  let reading: Descriptor
  let writing: Descriptor

  init() throws(Errno) {
    let ends = try SystemCalls.pipe()
    reading = Descriptor(owning: ends.reading)
    writing = Descriptor(owning: ends.writing)
  }

  consuming func takeReading() -> Descriptor { reading }
  consuming func takeWriting() -> Descriptor { writing }
}
