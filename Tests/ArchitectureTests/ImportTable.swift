/// The targets and the modules each may import, as docs/architecture.md shows them.
///
/// A new target or a new dependency is a decision: it changes this table and that document.
let importTable: [String: Set<String>] = [
  "SourceText": [],
  "CellGrid": [],
  "ConfigSyntax": ["SourceText"],
  "HostModel": ["SourceText", "ConfigSyntax"],
  "LiveState": ["SourceText", "ConfigSyntax", "HostModel"],
  "Captures": ["SourceText", "ConfigSyntax"],
  "Redaction": ["SourceText", "HostModel", "Captures"],
  "HostAccess": [
    "SourceText", "Captures", "Rewrite", "Remote", "CPlatform", "SystemPackage",
    "Glibc", "Synchronization",
  ],
  "DatabaseTables": ["HostModel", "CSQLite"],
  "Rewrite": ["SourceText"],
  "Remote": ["Rewrite", "Synchronization"],
  "DemoHost": ["SourceText"],
  "Rules": ["SourceText", "ConfigSyntax", "HostModel"],
  "LiveApply": ["SourceText", "HostModel", "Rules", "Rewrite"],
  "Reports": ["SourceText", "CellGrid", "HostModel", "Rules", "Rewrite", "LiveApply"],
  "Theming": ["SourceText", "ConfigSyntax", "CellGrid", "Themes"],
  "Terminal": ["CellGrid", "CTerminal"],
  "Dashboard": [
    "SourceText", "HostModel", "Rules", "Rewrite", "LiveApply", "Reports", "CellGrid", "Theming",
  ],
  "jailscope": [
    "SourceText", "ConfigSyntax", "HostModel", "LiveState", "Captures", "Redaction", "HostAccess",
    "DemoHost", "Rules", "Reports", "Rewrite", "CellGrid", "Theming", "Terminal", "Dashboard",
    "DatabaseTables", "LiveApply", "Remote", "ArgumentParser", "Synchronization", "Glibc",
  ],
]
