/// One thing that takes any bytes, with what has to hold of them all.
struct FuzzTarget: Sendable {
  /// What it is chosen by.
  let name: String
  /// Tries it; a property that doesn't hold ends the program.
  let attempt: @Sendable ([UInt8]) -> Void
}

/// All of them, those first that read what others may have written.
let targets = [
  FuzzTarget(name: "shell", attempt: tryShell),
  FuzzTarget(name: "jail-conf", attempt: tryJailConf),
  FuzzTarget(name: "host", attempt: tryHost),
  FuzzTarget(name: "fix", attempt: tryFixes),
  FuzzTarget(name: "json", attempt: tryJSON),
  FuzzTarget(name: "lines", attempt: tryLines),
  FuzzTarget(name: "settings", attempt: trySettings),
  FuzzTarget(name: "theme", attempt: tryTheme),
  FuzzTarget(name: "sqlite", attempt: trySQLite),
  FuzzTarget(name: "live", attempt: tryLive),
  FuzzTarget(name: "capture", attempt: tryCapture),
  FuzzTarget(name: "answers", attempt: tryAnswers),
  FuzzTarget(name: "far-files", attempt: tryFarFiles),
  FuzzTarget(name: "plan", attempt: tryPlan),
  FuzzTarget(name: "journal", attempt: tryJournal),
  FuzzTarget(name: "inventory", attempt: tryInventory),
  FuzzTarget(name: "words", attempt: tryWords),
]
