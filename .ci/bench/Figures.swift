/// What was measured, as a document with a row for each budget.
struct Figures {
  /// The version that the compiler says of itself.
  let compiler: String
  let processors: Int
  /// How many processes wanted one of them in the minute before.
  let load: Double
  private var times: [String] = []
  private var mendings: [String] = []
  private var peaks: [String] = []
  private var screens: [String] = []
  private var limits: [String] = []
  private var fleet: [String] = []
  private(set) var missed: [String] = []

  init(compiler: String, processors: Int, load: Double) {
    self.compiler = compiler
    self.processors = processors
    self.load = load
  }

  mutating func add(_ name: String, _ pairs: Pairs, against baseline: String, budget: Double) {
    times.append(row(name, pairs, against: baseline, budget: budget))
  }

  mutating func addMending(
    _ name: String, _ pairs: Pairs, against baseline: String, budget: Double
  ) {
    mendings.append(row(name, pairs, against: baseline, budget: budget))
  }

  private mutating func row(
    _ name: String, _ pairs: Pairs, against baseline: String, budget: Double
  ) -> String {
    let (lower, upper) = pairs.quartiles
    return """
      | \(name) | \(round(pairs.subject)) ms | \(baseline) | \(round(pairs.baseline)) ms | \
      \(round(pairs.ratio)) | \(round(lower)) to \(round(upper)) | \(pairs.rounds.count) | \
      \(round(budget)) | \(judge(pairs.ratio <= budget, "time, \(name)")) |
      """
  }

  mutating func add(_ name: String, peak: Double, budget: Double) {
    peaks.append(
      """
      | \(name) | \(round(peak)) MB | \(round(budget)) MB | \
      \(judge(peak <= budget, "memory, \(name)")) |
      """)
  }

  mutating func add(_ screen: ScreenFigures) {
    screens.append(
      """
      | \(screen.name) | \(round(screen.start)) ms | \(Int(screen.frame)) | \(Int(screen.move)) | \
      \(round(screen.key.median)) ms | \(round(screen.key.late)) ms | \(screen.idle) |
      """)
  }

  /// A budget of `jailscope fleet`.
  mutating func addFleet(_ name: String, _ value: Double, unit: String, budget: Double) {
    fleet.append(
      """
      | \(name) | \(round(value))\(unit) | \(round(budget))\(unit) | \
      \(judge(value <= budget, "fleet, \(name)")) |
      """)
  }

  /// A budget of the dashboard.
  mutating func add(_ name: String, _ value: Double, unit: String, budget: Double) {
    limits.append(
      """
      | \(name) | \(round(value))\(unit) | \(round(budget))\(unit) | \
      \(judge(value <= budget, "dashboard, \(name)")) |
      """)
  }

  private mutating func judge(_ isMet: Bool, _ name: String) -> String {
    if !isMet { missed.append(name) }
    return isMet ? "met" : "**missed**"
  }

  /// Two decimals, which is more than the runs agree on.
  private func round(_ value: Double) -> String {
    let hundredths = Int((value * 100).rounded())
    let fraction = hundredths % 100
    return "\(hundredths / 100).\(fraction < 10 ? "0" : "")\(fraction)"
  }

  /// The document; `floor` is the least peak memory in MB that can be told.
  func document(floor: Double) -> String {
    """
    # Benchmarks

    Written by `make bench`, which ends with an error when a budget is missed. Milliseconds say
    something of the machine, ratios something of jailscope: those have the budgets.

    Measured with the static release binary of `make`: \(compiler),
    \(processors) processors, a load average of \(round(load)) at the start. On a busy machine the
    figures differ from run to run.

    ## Time of `jailscope status`

    | host | median | baseline | its median | ratio | quartiles | rounds | at most | budget |
    |---|---|---|---|---|---|---|---|---|
    \(times.joined(separator: "\n"))

    - Whole processes, from before the start until the end, by the monotonic clock; output goes to
      `/dev/null`. Subject and baseline take turns, in an order that alternates; a first round is
      not counted.
    - The ratio is that of the medians. The quartiles are those of the ratios of the single rounds.
    - The demo host is the built-in one, as files. The large host is generated: 10,000 jails in
      jail.conf and 20,000 aliases in rc.conf on eight interfaces, of both address families, in
      varied notation. The third is made in the same way, ten times as large; each of its rounds has
      the mean of ten runs on the large host, so that both see the same load.
    - What runs is told by four programs that each sleep for 50 ms; one of them is the baseline.
    - dash sources rc.conf, and cat reads the other files: two processes, whose medians are added.

    ## Time of mending

    | what | median | baseline | its median | ratio | quartiles | rounds | at most | budget |
    |---|---|---|---|---|---|---|---|---|
    \(mendings.joined(separator: "\n"))

    - A proof is forecast and rules once more, on edited files. The command is `diff` of one fix for
      one address of the large host: it reads the host as `status` does, proves the fix and prints
      it. So at most 2.2 times `status` leaves at most 1.2 to the proof.
    - An edit is one variable in the middle of an rc.conf of 90,000 lines and 5 MB, with the journal
      of both versions, the new file beside the old one, `sh -n` and what is read back: three files
      of that size, and six directories and short files, are synchronized one after another. `cp`
      and `sync` of the copy write and synchronize one: two processes, whose medians are added.

    ## Peak memory of `jailscope status`

    | host | peak | at most | budget |
    |---|---|---|---|
    \(peaks.joined(separator: "\n"))

    - The highest peak of resident memory in the rounds above, as the kernel tells it when the
      process ends. Less than \(round(floor)) MB, what the measuring program itself takes, could not
      be told.

    ## `jailscope fleet` on 5,000 captures

    | figure | value | at most | budget |
    |---|---|---|---|
    \(fleet.joined(separator: "\n"))

    - Each capture is the demo host with addresses of its own; all are read before, so that they are in
      the cache of the file system. The first screen is that of a terminal, counted from before the start.

    ## The dashboard

    | program | first frame | its bytes | bytes of a move | key to repaint | 95 of 100 within | bytes \
    in \(Screens.idleTime) s of idling |
    |---|---|---|---|---|---|---|
    \(screens.joined(separator: "\n"))

    | figure | value | at most | budget |
    |---|---|---|---|
    \(limits.joined(separator: "\n"))

    - Through a pseudo-terminal of 80 columns and 24 rows, as an xterm with 256 colours. Medians, but
      for the two last columns; the programs take turns at starting, each dashboard with `status` on
      the same host, and idle all at once.
    - The first frame is there when its last byte is, counted from before the start. A move is a
      press of an arrow key; its repaint is there when its last byte is.
    - htop shows the machine it runs on, asked to refresh every ten seconds; tig the history of
      this repository.

    """
  }
}
