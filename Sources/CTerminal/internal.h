/* What the parts of this target share. */
#ifndef CTERMINAL_INTERNAL_H
#define CTERMINAL_INTERNAL_H

#if defined(__linux__) && !defined(_GNU_SOURCE)
#define _GNU_SOURCE 1
#endif

#include "CTerminal.h"

/* Where keys come from and where the screen goes. */
extern int ct_input, ct_output;

/* What the terminal may be sent that its description does not speak of, and whether it is Linux'
   console. */
struct ct_features {
  bool paste, synchronized, mouse, clipboard, console;
};
extern struct ct_features ct_features;

/* Finds the best description there is of the terminal: a name for newterm. While embedded is set,
   the name is known only between ct_begin_embedded and ct_end_embedded. */
const char *ct_description(bool *embedded);
void ct_begin_embedded(void);
void ct_end_embedded(void);
struct ct_features ct_features_of(const char *term);
/* Lines are drawn with characters of their own, so a change of attributes need not say that the
   terminal's line drawing set is off: a tenth of all bytes. */
void ct_leave_line_drawing_out(void);
/* Reads the keys of the description that newterm has taken. */
void ct_learn_keys(void);

/* Signals: caught from ct_guard on until ct_unguard. While another program has the terminal, keys
   that end a program are its own. */
bool ct_guard(void);
void ct_unguard(void);
void ct_guard_screen(bool up);

/* A file that goes with its last descriptor; -1 when there can be none. */
int ct_nameless_file(const char *purpose);

/* Standard error, kept while the screen is up and shown when it is down. */
void ct_capture_errors(void);
void ct_release_errors(void);

/* Safe in a signal's handler. */
void ct_write_all(int descriptor, const void *bytes, unsigned long count);
/* Sends what was written to a file so far. */
void ct_send_kept(int file, int descriptor);
void ct_replay_errors(void);
void ct_restore_modes(void);

#endif
