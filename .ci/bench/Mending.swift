/// What mending takes, beside what it can't do without.
struct Mending {
  /// Reading the large host, and the proof of one fix: forecast and rules once more on edited files.
  let proof: Pairs
  /// One edit of a file of five million bytes, with all that keeps it from being lost.
  let edit: Pairs

  /// An address of the large host that a jail asks for with another length than the host has.
  private static let contested = "2001:db8:0:1::5"
  private static let variables = 90_000

  init(_ binary: String, _ hosts: Hosts, status: Command) throws(Failure) {
    let large = "\(hosts.folder)/large"
    let diff = [binary, "diff", Self.contested, "--way", "1", "--root", large]
    proof = try Pairs(
      { _ in Command(words: diff, expected: 0...2) }, against: [status], rounds: 31)
    let long = "\(hosts.folder)/long"
    let set = [binary, "edit", "--root", long, "/etc/rc.conf", "var_\(Self.variables / 2)"]
    edit = try Pairs(
      // another value each time, for the same one changes nothing
      { round in Command(words: set + ["\(round)"]) },
      against: [
        Command(words: ["cp", long + "/etc/rc.conf", long + "/copy"]),
        Command(words: ["sync", long + "/copy"]),
      ], rounds: 31)
  }

  /// Writes the file that is edited.
  static func generate(below root: String) throws(Failure) {
    try writeFile(root + "/etc/rc.conf") { put in
      for number in 0..<variables {
        put("var_\(number)=\"the value of number \(number) among many others\"\n")
      }
    }
  }
}
