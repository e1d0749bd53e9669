package import CellGrid

/// All commands in the order in which the help lists them.
///
/// No key needs Alt, a function key or a chord that tmux, screen or flow control take, and none
/// that writes is near one that scrolls. Where a yes or no is asked for, every character but that
/// of yes says no.
package let commandTable: [CommandRecord] =
  viewCommands + movingCommands + understandingCommands + mendingCommands + answerCommands
  + otherCommands

private let viewCommands = [
  CommandRecord(
    .net, ["1"], "net", "interfaces, aliases and jails side by side", in: .views),
  CommandRecord(.findings, ["2"], "findings", "what was found, the worst first", in: .views),
  CommandRecord(.boot, ["3"], "boot", "the next boot, command by command", in: .views),
  CommandRecord(.map, ["4"], "map", "who has which address of a network", in: .views),
  CommandRecord(.undoList, ["5"], "undo", "the changes that were made", in: .views),
  CommandRecord(
    .help, ["?", "6"], "help", "every key, to search in and to run", in: .calm, rank: 25),
]

private let movingCommands = [
  CommandRecord(.up, [.up, "k"], "up", "one line up", in: .all),
  CommandRecord(.down, [.down, "j"], "down", "one line down", in: .all),
  CommandRecord(
    .left, [.left, "h"], "left", "one pane or column left; closes what is open", in: .views),
  CommandRecord(
    .right, [.right, "l"], "right", "one pane or column right; opens what is shut", in: .views),
  CommandRecord(.pageUp, [.pageUp, .control("u")], "page up", "one page up", in: .all),
  CommandRecord(.pageDown, [.pageDown, " "], "page down", "one page down", in: .all),
  CommandRecord(.first, [.home, "g"], "first", "to the first line", in: .all),
  CommandRecord(.last, [.end, "G"], "last", "to the last line", in: .all),
  CommandRecord(.nextPane, [.tab], "pane", "the next pane", in: [.net, .findings, .finding, .map]),
  CommandRecord(
    .previousPane, [.backTab], "pane back", "the pane before",
    in: [.net, .findings, .finding, .map]
  ),
  CommandRecord(
    .open, [.enter], "open", "more of what is selected",
    in: [.net, .findings, .boot, .map, .undo, .help],
    rank: 20),
  CommandRecord(
    .back, [.escape], "back", "stop what is worked out, or one level back",
    in: .all, rank: 80),
  CommandRecord(
    .nextFinding, ["n"], "next", "to the next finding",
    in: [.net, .findings, .finding, .boot, .map],
    needs: .finding, rank: 30),
  CommandRecord(
    .previousFinding, ["N"], "previous", "to the finding before",
    in: [.net, .findings, .finding, .boot, .map], needs: .finding),
  CommandRecord(
    .onlyProblems, ["o"], "only problems", "show only what something is wrong with",
    in: [.net, .findings, .boot], rank: 60),
  CommandRecord(
    .filter, ["/"], "filter", "only lines with a text; !text without it",
    in: [.net, .findings, .boot, .undo, .help], rank: 70),
  CommandRecord(
    .commandLine, [":"], "command", "type the name of a command", in: .views, rank: 75),
  CommandRecord(
    .nextPrefix, ["]"], "next network", "the next network of the map", in: [.map], rank: 25),
  CommandRecord(
    .previousPrefix, ["["], "network before", "the network before on the map", in: [.map]),
]

private let understandingCommands = [
  CommandRecord(
    .explain, ["x"], "explain", "the page of the rule",
    in: [.net, .findings, .finding, .map, .chooser, .guided],
    needs: .finding, rank: 40),
  CommandRecord(
    .when, ["t"], "since when", "the snapshot and the line that brought it",
    in: [.net, .findings, .finding, .map], needs: .finding),
  CommandRecord(
    .swapForecast, [.tab], "other boot",
    "the boot now, as staged, with all safe fixes",
    in: [.boot], needs: .otherBoot, rank: 20),
  CommandRecord(
    .copy, ["y"], "copy", "copy what is selected to the clipboard", in: .views, rank: 55),
  CommandRecord(
    .claim, ["c"], "claim", "copy the line that claims a free address", in: [.map],
    needs: .freeAddress, rank: 15),
  CommandRecord(
    .edit, ["e"], "edit", "the editor at the line; it is read again",
    in: [.net, .findings, .finding, .boot, .chooser, .guided], needs: .editing, rank: 50),
  CommandRecord(
    .editOther, ["E"], "edit other side", "the editor at the other side's line",
    in: [.net, .findings, .finding, .chooser, .guided], needs: .otherPlace),
]

private let mendingCommands = [
  CommandRecord(
    .fix, ["f"], "fix", "ways to mend it, each with diff and proof",
    in: [.net, .findings, .finding, .boot, .map], needs: .finding, rank: 10),
  CommandRecord(
    .session, ["s"], "session", "go through all findings, one after the other",
    in: .views, needs: .finding, rank: 35),
  CommandRecord(
    .ignore, ["i"], "ignore", "stage a comment that silences it",
    in: [.net, .findings, .finding, .chooser, .guided], needs: .finding, rank: 65),
  CommandRecord(.way1, ["1"], "way 1", "the first way", in: [.chooser, .guided]),
  CommandRecord(.way2, ["2"], "way 2", "the second way", in: [.chooser, .guided]),
  CommandRecord(.way3, ["3"], "way 3", "the third way", in: [.chooser, .guided]),
  CommandRecord(.way4, ["4"], "way 4", "the fourth way", in: [.chooser, .guided]),
  CommandRecord(
    .stage, [.enter], "stage", "take this way; nothing is written yet", in: [.chooser], rank: 10),
  CommandRecord(
    .stagedDiff, ["d"], "diff", "the diff of all that is staged", in: .views.union([.guided]),
    needs: .staged, rank: 45),
  CommandRecord(
    .unstage, ["D"], "take back", "take back what was staged last", in: .views, needs: .staged),
  CommandRecord(
    .write, ["W"], "write", "show all that would be written, and ask", in: .views.union([.text]),
    needs: .writing, rank: 5),
  CommandRecord(
    .undo, ["u"], "undo", "show how the last change is undone, and ask",
    in: .views, needs: .undoable, rank: 52),
  CommandRecord(
    .savePlan, ["p"], "save plan", "write what is staged to a plan for another",
    in: .views, needs: .staged, rank: 47),
  CommandRecord(
    .applyLive, ["l"], "live", "make it on the running host now; taken back unless confirmed",
    in: [.chooser], needs: .changingLive, rank: 15),
  CommandRecord(
    .confirmLive, ["c"], "confirm", "keep the live change, and write its files", in: [.pending]),
  CommandRecord(
    .revertLive, ["r"], "revert", "take the live change back now", in: [.pending]),
]

private let answerCommands = [
  CommandRecord(.yes, ["y"], "yes", "do it", in: [.guided, .confirm], rank: 10),
  CommandRecord(.no, ["n"], "no", "leave it", in: [.guided, .confirm], rank: 20),
  CommandRecord(
    .takeSafe, ["a"], "all safe", "take all that is safe from here on", in: [.guided], rank: 30),
  CommandRecord(
    .backStep, ["b"], "back", "the finding before, its choice taken back", in: [.guided],
    rank: 40),
  CommandRecord(
    .stopKeep, ["q"], "stop, keep", "leave the session and keep what is chosen", in: [.guided],
    rank: 35),
  CommandRecord(
    .stopDrop, ["Q", .control("c")], "stop, drop", "leave the session and drop what it chose",
    in: [.guided],
    rank: 60),
]

private let otherCommands = [
  CommandRecord(.accept, [.enter], "use", "take what is selected", in: [.themes], rank: 10),
  CommandRecord(.rescan, ["r"], "read again", "read the host's files again", in: .views),
  CommandRecord(.theme, ["T"], "theme", "choose colours, with a preview", in: .views),
  CommandRecord(
    .mouse, ["M"], "mouse", "give the mouse to the terminal, or take it", in: .views),
  CommandRecord(.redraw, [.control("l")], "redraw", "draw the screen anew", in: .all),
  CommandRecord(.suspend, [.control("z")], "suspend", "stop, until the shell's fg", in: .all),
  CommandRecord(
    .quit, ["q", .control("c")], "quit", "leave; asks when something is staged",
    in: .calm.subtracting([.guided]), rank: 85),
]

extension Key: ExpressibleByUnicodeScalarLiteral {
  /// A character's key.
  package init(unicodeScalarLiteral value: Character) {
    self = .character(value)
  }
}
