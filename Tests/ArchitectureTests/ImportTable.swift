/// The targets and the modules each may import, as docs/architecture.md shows them.
///
/// A new target or a new dependency is a decision: it changes this table and that document.
let importTable: [String: Set<String>] = [
  "SourceText": [],
  "ConfigSyntax": ["SourceText"],
  "HostModel": ["SourceText", "ConfigSyntax"],
  "HostAccess": ["SourceText", "Rewrite", "CFileAttributes", "SystemPackage", "Glibc"],
  "Rewrite": ["SourceText"],
  "DemoHost": ["SourceText"],
  "Rules": ["SourceText", "ConfigSyntax", "HostModel"],
  "Reports": ["SourceText", "HostModel", "Rules", "Rewrite"],
  "jailscope": [
    "SourceText", "ConfigSyntax", "HostModel", "HostAccess", "DemoHost", "Rules",
    "Reports", "Rewrite", "ArgumentParser", "Glibc",
  ],
]
