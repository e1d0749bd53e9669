import ArgumentParser
import HostModel

/// What there is to report.
enum ReportKind: String, ExpressibleByArgument, CaseIterable {
  case status, forecast, show
}

extension Release: ExpressibleByArgument {
  init?(argument: String) {
    self.init(argument)
  }
}

/// Which release's behaviour is forecast.
struct ReleaseOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Take the behaviour of this FreeBSD release, such as 12.2, not the one the files name.",
      valueName: "release"))
  var freebsd: Release?
}

/// The form of what is printed.
struct OutputOptions: ParsableArguments {
  @Flag(help: "Print a JSON document instead of text.")
  var json = false
}

/// Options of every command that reads a host.
struct HostOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("Read the host's files below this directory.", valueName: "dir"),
    completion: .directory)
  var root = "/"

  @Option(
    help: ArgumentHelp(
      "Take what files can't tell from this JSON file: its members hardware and missing_paths.",
      valueName: "file"),
    completion: .file(extensions: ["json"]))
  var facts: String?

  @OptionGroup var release: ReleaseOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    // no directory has this name; it comes from a script's unset variable
    if root.isEmpty { throw ValidationError("--root needs the path of a directory") }
  }

  func inspect() throws -> Inspection {
    try Inspection.ofHost(root: root, facts: facts, release: release.freebsd)
  }
}
