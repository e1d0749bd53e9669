import CPlatform

#if canImport(Glibc)
  import Glibc
#endif

/// Prepares the heap for what becomes of files of so many bytes.
///
/// glibc's malloc(3) takes memory from the kernel in small steps, and each page of it costs a fault
/// when it is first touched: a fifth of the time that a large host takes. One step to a region that
/// may be of huge pages costs a twentieth of that. Only so much of it may be, for a huge page that isn't at
/// hand costs more than it saves: the kernel has to move others for it, and a virtual machine may have given
/// large free blocks back to its own host, which then supplies each anew.
/// Where there is nothing to prepare nothing is done.
package func expectHeap(forFilesOf bytes: Int) {
  #if os(Linux)
    // a small host is forecast before the first huge page is cleared
    guard bytes >= 1 << 18 else { return }
    _ = mallopt(M_MMAP_THRESHOLD, 1 << 25)
    _ = mallopt(M_TRIM_THRESHOLD, .max)
    // a thread's own heap would grow page by page: with this it begins as large as it may get
    _ = mallopt(M_TOP_PAD, Int32(clamping: bytes * heapOfByte))
    // what doesn't fit into the heap as it is makes it grow
    guard let block = malloc(1 << 20) else { return }
    if let end = sbrk(0) {
      let start = Int(bitPattern: block)
      HugePages(from: start, to: min(Int(bitPattern: end), start + mostHugePages))?.advise()
    }
    free(block)
  #endif
}

/// Prepares the heap of the thread that calls it for what it makes of files of so many bytes, in a
/// process that expects a large one; nothing when that is more than huge pages are taken for.
package func expectThreadHeap(forFilesOf bytes: Int) {
  #if os(Linux)
    guard bytes * threadHeapOfByte <= mostHugePages else { return }
    // glibc gives a thread its heap in mappings of one size, aligned to it (arena.c, new_heap)
    let mapping = 1 << 26
    var blocks: [UnsafeMutableRawPointer] = []
    for _ in 0...bytes * threadHeapOfByte / (mapping / 2) {
      // two fill a mapping; one of half of it would be mapped by itself
      guard let block = malloc(mapping / 2 - (1 << 16)) else { break }
      blocks.append(block)
      let start = Int(bitPattern: block)
      HugePages(from: start, to: (start | (mapping - 1)) + 1)?.advise()
    }
    for block in blocks { free(block) }
  #endif
}

#if os(Linux)
  /// How much heap two forecasts of a host take for each byte of its files: that of the host as it is,
  /// and that which proves a fix.
  private let heapOfByte = 90
  /// How much of it another thread takes beside.
  private let threadHeapOfByte = 13
  /// How many bytes of a heap may be of huge pages.
  private let mostHugePages = 1 << 26

  /// A range of memory that begins and ends with a huge page.
  private struct HugePages: Sendable {
    private let lower: Int
    private let upper: Int

    private static let size = 1 << 21

    /// Those between two addresses; nil when there is none.
    init?(from start: Int, to end: Int) {
      lower = (start + Self.size - 1) & ~(Self.size - 1)
      upper = end & ~(Self.size - 1)
      guard lower < upper else { return nil }
    }

    /// Lets the kernel use huge pages.
    func advise() {
      _ = madvise(UnsafeMutableRawPointer(bitPattern: lower), upper - lower, MADV_HUGEPAGE)
    }
  }
#endif
