/* Standard error goes to a file that has no name while the screen is up: on the screen it would be
   overwritten, and the last words of a crash lost. */
#include "internal.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

static volatile int kept = -1, real = -1;

void ct_write_all(int descriptor, const void *bytes, unsigned long count) {
  const char *rest = bytes;
  while (count > 0) {
    ssize_t written = write(descriptor, rest, count);
    if (written > 0) {
      rest += written;
      count -= (unsigned long)written;
    } else if (errno != EINTR) {
      return;
    }
  }
}

int ct_nameless_file(const char *purpose) {
  int file = memfd_create(purpose, MFD_CLOEXEC);
  if (file >= 0) return file;
  char path[] = "/tmp/jailscope.XXXXXX";
  file = mkstemp(path);
  if (file < 0) return -1;
  unlink(path);
  fcntl(file, F_SETFD, FD_CLOEXEC);
  return file;
}

void ct_capture_errors(void) {
  if (real >= 0 || !isatty(STDERR_FILENO)) return;
  int file = ct_nameless_file("stderr");
  if (file < 0) return;
  int copy = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 3);
  if (copy < 0 || dup2(file, STDERR_FILENO) < 0) {
    if (copy >= 0) close(copy);
    close(file);
    return;
  }
  kept = file;
  real = copy;
}

void ct_send_kept(int file, int descriptor) {
  off_t rest = lseek(file, 0, SEEK_CUR);
  lseek(file, 0, SEEK_SET);
  char part[16384];
  while (rest > 0) {
    size_t wanted = rest < (off_t)sizeof part ? (size_t)rest : sizeof part;
    ssize_t count = read(file, part, wanted);
    if (count <= 0) break;
    ct_write_all(descriptor, part, (unsigned long)count);
    rest -= count;
  }
}

void ct_replay_errors(void) {
  if (real >= 0) ct_send_kept(kept, real);
}

void ct_release_errors(void) {
  if (real < 0) return;
  int file = kept, copy = real;
  ct_replay_errors();
  dup2(copy, STDERR_FILENO);
  kept = real = -1;
  close(copy);
  close(file);
}
