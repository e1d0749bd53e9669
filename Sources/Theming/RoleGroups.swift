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
      (.text, spoken("plain text, and the ground of the whole screen")),
      (.textDim, spoken("what is of less importance")), (.textStrong, spoken("what is of more")),
      (.textCode, spoken("commands, and what is to be typed")),
      (.textLink, spoken("a reference to a document")),
    ])

  private static let bars = RoleGroup(
    title: spoken("bars"),
    roles: [
      (.barTop, spoken("the line that says whose host it is")),
      (.barTabs, spoken("the names of views")),
      (.barTabsActive, spoken("the view that is shown")), (.barHint, spoken("what keys do")),
      (.barHintKey, spoken("the keys themselves")), (.barStatus, spoken("counts and states")),
    ])

  private static let panes = RoleGroup(
    title: spoken("panes"),
    roles: [
      (.paneBorder, spoken("the frame of a pane")),
      (.paneBorderFocused, spoken("that of the pane with the keys")),
      (.paneTitle, spoken("the title of a pane")),
      (.paneTitleFocused, spoken("that of the pane with the keys")),
    ])

  private static let rows = RoleGroup(
    title: spoken("rows"),
    roles: [
      (.tableHeader, spoken("the titles of columns")),
      (.tableGroup, spoken("a row above others, such as an interface")),
      (.selection, spoken("the selected row")),
      (.selectionInactive, spoken("that of a pane without the keys")),
      (.selectionRelated, spoken("rows of other panes that belong to the selected one")),
      (.selectionMark, spoken("the mark in front of the selected row")),
    ])

  private static let severities = RoleGroup(
    title: spoken("severities"),
    roles: [
      (.severityError, spoken("what fails")), (.severityWarning, spoken("what is harmed silently")),
      (.severityInfo, spoken("a note")), (.severityOK, spoken("what is as it should be")),
      (.severityUnknown, spoken("what can't be told")),
      (.severityIgnored, spoken("what was silenced")),
    ])

  private static let verdicts = RoleGroup(
    title: spoken("verdicts"),
    roles: [
      (.verdictSafe, spoken("every jail comes back")),
      (.verdictUnsafe, spoken("something is known to fail")),
      (.verdictUnknown, spoken("not everything that matters is known")),
    ])

  private static let fixes = RoleGroup(
    title: spoken("fixes"),
    roles: [
      (.fixSafe, spoken("can be made at once")), (.fixReview, spoken("needs a look")),
      (.fixManual, spoken("is up to people")),
    ])

  private static let network = RoleGroup(
    title: spoken("the network"),
    roles: [
      (.netInterface, spoken("the name of an interface")), (.netAddress, spoken("an address")),
      (.netPrefix, spoken("a prefix length")),
      (.netPrefixConflict, spoken("one of two prefix lengths that don't agree")),
      (.netJail, spoken("the name of a jail")),
      (.netSSH, spoken("the address that carries your session")),
      (.netFree, spoken("an address that nobody has")),
    ])

  private static let files = RoleGroup(
    title: spoken("files"),
    roles: [
      (.filePath, spoken("a path")), (.fileLine, spoken("a line number")),
      (.fileContext, spoken("lines around those that are meant")),
      (.fileHit, spoken("a line that is meant, and the mark below the words")),
    ])

  private static let diffs = RoleGroup(
    title: spoken("diffs"),
    roles: [
      (.diffAdd, spoken("a line that comes")),
      (.diffAddWord, spoken("the words of it that differ")),
      (.diffDelete, spoken("a line that goes")),
      (.diffDeleteWord, spoken("the words of it that differ")),
      (.diffHunk, spoken("where in the file it is")), (.diffContext, spoken("lines that stay")),
    ])

  private static let steps = RoleGroup(
    title: spoken("steps of the boot"),
    roles: [
      (.stepOK, spoken("works")), (.stepFail, spoken("fails")), (.stepSkip, spoken("is left out")),
      (.stepUnknown, spoken("nobody knows")),
    ])

  private static let dialogs = RoleGroup(
    title: spoken("questions and messages"),
    roles: [
      (.input, spoken("what is being typed")), (.inputMatch, spoken("what it was found by")),
      (.toast, spoken("a message")), (.toastError, spoken("a message that something went wrong")),
      (.countdown, spoken("time that runs out")),
    ])
}
