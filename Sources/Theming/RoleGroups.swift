package import CellGrid
import Phrases

/// Roles that belong together, with what each stands for.
package struct RoleGroup: Sendable {
  /// What they are about.
  package let title: String
  /// The roles, each with its meaning in one clause.
  package let roles: [(role: Role, meaning: String)]

  /// All roles in the order in which they are listed.
  package static let all = [
    text, bars, panes, rows, severities, verdicts, fixes, network, files, diffs, steps, dialogs,
  ]

  private static let text = RoleGroup(
    title: spoken("text"),
    roles: [
      (.text, "plain text, and the ground of the whole screen"),
      (.textDim, "what is of less importance"), (.textStrong, "what is of more"),
      (.textCode, "commands, and what is to be typed"), (.textLink, "a reference to a document"),
    ])

  private static let bars = RoleGroup(
    title: spoken("bars"),
    roles: [
      (.barTop, "the line that says whose host it is"), (.barTabs, "the names of views"),
      (.barTabsActive, "the view that is shown"), (.barHint, "what keys do"),
      (.barHintKey, "the keys themselves"), (.barStatus, "counts and states"),
    ])

  private static let panes = RoleGroup(
    title: spoken("panes"),
    roles: [
      (.paneBorder, "the frame of a pane"), (.paneBorderFocused, "that of the pane with the keys"),
      (.paneTitle, "the title of a pane"), (.paneTitleFocused, "that of the pane with the keys"),
    ])

  private static let rows = RoleGroup(
    title: spoken("rows"),
    roles: [
      (.tableHeader, "the titles of columns"),
      (.tableGroup, "a row above others, such as an interface"),
      (.selection, "the selected row"), (.selectionInactive, "that of a pane without the keys"),
      (.selectionRelated, "rows of other panes that belong to the selected one"),
      (.selectionMark, "the mark in front of the selected row"),
    ])

  private static let severities = RoleGroup(
    title: spoken("severities"),
    roles: [
      (.severityError, "what fails"), (.severityWarning, "what is harmed silently"),
      (.severityInfo, "a note"), (.severityOK, "what is as it should be"),
      (.severityUnknown, "what can't be told"), (.severityIgnored, "what was silenced"),
    ])

  private static let verdicts = RoleGroup(
    title: spoken("verdicts"),
    roles: [
      (.verdictSafe, "every jail comes back"), (.verdictUnsafe, "something is known to fail"),
      (.verdictUnknown, "not everything that matters is known"),
    ])

  private static let fixes = RoleGroup(
    title: spoken("fixes"),
    roles: [
      (.fixSafe, "can be made at once"), (.fixReview, "needs a look"),
      (.fixManual, "is up to people"),
    ])

  private static let network = RoleGroup(
    title: spoken("the network"),
    roles: [
      (.netInterface, "the name of an interface"), (.netAddress, "an address"),
      (.netPrefix, "a prefix length"),
      (.netPrefixConflict, "one of two prefix lengths that don't agree"),
      (.netJail, "the name of a jail"), (.netSSH, "the address that carries your session"),
      (.netFree, "an address that nobody has"),
    ])

  private static let files = RoleGroup(
    title: spoken("files"),
    roles: [
      (.filePath, "a path"), (.fileLine, "a line number"),
      (.fileContext, "lines around those that are meant"),
      (.fileHit, "a line that is meant, and the mark below the words"),
    ])

  private static let diffs = RoleGroup(
    title: spoken("diffs"),
    roles: [
      (.diffAdd, "a line that comes"), (.diffAddWord, "the words of it that differ"),
      (.diffDelete, "a line that goes"), (.diffDeleteWord, "the words of it that differ"),
      (.diffHunk, "where in the file it is"), (.diffContext, "lines that stay"),
    ])

  private static let steps = RoleGroup(
    title: spoken("steps of the boot"),
    roles: [
      (.stepOK, "works"), (.stepFail, "fails"), (.stepSkip, "is left out"),
      (.stepUnknown, "nobody knows"),
    ])

  private static let dialogs = RoleGroup(
    title: spoken("questions and messages"),
    roles: [
      (.input, "what is being typed"), (.inputMatch, "what it was found by"),
      (.toast, "a message"), (.toastError, "a message that something went wrong"),
      (.countdown, "time that runs out"),
    ])
}
