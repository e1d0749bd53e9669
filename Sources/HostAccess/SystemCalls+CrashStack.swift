#if canImport(Glibc)
  import Glibc
#endif

/// A stack beside a thread's own.
extension SystemCalls {
  /// Does something on a thread that has a second stack, on which a handler of signals still runs when
  /// the first one is full, such as the one that gives the terminal back: sigaltstack(2).
  static func withCrashStack<Result>(_ body: () -> Result) -> Result {
    let size = 64 << 10
    let memory = malloc(size)
    defer { free(memory) }
    var stack = stack_t()
    stack.ss_sp = memory
    stack.ss_size = .init(size)
    guard memory != nil, sigaltstack(&stack, nil) == 0 else { return body() }
    let result = body()
    stack.ss_flags = Int32(SS_DISABLE)
    sigaltstack(&stack, nil)
    return result
  }
}
