// swift-tools-version: 6.2
import PackageDescription

/// One list for every target, so no target can be laxer than another.
let settings: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

/// The files in `Themes`, which are also listed there, for the program to find them.
let themes = [
  "terminal",
  "mono",
  "ascii",
  "console",
  "dark",
  "light",
  "high-contrast",
  "high-contrast-light",
  "okabe-ito",
  "okabe-ito-light",
  "solarized-dark",
  "solarized-light",
  "nord",
  "gruvbox-dark",
  "gruvbox-light",
  "catppuccin-mocha",
  "catppuccin-latte",
]

let package = Package(
  name: "jailscope",
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-system", from: "1.8.1"),
  ],
  targets: [
    .target(
      name: "CPhrases", cSettings: [.define("GERMAN", to: "\"../Phrases/german.txt\"")]),
    .target(
      name: "Phrases", dependencies: ["CPhrases"], exclude: ["german.txt"],
      swiftSettings: settings),
    .target(name: "SourceText", swiftSettings: settings),
    .target(name: "CellGrid", swiftSettings: settings),
    .target(
      name: "ConfigSyntax", dependencies: ["Phrases", "SourceText"], swiftSettings: settings),
    .target(
      name: "HostModel", dependencies: ["Phrases", "SourceText", "ConfigSyntax"],
      swiftSettings: settings),
    .target(
      name: "LiveState", dependencies: ["Phrases", "SourceText", "ConfigSyntax", "HostModel"],
      swiftSettings: settings),
    .target(
      name: "Captures", dependencies: ["Phrases", "SourceText", "ConfigSyntax"],
      resources: [.embedInCode("probe.sh")],
      swiftSettings: settings),
    .target(
      name: "Redaction", dependencies: ["Phrases", "SourceText", "HostModel", "Captures"],
      swiftSettings: settings),
    .target(
      name: "HostAccess",
      dependencies: [
        "Phrases", "SourceText", "Captures", "Rewrite", "Remote", "CPlatform",
        .product(name: "SystemPackage", package: "swift-system"),
      ],
      swiftSettings: settings),
    .systemLibrary(name: "CPlatform"),
    .systemLibrary(name: "CSQLite"),
    .target(
      name: "DatabaseTables", dependencies: ["Phrases", "CSQLite", "HostModel"],
      swiftSettings: settings),
    .target(name: "Rewrite", dependencies: ["Phrases", "SourceText"], swiftSettings: settings),
    .target(
      name: "Remote", dependencies: ["Phrases", "Rewrite"],
      resources: [.embedInCode("Script/serve.sh")], swiftSettings: settings),
    .target(name: "DemoHost", dependencies: ["SourceText"], swiftSettings: settings),
    .target(
      name: "Rules", dependencies: ["Phrases", "SourceText", "ConfigSyntax", "HostModel"],
      swiftSettings: settings),
    .target(
      name: "LiveApply", dependencies: ["Phrases", "SourceText", "HostModel", "Rules", "Rewrite"],
      resources: [.embedInCode("guard.sh")], swiftSettings: settings),
    .target(
      name: "Reports",
      dependencies: [
        "Phrases", "SourceText", "CellGrid", "HostModel", "Rules", "Rewrite", "LiveApply",
      ],
      swiftSettings: settings),
    .target(
      name: "Themes", path: "Themes", exclude: ["LICENSES.md"],
      resources: themes.map { .embedInCode("\($0).toml") },
      swiftSettings: settings),
    .target(
      name: "Theming",
      dependencies: ["Phrases", "CellGrid", "ConfigSyntax", "SourceText", "Themes"],
      swiftSettings: settings),
    .target(
      name: "CTerminal",
      cSettings: [.define("NCURSES_WIDECHAR", to: "1")],
      linkerSettings: [
        .linkedLibrary("ncursesw"), .linkedLibrary("tinfo", .when(platforms: [.linux])),
      ]),
    .target(
      name: "Terminal", dependencies: ["Phrases", "CellGrid", "CTerminal"], swiftSettings: settings),
    .target(
      name: "Dashboard",
      dependencies: [
        "Phrases", "SourceText", "HostModel", "Rules", "Rewrite", "LiveApply", "Reports",
        "CellGrid",
        "Theming",
      ],
      swiftSettings: settings),
    .executableTarget(
      name: "jailscope",
      dependencies: [
        "Phrases", "SourceText", "ConfigSyntax", "HostModel", "LiveState", "Captures", "Redaction",
        "HostAccess", "DemoHost", "Rules", "Reports", "Rewrite", "CellGrid", "Theming", "Terminal",
        "Dashboard", "DatabaseTables", "LiveApply", "Remote",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: settings),
    .target(
      name: "TestHosts", dependencies: ["HostModel", "LiveState", "SourceText", "CSQLite"],
      path: "Tests/TestHosts", swiftSettings: settings),
    .target(
      name: "LoopbackSSH", dependencies: ["TestHosts"], path: "Tests/LoopbackSSH",
      swiftSettings: settings),
    .testTarget(
      name: "RemoteTests",
      dependencies: ["Remote", "HostAccess", "Rewrite", "SourceText", "LoopbackSSH", "TestHosts"],
      swiftSettings: settings),
    .testTarget(
      name: "RulesTests",
      dependencies: ["Rules", "TestHosts", "HostModel", "ConfigSyntax", "SourceText"],
      swiftSettings: settings),
    .testTarget(
      name: "HostAccessTests",
      dependencies: [
        "HostAccess", "Rewrite", "SourceText",
        .product(name: "SystemPackage", package: "swift-system"),
      ],
      swiftSettings: settings),
    .testTarget(name: "PhrasesTests", dependencies: ["Phrases"], swiftSettings: settings),
    .testTarget(
      name: "ArchitectureTests", dependencies: ["Phrases"], swiftSettings: settings),
    .testTarget(name: "CellGridTests", dependencies: ["CellGrid"], swiftSettings: settings),
    .testTarget(
      name: "ThemingTests", dependencies: ["Theming", "Themes", "CellGrid", "SourceText"],
      swiftSettings: settings
    ),
    .executableTarget(
      name: "TerminalProbe", dependencies: ["Terminal", "HostAccess", "CellGrid"],
      path: "Tests/TerminalProbe",
      swiftSettings: settings),
    .testTarget(
      name: "TerminalTests",
      dependencies: ["Terminal", "TerminalProbe", "jailscope", "DemoHost", "CellGrid"],
      swiftSettings: settings),
    .testTarget(
      name: "DashboardTests",
      dependencies: [
        "Dashboard", "Theming", "CellGrid", "Reports", "Rules", "Rewrite", "LiveApply", "HostModel",
        "HostAccess", "ConfigSyntax", "SourceText", "DemoHost", "TestHosts",
      ],
      swiftSettings: settings),
    .testTarget(
      name: "SourceTextTests", dependencies: ["SourceText", "TestHosts"], swiftSettings: settings),
    .testTarget(
      name: "RewriteTests",
      dependencies: [
        "Rewrite", "HostAccess", "ConfigSyntax", "SourceText", "TestHosts", "Remote", "LoopbackSSH",
      ],
      swiftSettings: settings),
    .testTarget(
      name: "ConfigSyntaxTests", dependencies: ["ConfigSyntax", "SourceText"],
      swiftSettings: settings),
    .testTarget(
      name: "HostModelTests",
      dependencies: ["HostModel", "ConfigSyntax", "SourceText", "TestHosts"],
      swiftSettings: settings),
    .testTarget(
      name: "LiveStateTests", dependencies: ["LiveState", "HostModel", "TestHosts"],
      swiftSettings: settings),
    .testTarget(
      name: "LiveApplyTests",
      dependencies: [
        "LiveApply", "HostAccess", "HostModel", "SourceText", "Rules", "Rewrite", "TestHosts",
        "Remote", "LoopbackSSH",
      ],
      swiftSettings: settings),
    .testTarget(
      name: "OracleTests",
      dependencies: [
        "SourceText", "ConfigSyntax", "HostModel", "LiveState", "HostAccess", "Rules", "Rewrite",
        "Reports", "TestHosts", "DatabaseTables", "Captures", "Redaction",
      ],
      swiftSettings: settings),
    .testTarget(
      name: "DatabaseTablesTests", dependencies: ["DatabaseTables", "TestHosts", "HostModel"],
      swiftSettings: settings),
    .testTarget(
      name: "ReportsTests",
      dependencies: [
        "Reports", "CellGrid", "LiveApply", "HostModel", "SourceText", "ConfigSyntax", "TestHosts",
      ],
      swiftSettings: settings),
    .testTarget(
      name: "CapturesTests",
      dependencies: ["Captures", "HostAccess", "SourceText", "TestHosts", "LiveState"],
      swiftSettings: settings),
    .testTarget(
      name: "DemoHostTests", dependencies: ["DemoHost", "HostModel"], swiftSettings: settings),
    .testTarget(
      name: "CommandTests",
      dependencies: ["jailscope", "ConfigSyntax", "LoopbackSSH", "TestHosts"],
      swiftSettings: settings),
  ]
)

// `make fuzz` alone builds what stands in `Fuzz`: it needs the libraries compiled for a fuzzer.
if Context.environment["JAILSCOPE_FUZZ"] != nil {
  package.targets += [
    .systemLibrary(name: "CFuzzer", path: "Fuzz/CFuzzer"),
    .executableTarget(
      name: "Fuzz",
      dependencies: [
        "CFuzzer", "SourceText", "ConfigSyntax", "HostModel", "LiveState", "Captures", "Remote",
        "Rewrite", "Rules", "Reports", "LiveApply", "CellGrid", "Theming", "DatabaseTables",
        "Redaction",
      ],
      path: "Fuzz/Targets", swiftSettings: settings),
  ]
}
