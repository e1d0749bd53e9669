package import CellGrid
import Phrases

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
    .net, ["1"], spoken("net"), spoken("interfaces, aliases and jails side by side"), in: .views),
  CommandRecord(
    .findings, ["2"], spoken("findings"), spoken("what was found, the worst first"), in: .views),
  CommandRecord(
    .boot, ["3"], spoken("boot"), spoken("the next boot, command by command"), in: .views),
  CommandRecord(
    .map, ["4"], spoken("map"), spoken("who has which address of a network"), in: .views),
  CommandRecord(
    .undoList, ["5"], spoken("undo", as: "command"), spoken("the changes that were made"),
    in: .views),
  CommandRecord(
    .help, ["?", "6"], spoken("help"), spoken("every key, to search in and to run"), in: .calm,
    rank: 25),
]

private let movingCommands = [
  CommandRecord(.up, [.up, "k"], spoken("up"), spoken("one line up"), in: .all),
  CommandRecord(
    .down, [.down, "j"], spoken("down", as: "arrow"), spoken("one line down"), in: .all),
  CommandRecord(
    .left, [.left, "h"], spoken("left", as: "arrow"),
    spoken("one pane or column left; closes what is open"), in: .views),
  CommandRecord(
    .right, [.right, "l"], spoken("right"), spoken("one pane or column right; opens what is shut"),
    in: .views),
  CommandRecord(
    .pageUp, [.pageUp, .control("u")], spoken("page up"), spoken("one page up"), in: .all),
  CommandRecord(
    .pageDown, [.pageDown, " "], spoken("page down"), spoken("one page down"), in: .all),
  CommandRecord(
    .first, [.home, "g"], spoken("first", as: "line"), spoken("to the first line"), in: .all),
  CommandRecord(.last, [.end, "G"], spoken("last"), spoken("to the last line"), in: .all),
  CommandRecord(
    .nextPane, [.tab], spoken("pane"), spoken("the next pane"),
    in: [.net, .findings, .finding, .map]),
  CommandRecord(
    .previousPane, [.backTab], spoken("pane back"), spoken("the pane before"),
    in: [.net, .findings, .finding, .map]
  ),
  CommandRecord(
    .open, [.enter], spoken("open"), spoken("more of what is selected"),
    in: [.net, .findings, .boot, .map, .undo, .help],
    rank: 20),
  CommandRecord(
    .back, [.escape], spoken("back"), spoken("stop what is worked out, or one level back"),
    in: .all, rank: 80),
  CommandRecord(
    .nextFinding, ["n"], spoken("next"), spoken("to the next finding"),
    in: [.net, .findings, .finding, .boot, .map],
    needs: .finding, rank: 30),
  CommandRecord(
    .previousFinding, ["N"], spoken("previous"), spoken("to the finding before"),
    in: [.net, .findings, .finding, .boot, .map], needs: .finding),
  CommandRecord(
    .onlyProblems, ["o"], spoken("only problems"), spoken("show only what something is wrong with"),
    in: [.net, .findings, .boot], rank: 60),
  CommandRecord(
    .filter, ["/"], spoken("filter"), spoken("only lines with a text; !text without it"),
    in: [.net, .findings, .boot, .undo, .help], rank: 70),
  CommandRecord(
    .commandLine, [":"], spoken("command"), spoken("type the name of a command"), in: .views,
    rank: 75),
  CommandRecord(
    .nextPrefix, ["]"], spoken("next network"), spoken("the next network of the map"), in: [.map],
    rank: 25),
  CommandRecord(
    .previousPrefix, ["["], spoken("network before"), spoken("the network before on the map"),
    in: [.map]),
]

private let understandingCommands = [
  CommandRecord(
    .explain, ["x"], spoken("explain"), spoken("the page of the rule"),
    in: [.net, .findings, .finding, .map, .chooser, .guided],
    needs: .finding, rank: 40),
  CommandRecord(
    .when, ["t"], spoken("since when"), spoken("the snapshot and the line that brought it"),
    in: [.net, .findings, .finding, .map], needs: .finding),
  CommandRecord(
    .swapForecast, [.tab], spoken("other boot"),
    spoken("the boot now, as staged, with all safe fixes"),
    in: [.boot], needs: .otherBoot, rank: 20),
  CommandRecord(
    .copy, ["y"], spoken("copy"), spoken("copy what is selected to the clipboard"), in: .views,
    rank: 55),
  CommandRecord(
    .claim, ["c"], spoken("claim"), spoken("copy what gives a jail a free address"), in: [.map],
    needs: .freeAddress, rank: 15),
  CommandRecord(
    .edit, ["e"], spoken("edit"), spoken("the editor at the line; it is read again"),
    in: [.net, .findings, .finding, .boot, .chooser, .guided], needs: .editing, rank: 50),
  CommandRecord(
    .editOther, ["E"], spoken("edit other side"), spoken("the editor at the other side's line"),
    in: [.net, .findings, .finding, .chooser, .guided], needs: .otherPlace),
]

private let mendingCommands = [
  CommandRecord(
    .fix, ["f"], spoken("fix"), spoken("ways to mend it, each with diff and proof"),
    in: [.net, .findings, .finding, .boot, .map], needs: .finding, rank: 10),
  CommandRecord(
    .session, ["s"], spoken("session"), spoken("go through all findings, one after the other"),
    in: .views, needs: .finding, rank: 35),
  CommandRecord(
    .ignore, ["i"], spoken("ignore"), spoken("stage a comment that silences it"),
    in: [.net, .findings, .finding, .chooser, .guided], needs: .finding, rank: 65),
  CommandRecord(.way1, ["1"], spoken("way 1"), spoken("the first way"), in: [.chooser, .guided]),
  CommandRecord(.way2, ["2"], spoken("way 2"), spoken("the second way"), in: [.chooser, .guided]),
  CommandRecord(.way3, ["3"], spoken("way 3"), spoken("the third way"), in: [.chooser, .guided]),
  CommandRecord(.way4, ["4"], spoken("way 4"), spoken("the fourth way"), in: [.chooser, .guided]),
  CommandRecord(
    .stage, [.enter], spoken("stage"), spoken("take this way; nothing is written yet"),
    in: [.chooser], rank: 10),
  CommandRecord(
    .stagedDiff, ["d"], spoken("diff"), spoken("the diff of all that is staged"),
    in: .views.union([.guided]),
    needs: .staged, rank: 45),
  CommandRecord(
    .unstage, ["D"], spoken("take back"), spoken("take back what was staged last"), in: .views,
    needs: .staged),
  CommandRecord(
    .write, ["W"], spoken("write"), spoken("show all that would be written, and ask"),
    in: .views.union([.text]),
    needs: .writing, rank: 5),
  CommandRecord(
    .undo, ["u"], spoken("undo", as: "command"),
    spoken("show how the last change, or the selected one, is undone, and ask"),
    in: .views, needs: .undoable, rank: 52),
  CommandRecord(
    .savePlan, ["p"], spoken("save plan"), spoken("write what is staged to a plan for another"),
    in: .views, needs: .staged, rank: 47),
  CommandRecord(
    .applyLive, ["l"], spoken("live"),
    spoken("make it on the running host now; taken back unless confirmed"),
    in: [.chooser], needs: .changingLive, rank: 15),
  CommandRecord(
    .confirmLive, ["c"], spoken("confirm"), spoken("keep the live change, and write its files"),
    in: [.pending]),
  CommandRecord(
    .revertLive, ["r"], spoken("revert"), spoken("take the live change back now"), in: [.pending]),
]

private let answerCommands = [
  CommandRecord(.yes, ["y"], spoken("yes"), spoken("do it"), in: [.guided, .confirm], rank: 10),
  CommandRecord(.no, ["n"], spoken("no"), spoken("leave it"), in: [.guided, .confirm], rank: 20),
  CommandRecord(
    .takeSafe, ["a"], spoken("all safe"), spoken("take all that is safe from here on"),
    in: [.guided], rank: 30),
  CommandRecord(
    .backStep, ["b"], spoken("back"), spoken("the finding before, its choice taken back"),
    in: [.guided],
    rank: 40),
  CommandRecord(
    .stopKeep, ["q"], spoken("stop, keep"), spoken("leave the session and keep what is chosen"),
    in: [.guided],
    rank: 35),
  CommandRecord(
    .stopDrop, ["Q", .control("c")], spoken("stop, drop"),
    spoken("leave the session and drop what it chose"),
    in: [.guided],
    rank: 60),
]

private let otherCommands = [
  CommandRecord(
    .accept, [.enter], spoken("use"), spoken("take what is selected"), in: [.themes], rank: 10),
  CommandRecord(
    .rescan, ["r"], spoken("read again"), spoken("read the host's files again"), in: .views),
  CommandRecord(
    .theme, ["T"], spoken("theme"), spoken("choose colours, with a preview"), in: .views),
  CommandRecord(
    .mouse, ["M"], spoken("mouse"), spoken("give the mouse to the terminal, or take it"), in: .views
  ),
  CommandRecord(
    .redraw, [.control("l")], spoken("redraw"), spoken("draw the screen anew"), in: .all),
  CommandRecord(
    .suspend, [.control("z")], spoken("suspend"), spoken("stop, until the shell's fg"), in: .all),
  CommandRecord(
    .close, ["q", .control("c")], spoken("back"), spoken("back to what lies below"),
    in: [.chooser, .text, .themes]),
  CommandRecord(
    .quit, ["q", .control("c")], spoken("quit"), spoken("leave; asks when something is staged"),
    in: .views, rank: 85),
]

extension Key: ExpressibleByUnicodeScalarLiteral {
  /// A character's key.
  package init(unicodeScalarLiteral value: Character) {
    self = .character(value)
  }
}
