import CHeap

#if canImport(Glibc)
  import Glibc
#endif

/// Prepares the heap for what becomes of files of so many bytes.
///
/// glibc's malloc(3) takes memory from the kernel in small steps, and each page of it costs a fault
/// when it is first touched: a fifth of the time that a large host takes. One step to a region that
/// may be of huge pages costs a twentieth of that. Where there is nothing to prepare nothing is done.
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
      let hugePage = 1 << 21
      let lower = (Int(bitPattern: block) + hugePage - 1) & ~(hugePage - 1)
      let upper = Int(bitPattern: end) & ~(hugePage - 1)
      if lower < upper, let start = UnsafeMutableRawPointer(bitPattern: lower) {
        _ = madvise(start, upper - lower, MADV_HUGEPAGE)
      }
    }
    free(block)
  #endif
}

#if os(Linux)
  /// How much heap the forecast of a host takes for each byte of its files, roughly.
  private let heapOfByte = 32
#endif
