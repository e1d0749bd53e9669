import SystemPackage

/// An open file descriptor, closed when its only owner goes.
struct Descriptor: ~Copyable {
  private let number: Int32

  /// Takes over a number that an opening system call has just returned.
  init(owning number: Int32) {
    self.number = number
  }

  deinit {
    SystemCalls.closeDescriptor(number)
  }

  /// The descriptor, for the time of one system call.
  var borrowed: FileDescriptor { FileDescriptor(rawValue: number) }

  /// Hands the number over to a new owner, which then closes it.
  consuming func release() -> Int32 {
    let number = number
    discard self
    return number
  }
}
