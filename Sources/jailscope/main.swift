import ArgumentParser

// Parsing `status` by itself spares it the reading of every other command's options. What does
// not parse so, from --help to a mistake, is for the whole program to answer.
let words = CommandLine.arguments.dropFirst()
if words.first == "status", let status = try? StatusCommand.parse(Array(words.dropFirst())) {
  do {
    try status.run()
  } catch {
    JailscopeCommand.exit(withError: error)
  }
} else {
  JailscopeCommand.main()
}
