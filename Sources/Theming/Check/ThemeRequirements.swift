import CellGrid

/// What a theme has to keep up, in numbers.
enum ThemeRequirements {
  /// Of text with its ground: WCAG 2.1, 1.4.3.
  static let textContrast = 4.5
  /// Of lines (WCAG 2.1, 1.4.11), and of text in colours that the terminal's user has chosen.
  ///
  /// xterm's are only an example of those, and hardly any of them passes 4.5 on both black and white.
  static let lineContrast = 3.0
  /// Of what means the opposite of each other, in CIE76's dE, however colours are seen.
  static let opposites = 20.0

  /// What is drawn with lines only.
  static let lines: Set<Role> = [.paneBorder, .paneBorderFocused]

  /// What can lie under any other role.
  static let grounds: [Role] = [.selection, .selectionInactive, .selectionRelated]

  /// How much a ground has to differ from the screen's, in the same unit: the selection is to be seen
  /// at once, the others when looked for.
  static func difference(of ground: Role) -> Double { ground == .selection ? 10 : 5 }

  /// What means the opposite of each other.
  static let contrary: [(Role, Role)] =
    contraryInRows + [
      (.verdictUnsafe, .verdictSafe), (.verdictUnknown, .verdictSafe),
      (.verdictUnsafe, .verdictUnknown), (.diffDelete, .diffAdd),
      (.diffDeleteWord, .diffAddWord),
    ]

  /// Those of them that stand in rows which can be selected.
  static let contraryInRows: [(Role, Role)] = [
    (.severityError, .severityOK), (.severityError, .severityWarning), (.stepFail, .stepOK),
    (.netPrefixConflict, .netPrefix),
  ]

  /// Roles that stand beside each other and mean different things: without colours, no two of a group
  /// may look the same.
  static let distinct: [[Role]] = [
    [.text, .textDim, .textStrong, .textLink],
    [
      .severityError, .severityWarning, .severityInfo, .severityOK, .severityUnknown,
      .severityIgnored,
    ],
    [.verdictSafe, .verdictUnsafe, .verdictUnknown], [.fixSafe, .fixReview, .fixManual],
    [.stepOK, .stepFail, .stepSkip, .stepUnknown], [.netPrefix, .netPrefixConflict],
    [.netAddress, .netFree, .netSSH], [.paneBorder, .paneBorderFocused],
    [.paneTitle, .paneTitleFocused], [.barTabs, .barTabsActive], [.barHint, .barHintKey],
    [.text, .selection, .selectionInactive, .selectionRelated], [.fileContext, .fileHit],
    [.diffContext, .diffAdd, .diffDelete], [.diffAdd, .diffAddWord],
    [.diffDelete, .diffDeleteWord], [.diffAddWord, .diffDeleteWord], [.input, .inputMatch],
    [.toast, .toastError],
  ]
}
