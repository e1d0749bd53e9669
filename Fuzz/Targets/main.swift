import CFuzzer

// Fuzz TARGET [options and folders of libFuzzer]; without a target, the names of all.
let words = CommandLine.arguments
guard words.count > 1, let target = targets.first(where: { $0.name == words[1] }) else {
  print(targets.map(\.name).joined(separator: "\n"))
  exit(words.count > 1 ? 64 : 0)
}

/// What is tried; libFuzzer hands over nothing but bytes.
let attempt = target.attempt

// the program's name stays, the target's goes
var arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? = CommandLine.unsafeArgv + 1
CommandLine.unsafeArgv[1] = CommandLine.unsafeArgv[0]
var count = CommandLine.argc - 1
exit(
  LLVMFuzzerRunDriver(&count, &arguments) { data, size in
    attempt(Array(UnsafeBufferPointer(start: data, count: size)))
    return 0
  })
