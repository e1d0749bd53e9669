/* Which description of the terminal ncurses is to work from, and what else it may be sent. */
#include "internal.h"

#include <curses.h>
#include <stdlib.h>
#include <string.h>
#include <term.h>

/* What xterm, tmux, screen and the consoles share, for machines without a terminfo database:
   infocmp -x -0 -qQ2 of this source.

   jailscope|what xterm and its kin share,
     am, mir, msgr, xenl, colors#256, cols#80, it#8, lines#24, pairs#65536, bel=^G, bold=\E[1m,
     civis=\E[?25l, clear=\E[H\E[2J, cnorm=\E[?25h, cr=\r, csr=\E[%i%p1%d;%p2%dr, cub=\E[%p1%dD,
     cub1=^H, cud=\E[%p1%dB, cud1=\n, cuf=\E[%p1%dC, cuf1=\E[C, cup=\E[%i%p1%d;%p2%dH,
     cuu=\E[%p1%dA, cuu1=\E[A, dim=\E[2m, ed=\E[J, el=\E[K, home=\E[H, hpa=\E[%i%p1%dG, ind=\n,
     kbs=^?, kcbt=\E[Z, kcub1=\EOD, kcud1=\EOB, kcuf1=\EOC, kcuu1=\EOA, kdch1=\E[3~, kend=\EOF,
     khome=\EOH, kich1=\E[2~, knp=\E[6~, kpp=\E[5~, op=\E[39;49m, rev=\E[7m, ri=\EM,
     rmcup=\E[?1049l, rmkx=\E[?1l\E>, rmul=\E[24m,
     setab=\E[%?%p1%{8}%<%t4%p1%d%e%p1%{16}%<%t10%p1%{8}%-%d%e48;5;%p1%d%;m,
     setaf=\E[%?%p1%{8}%<%t3%p1%d%e%p1%{16}%<%t9%p1%{8}%-%d%e38;5;%p1%d%;m, sgr0=\E[m,
     smcup=\E[?1049h, smkx=\E[?1h\E=, smul=\E[4m, vpa=\E[%i%p1%dd, */
static const char embedded_name[] = "jailscope";
static const char embedded_entry[] =
    "b64:HgInAA8ADwBpAY0BamFpbHNjb3BlfHdoYXQgeHRlcm0gYW5kIGl0cyBraW4gc2hhcmUAAAEAAAEAAAAAAAAAAAEBUA"
    "AAAAgAAAAYAAAA_____________________________________________________wABAAAAAAEA__8AAAIABAD__xUA"
    "HQAhACUA__8wAEEAQwBHAE4A__9QAFcA__9bAP__________________XwBkAP__bQD_______9yAP__dwD_____fACAAP"
    "_______4kA__________________________-PAP_______5EA__-WAP____________________________________-a"
    "AJ4A__-jAP__pwCsALEA________tQC5AMEA_____________________________________________8kA________0g"
    "DbAP__5AD________________________________tAP__-AD6AP__________________________________________"
    "___9AP_______________________________________wEB______________________________________________"
    "______________________________________________________________________________________________"
    "______________________________________________________________________________________________"
    "______________________________________________________________________________________________"
    "________________________BQH___________________________________________________________________"
    "______________________________________________________________________________________________"
    "_w4BTQEHAA0AG1slaSVwMSVkOyVwMiVkcgAbW0gbWzJKABtbSwAbW0oAG1slaSVwMSVkRwAbWyVpJXAxJWQ7JXAyJWRIAA"
    "oAG1tIABtbPzI1bAAIABtbPzI1aAAbW0MAG1tBABtbMW0AG1s_MTA0OWgAG1sybQAbWzdtABtbNG0AG1ttABtbPzEwNDls"
    "ABtbMjRtAH8AG1szfgAbT0IAG09IABtbMn4AG09EABtbNn4AG1s1fgAbT0MAG09BABtbPzFsGz4AG1s_MWgbPQAbWyVwMS"
    "VkQgAbWyVwMSVkRAAbWyVwMSVkQwAbWyVwMSVkQQAbWyVpJXAxJWRkAAoAG00AG1taABtPRgAbWzM5OzQ5bQAbWyU_JXAx"
    "JXs4fSU8JXQzJXAxJWQlZSVwMSV7MTZ9JTwldDklcDElezh9JS0lZCVlMzg7NTslcDElZCU7bQAbWyU_JXAxJXs4fSU8JX"
    "Q0JXAxJWQlZSVwMSV7MTZ9JTwldDEwJXAxJXs4fSUtJWQlZTQ4OzU7JXAxJWQlO20A";

static char *terminfo_before;

void ct_begin_embedded(void) {
  const char *value = getenv("TERMINFO");
  terminfo_before = value ? strdup(value) : NULL;
  setenv("TERMINFO", embedded_entry, 1);
}

void ct_end_embedded(void) {
  if (terminfo_before) {
    setenv("TERMINFO", terminfo_before, 1);
    free(terminfo_before);
    terminfo_before = NULL;
  } else {
    unsetenv("TERMINFO");
  }
}

static bool has(const char *capability) {
  const char *text = tigetstr(capability);
  return text != NULL && text != (char *)-1 && *text != '\0';
}

/* A screen needs a cursor that can be sent anywhere; colours given by their red, green and blue are
   not for palettes. */
static bool is_usable(const char *term) {
  int error;
  if (setupterm(term, ct_output, &error) != OK) return false;
  bool usable = has("cup") && tigetnum("colors") <= 256;
  del_curterm(cur_term);
  return usable;
}

static bool is_set(const char *variable) {
  const char *value = getenv(variable);
  return value != NULL && *value != '\0';
}

const char *ct_description(bool *embedded) {
  *embedded = false;
  const char *term = getenv("TERM");
  if (term != NULL && *term != '\0' && is_usable(term)) return term;
  bool is_modern = is_set("COLORTERM") || is_set("TMUX");
  if (is_modern && is_usable("xterm-256color")) return "xterm-256color";
  static const char *const usual[] = {"xterm", "vt100", "ansi"};
  for (unsigned i = 0; i < sizeof usual / sizeof *usual; i++) {
    if (is_usable(usual[i])) return usual[i];
  }
  *embedded = true;
  return embedded_name;
}

static bool starts(const char *text, const char *prefix) {
  return strncmp(text, prefix, strlen(prefix)) == 0;
}

struct ct_features ct_features_of(const char *term) {
  static const char *const plain[] = {"dumb", "vt", "ansi", "cons25", "pcansi", "sun"};
  for (unsigned i = 0; i < sizeof plain / sizeof *plain; i++) {
    if (starts(term, plain[i])) return (struct ct_features){0};
  }
  bool is_console = starts(term, "linux");
  /* GNU screen's parser, and not tmux that is called so for its description's sake */
  bool is_screen = starts(term, "screen") && !is_set("TMUX");
  return (struct ct_features){
      .paste = true,
      .synchronized = !is_screen && !is_console,
      .mouse = !is_console,
      .clipboard = !is_screen && !is_console,
      .console = is_console,
  };
}

/* Takes a part out of a capability where ncurses keeps it: term.h leads to a copy. */
static void drop(const char *capability, const char *part) {
  if (!has(capability)) return;
  char *found = strstr(tigetstr(capability), part);
  if (found == NULL) return;
  const char *rest = found + strlen(part);
  memmove(found, rest, strlen(rest) + 1);
}

void ct_leave_line_drawing_out(void) {
  drop("sgr", "%?%p9%t\033(0%e\033(B%;");
  drop("sgr", "%?%p9%t\016%e\017%;");
  drop("sgr0", "\033(B");
  drop("sgr0", "\017");
}

/* sudo(8) and doas(1) hide whether the link is a slow one. */
int32_t ct_escape_delay(void) {
  const char *wanted = getenv("ESCDELAY");
  int delay = wanted ? atoi(wanted) : 0;
  if (delay > 0 && delay <= 2000) return delay;
  bool may_be_remote = is_set("SSH_CONNECTION") || is_set("SSH_CLIENT") || is_set("SSH_TTY") ||
                       is_set("SUDO_USER") || is_set("DOAS_USER");
  return may_be_remote ? 100 : 25;
}

/* The names of the keys that differ between terminals, and what this one sends for them. */
static const char *const names[] = {
    "kcuu1", "kcud1", "kcub1", "kcuf1", "khome", "kend", "kpp", "knp", "kich1", "kdch1", "kcbt",
    "kent", "kbs", "kf1", "kf2", "kf3", "kf4", "kf5", "kf6", "kf7", "kf8", "kf9", "kf10", "kf11",
    "kf12",
};
enum { NAMES = sizeof names / sizeof *names, LONGEST = 16 };
static char keys[NAMES][LONGEST];

void ct_learn_keys(void) {
  memset(keys, 0, sizeof keys);
  for (int i = 0; i < NAMES; i++) {
    if (!has(names[i])) continue;
    const char *text = tigetstr(names[i]);
    if (strlen(text) < LONGEST) strcpy(keys[i], text);
  }
}

const char *ct_key(const uint8_t *bytes, int32_t count) {
  if (count <= 0 || count >= LONGEST) return NULL;
  for (int i = 0; i < NAMES; i++) {
    if (strlen(keys[i]) == (size_t)count && memcmp(keys[i], bytes, (size_t)count) == 0) {
      return names[i];
    }
  }
  return NULL;
}
