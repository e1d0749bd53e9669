import Glibc

/// A command to measure.
struct Command {
  let words: [String]
  /// The exit statuses that say it did its work.
  var expected: ClosedRange<Int32> = 0...0

  /// Runs it with its output thrown away: posix_spawnp(3), wait4(2).
  func run() throws(Failure) -> Run {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for number: Int32 in 0...2 {
      posix_spawn_file_actions_addopen(&actions, number, "/dev/null", O_RDWR, 0)
    }
    var arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) } + [nil]
    defer { for argument in arguments { free(argument) } }

    var process: pid_t = 0
    var status: Int32 = 0
    var usage = rusage()
    let start = milliseconds()
    guard posix_spawnp(&process, words[0], &actions, nil, &arguments, environ) == 0,
      wait4(process, &status, 0, &usage) == process
    else { throw Failure(message: "cannot run \(words[0])") }
    let end = milliseconds()
    // the low seven bits are the signal that ended it
    guard status & 0x7f == 0, expected.contains(status >> 8 & 0xff) else {
      throw Failure(message: "\(words.joined(separator: " ")): wait status \(status)")
    }
    return Run(milliseconds: end - start, peak: Double(usage.ru_maxrss) / 1024)
  }
}

/// What one run of a command took.
struct Run {
  /// Wall time from before it was started until it was gone.
  let milliseconds: Double
  /// Peak resident memory in MB of 2^20 bytes; ru_maxrss counts in KB.
  let peak: Double
}

/// Commands run in turn, so that whatever slows the machine down slows all of them down.
struct Pairs {
  /// For each round the time of the subject, and the times of the baseline's commands together.
  private(set) var rounds: [(subject: Double, baseline: Double)] = []
  private(set) var subject = 0.0
  /// The sum of the medians of the baseline's commands.
  private(set) var baseline = 0.0
  private(set) var peak = 0.0

  /// Each round runs a baseline's command `times` times and counts their mean: a command much
  /// shorter than the subject would else see another load than it.
  ///
  /// - Parameter subject: the command of a round, of which each may have to do something else.
  init(
    _ subject: (_ round: Int) -> Command, against baseline: [Command], times repeats: Int = 1,
    rounds count: Int
  ) throws(Failure) {
    var times = baseline.map { _ in [Double]() }
    // the first round fills the caches
    for round in 0...count {
      let subjectFirst = round % 2 == 0
      var run: Run?
      let command = subject(round)
      if subjectFirst { run = try command.run() }
      var taken: [Double] = []
      for other in baseline {
        var total = 0.0
        for _ in 0..<repeats { total += try other.run().milliseconds }
        taken.append(total / Double(repeats))
      }
      let result = if let run { run } else { try command.run() }
      guard round > 0 else { continue }
      rounds.append((result.milliseconds, taken.reduce(0, +)))
      for (index, time) in taken.enumerated() { times[index].append(time) }
      peak = max(peak, result.peak)
    }
    self.subject = quantile(0.5, of: rounds.map(\.subject))
    self.baseline = times.map { quantile(0.5, of: $0) }.reduce(0, +)
  }

  var ratio: Double { subject / baseline }
  /// The quartiles of the rounds' own ratios.
  var quartiles: (lower: Double, upper: Double) {
    let ratios = rounds.map { $0.subject / $0.baseline }
    return (quantile(0.25, of: ratios), quantile(0.75, of: ratios))
  }
}

/// The value below which the given share of some values lies.
func quantile(_ share: Double, of values: [Double]) -> Double {
  let sorted = values.sorted()
  let place = share * Double(sorted.count - 1)
  let below = sorted[Int(place)]
  let above = sorted[min(Int(place) + 1, sorted.count - 1)]
  return below + (above - below) * (place - place.rounded(.down))
}
