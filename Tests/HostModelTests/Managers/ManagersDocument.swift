import HostModel

/// `docs/managers.md`, as it is made of the table of formats.
enum ManagersDocument {
  static var text: String {
    [
      introduction,
      table(jailFormats.map(homes), head: ["name", "files", "written in", "starts"]),
      "## Addresses\n",
      table(
        jailFormats.map(addresses),
        head: [
          "name", "an address", "between two", "without a length", "added by", "removed by",
        ]),
      "## Fixes\n",
      table(
        jailFormats.map(fixes),
        head: ["name", "what a fix changes", "after it", "can store a length"]),
      ending,
    ].joined(separator: "\n")
  }

  private static func homes(_ format: JailFormat) -> [String] {
    let enable = format.enable.map { "`\($0)`: " } ?? ""
    return [format.name, format.files, format.grammar, enable + format.start]
  }

  private static func addresses(_ format: JailFormat) -> [String] {
    [
      format.name, format.addresses, format.separator, format.defaultLengths, format.addedBy,
      format.removedBy,
    ]
  }

  private static func fixes(_ format: JailFormat) -> [String] {
    [
      format.name, format.edits, format.restart.map { "`\($0)`" }.joined(separator: ", "),
      format.storesLength ? "yes" : "no",
    ]
  }

  private static func table(_ rows: [[String]], head: [String]) -> String {
    ([head, head.map { _ in "---" }] + rows).map { row in
      let cells = row.map { cell in
        String(cell.flatMap { $0 == "|" ? ["\\", "|"] : [$0] })
      }
      return "| \(cells.joined(separator: " | ")) |\n"
    }.joined()
  }

  private static let introduction = """
    # Jail managers

    Written by `make docs` from the table of formats, which decides what jailscope does with each.

    Jails are kept in these ways. What is read of them ends in the same model of jail(8): the
    addresses that a start puts on an interface are forecast whoever starts the jail. What a manager's own
    program does besides, and what depends on it, is unknown, with the reason.

    """

  private static let ending = """
    "Added by" and "removed by" are for addresses that name an interface; a bare one is used as it is
    found, and stays when the jail stops. A length that a manager can't store is never offered.
    [Fidelity](fidelity.md#jail-managers) says which versions these facts are of, and what nobody checked.

    """
}
