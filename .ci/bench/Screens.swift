import Glibc

/// What a program at a terminal sends, and how soon.
struct ScreenFigures {
  let name: String
  /// From the start until the last byte of the first frame, in milliseconds.
  let start: Double
  /// The same, of the time of the command that it is compared with; nil without one.
  let startOfCommand: Double?
  /// Bytes of the first frame.
  let frame: Double
  /// Bytes of a move of the cursor.
  let move: Double
  /// From a key until the last byte of what it changes: the median and the 95th percentile.
  let key: (median: Double, late: Double)
  /// Bytes while nobody does anything.
  let idle: Int
}

/// Programs at terminals, measured in turn.
struct Screens {
  struct Subject {
    let name: String
    let words: [String]
    /// What its start is compared with: run between the starts, so that both see the same machine.
    var command: Command?
  }

  /// How long nobody does anything, in seconds.
  static let idleTime = 60
  private static let starts = 31
  private static let moves = 200

  private let subjects: [Subject]
  private(set) var figures: [ScreenFigures] = []

  /// Starts, moves and idles the programs one after the other, and the idling all at once.
  init(_ subjects: [Subject]) throws(Failure) {
    self.subjects = subjects
    var starts = subjects.map { _ in [Session.Answer]() }
    var commands = subjects.map { _ in [Double]() }
    for _ in 0..<Self.starts {
      for (index, subject) in subjects.enumerated() {
        starts[index].append(try Session(subject.words).answer(quiet: 200))
        if let command = subject.command {
          commands[index].append(try command.run().milliseconds)
        }
      }
    }
    var sessions: [Session] = []
    var moves: [[Session.Answer]] = []
    for subject in subjects {
      let session = try Session(subject.words)
      _ = try session.answer(quiet: 500)
      moves.append(try Self.move(session))
      sessions.append(session)
    }
    let idle = Self.idle(sessions)
    for (index, subject) in subjects.enumerated() {
      let times = moves[index].map(\.milliseconds)
      let start = quantile(0.5, of: starts[index].map(\.milliseconds))
      figures.append(
        ScreenFigures(
          name: subject.name, start: start,
          startOfCommand: subject.command.map { _ in start / quantile(0.5, of: commands[index]) },
          frame: quantile(0.5, of: starts[index].map { Double($0.bytes) }),
          move: quantile(0.5, of: moves[index].map { Double($0.bytes) }),
          key: (quantile(0.5, of: times), quantile(0.95, of: times)), idle: idle[index]))
    }
  }

  /// Five down from the first row, five up, and so on: every program has that many rows to show.
  private static func move(_ session: Session) throws(Failure) -> [Session.Answer] {
    var answers: [Session.Answer] = []
    session.press("\u{1b}OH")
    usleep(500_000)
    _ = session.pending()
    for number in 0..<moves {
      session.press(number % 10 < 5 ? "\u{1b}OB" : "\u{1b}OA")
      answers.append(try session.answer(quiet: 25))
    }
    return answers
  }

  private static func idle(_ sessions: [Session]) -> [Int] {
    sleep(1)
    for session in sessions { _ = session.pending() }
    var bytes = sessions.map { _ in 0 }
    for _ in 0..<idleTime {
      sleep(1)
      for (index, session) in sessions.enumerated() { bytes[index] += session.pending() }
    }
    return bytes
  }
}
