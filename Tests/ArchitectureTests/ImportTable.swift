/// The targets and the modules each may import, as docs/modules.md shows them.
///
/// A new target or a new dependency is a decision: it changes this table and that document.
let importTable: [String: Set<String>] = [
  "Phrases": ["CPhrases", "Synchronization"],
  "SourceText": [],
  "CellGrid": [],
  "ConfigSyntax": ["Phrases", "SourceText"],
  "HostModel": ["Phrases", "SourceText", "ConfigSyntax"],
  "LiveState": ["Phrases", "SourceText", "ConfigSyntax", "HostModel"],
  "Captures": ["Phrases", "SourceText", "ConfigSyntax"],
  "Redaction": ["Phrases", "SourceText", "HostModel", "Captures"],
  "HostAccess": [
    "Phrases", "SourceText", "Captures", "Rewrite", "Remote", "CPlatform", "SystemPackage",
    "Glibc", "Synchronization",
  ],
  "DatabaseTables": ["Phrases", "HostModel", "CSQLite"],
  "Rewrite": ["Phrases", "SourceText"],
  "Remote": ["Phrases", "Rewrite", "Synchronization"],
  "DemoHost": ["SourceText"],
  "Rules": ["Phrases", "SourceText", "ConfigSyntax", "HostModel"],
  "LiveApply": ["Phrases", "SourceText", "HostModel", "Rules", "Rewrite"],
  "Reports": ["Phrases", "SourceText", "CellGrid", "HostModel", "Rules", "Rewrite", "LiveApply"],
  "Theming": ["Phrases", "SourceText", "ConfigSyntax", "CellGrid", "Themes"],
  "Terminal": ["Phrases", "CellGrid", "CTerminal"],
  "Dashboard": [
    "Phrases", "SourceText", "HostModel", "Rules", "Rewrite", "LiveApply", "Reports", "CellGrid",
    "Theming",
  ],
  "jailscope": [
    "Phrases", "SourceText", "ConfigSyntax", "HostModel", "LiveState", "Captures", "Redaction",
    "HostAccess",
    "DemoHost", "Rules", "Reports", "Rewrite", "CellGrid", "Theming", "Terminal", "Dashboard",
    "DatabaseTables", "LiveApply", "Remote", "ArgumentParser", "Synchronization", "Glibc",
  ],
]
