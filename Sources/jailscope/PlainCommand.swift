import HostModel

/// A command without options, or with `--root DIR` alone, which needs no parser.
enum PlainCommand {
  case status(root: String)
  case dashboard(root: String)
  /// The dashboard of the built-in host.
  case demo

  /// - Parameter words: the arguments of the program; nil when they ask for anything else.
  init?(_ words: ArraySlice<String>) {
    if words == ["demo"] {
      self = .demo
      return
    }
    var rest = words
    let name = rest.first == "status" || rest.first == "dashboard" ? rest.removeFirst() : nil
    var root = "/"
    if !rest.isEmpty {
      guard rest.count == 2, rest.first == "--root", let folder = rest.last, !folder.isEmpty,
        folder.utf8.first != UInt8(ascii: "-")
      else { return nil }
      root = folder
    }
    self = name == "status" ? .status(root: root) : .dashboard(root: root)
  }

  func run() throws -> Never {
    switch self {
    case .status(let root):
      let inquiry = Self.inquiry(root)
      let read = try inquiry.readOnly(LocalHost(root: root))
      StatusCommand.end(read.assessment, LiveGuard(read.source, inquiry)?.pending())
    case .dashboard(let root):
      let inquiry = Self.inquiry(root)
      try DashboardCommand.open(inquiry, of: LocalHost(root: root), inquiry.own)
    case .demo:
      try DashboardCommand.open(Inquiry(own: .none), of: DemoSource(), .usual())
    }
  }

  private static func inquiry(_ root: String) -> Inquiry {
    Inquiry(facts: HostFacts(connection: .own(root)), own: .usual(), live: .atHand(root))
  }
}
