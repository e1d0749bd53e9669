/* Signals. Those that ask the program to end, to stop or to look at the size again only leave a note,
   which ct_wait finds; those of a crash give the terminal back on the spot. */
#include "internal.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <time.h>
#include <unistd.h>

static const int fatal[] = {SIGSEGV, SIGBUS, SIGILL, SIGTRAP, SIGABRT, SIGFPE};
static const int ending[] = {SIGHUP, SIGTERM, SIGINT, SIGQUIT};
static const int noted[] = {SIGWINCH, SIGCONT, SIGTSTP};

#define COUNT(array) (sizeof(array) / sizeof *(array))
enum { HIGHEST = 64 };

static struct sigaction before[HIGHEST];
static volatile sig_atomic_t notes[HIGHEST];
static volatile sig_atomic_t screen_is_up;
static atomic_bool wake_asked;
/* Made once and never closed, so that ct_wake finds it at any time once it is made. */
static int bell[2] = {-1, -1};
static atomic_bool bell_made;
static struct termios modes;
static char *crash_stack;

/* Ends synchronized output, mouse, paste, line drawing, scroll region, application keys and colours;
   shows the cursor, puts it in the last row and leaves the alternate screen. */
static const char restoring[] =
    "\033[?2026l\033[?1006l\033[?1003l\033[?1002l\033[?1000l\033[?2004l\033[?1l\033>\017\033(B"
    "\033[r\033[0m\033[?7h\033[?25h\033[999;1H\033[?1049l";

/* Linux' console has the cursor's size beside whether it is shown. */
static const char restoring_console[] = "\033[?0c";

static void restore(int output, bool is_console) {
  ct_write_all(output, restoring, sizeof restoring - 1);
  if (is_console) ct_write_all(output, restoring_console, sizeof restoring_console - 1);
}

void ct_reset(void) {
  const char *term = getenv("TERM");
  restore(STDOUT_FILENO, term != NULL && strncmp(term, "linux", 5) == 0);
}

void ct_restore_modes(void) { tcsetattr(ct_input, TCSANOW, &modes); }

/* Of use in a handler: it waits for nothing. */
static void give_back(void) {
  if (!screen_is_up) return;
  screen_is_up = 0;
  tcflow(ct_output, TCOON);
  struct pollfd room = {.fd = ct_output, .events = POLLOUT};
  if (poll(&room, 1, 200) == 1) restore(ct_output, ct_features.console);
  ct_restore_modes();
  ct_replay_errors();
}

static void crash(int number) {
  give_back();
  signal(number, SIG_DFL);
  raise(number);
}

static void ring(void) {
  int error = errno;
  ssize_t ignored = write(bell[1], "", 1);
  (void)ignored;
  errno = error;
}

static void note(int number) {
  notes[number] = 1;
  ring();
}

/* Who asks twice gets no orderly end: the program may be busy. A lost connection is no such asking,
   and often told twice. */
static void end(int number) {
  if (!screen_is_up && number != SIGHUP && number != SIGTERM) return;
  if (notes[number] && screen_is_up && number != SIGHUP) {
    crash(number);
    return;
  }
  note(number);
}

static void catch(const int *numbers, unsigned long count, void (*action)(int), int flags) {
  for (unsigned long i = 0; i < count; i++) {
    int number = numbers[i];
    struct sigaction wanted;
    memset(&wanted, 0, sizeof wanted);
    wanted.sa_handler = action;
    wanted.sa_flags = flags;
    sigfillset(&wanted.sa_mask);
    notes[number] = 0;
    sigaction(number, NULL, &before[number]);
    /* nohup(1) and shells without job control have their reasons */
    bool ignored = before[number].sa_handler == SIG_IGN;
    if (ignored && action != crash && number != SIGWINCH && number != SIGCONT) continue;
    sigaction(number, &wanted, NULL);
  }
}

static void release(const int *numbers, unsigned long count) {
  for (unsigned long i = 0; i < count; i++) sigaction(numbers[i], &before[numbers[i]], NULL);
}

/* A stack that ran over cannot hold its own handler. */
static void use_crash_stack(void) {
  const unsigned long size = 64 * 1024;
  if (crash_stack == NULL) crash_stack = malloc(size);
  if (crash_stack == NULL) return;
  stack_t stack;
  memset(&stack, 0, sizeof stack);
  stack.ss_sp = crash_stack;
  stack.ss_size = size;
  sigaltstack(&stack, NULL);
}

static bool make_bell(void) {
  if (bell[0] >= 0) return true;
  if (pipe(bell) != 0) return false;
  for (int i = 0; i < 2; i++) {
    fcntl(bell[i], F_SETFD, FD_CLOEXEC);
    fcntl(bell[i], F_SETFL, O_NONBLOCK);
  }
  atomic_store(&bell_made, true);
  if (atomic_load(&wake_asked)) ring();
  return true;
}

bool ct_guard(void) {
  if (!make_bell() || tcgetattr(ct_input, &modes) != 0) return false;
  use_crash_stack();
  catch(fatal, COUNT(fatal), crash, SA_ONSTACK);
  catch(ending, COUNT(ending), end, SA_RESTART | SA_ONSTACK);
  catch(noted, COUNT(noted), note, SA_RESTART | SA_ONSTACK);
  return true;
}

void ct_unguard(void) {
  release(noted, COUNT(noted));
  release(ending, COUNT(ending));
  release(fatal, COUNT(fatal));
}

void ct_guard_screen(bool up) {
  screen_is_up = up;
  if (before[SIGTSTP].sa_handler == SIG_IGN) return;
  /* the program in front may stop all of its group, this one with it */
  if (up) {
    struct sigaction wanted;
    memset(&wanted, 0, sizeof wanted);
    wanted.sa_handler = note;
    wanted.sa_flags = SA_RESTART | SA_ONSTACK;
    sigfillset(&wanted.sa_mask);
    sigaction(SIGTSTP, &wanted, NULL);
    notes[SIGCONT] = 0;
  } else {
    signal(SIGTSTP, SIG_DFL);
  }
}

void ct_stop(void) {
  ct_leave();
  raise(SIGTSTP);
  ct_enter();
}

static bool take(int number) {
  if (!notes[number]) return false;
  notes[number] = 0;
  return true;
}

static void gather(struct ct_news *news) {
  char drained[64];
  while (read(bell[0], drained, sizeof drained) > 0) {
  }
  news->woken = atomic_exchange(&wake_asked, false);
  news->resized = take(SIGWINCH);
  news->continued = take(SIGCONT);
  news->stopped = take(SIGTSTP);
  news->gone = take(SIGHUP);
  for (unsigned long i = 1; i < COUNT(ending); i++) {
    if (take(ending[i])) news->ended = ending[i];
  }
}

/* At the end of input, or when the terminal is gone, reading tells at once and for ever. */
static void read_keys(struct ct_news *news, short events, uint8_t *buffer, int32_t room) {
  if (events & POLLIN) {
    ssize_t count = read(ct_input, buffer, (unsigned long)room);
    if (count > 0) news->count = (int32_t)count;
    if (count == 0 || (count < 0 && errno != EINTR && errno != EAGAIN)) news->gone = true;
  } else if (events & (POLLHUP | POLLERR | POLLNVAL)) {
    news->gone = true;
  }
}

struct ct_news ct_wait(int32_t timeout, const int32_t *descriptors, int32_t watched,
                       uint8_t *buffer, int32_t room) {
  enum { MOST = 8 };
  struct ct_news news = {.ready = -1};
  struct pollfd polled[2 + MOST] = {
      {.fd = ct_input, .events = POLLIN}, {.fd = bell[0], .events = POLLIN}};
  if (watched > MOST) watched = MOST;
  for (int32_t i = 0; i < watched; i++) {
    polled[2 + i] = (struct pollfd){.fd = descriptors[i], .events = POLLIN};
  }
  int count = poll(polled, 2 + (nfds_t)watched, timeout);
  gather(&news);
  if (count <= 0) return news;
  read_keys(&news, polled[0].revents, buffer, room);
  for (int32_t i = watched - 1; i >= 0; i--) {
    if (polled[2 + i].revents != 0) news.ready = descriptors[i];
  }
  return news;
}

void ct_wake(void) {
  atomic_store(&wake_asked, true);
  if (atomic_load(&bell_made)) ring();
}

int64_t ct_now(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}
