# What jailscope runs on a host that it looks at over ssh: functions that requests call, and the loop
# that reads requests. POSIX sh and programs of the base system; $k is the nonce of the connection and
# $s this text. Nothing is written but what a request names.

set -u
umask 077
# an answer that nobody reads any more must not end what is being cleaned up
trap '' HUP INT PIPE
PATH=/sbin:/bin:/usr/sbin:/usr/bin
LC_ALL=C
export PATH LC_ALL
unset ENV CDPATH
exec 2>/dev/null
nl='
'

# Statuses: 0 done, 1 failed and the reason is printed, 2 nothing is there, 3 something is there,
# 4 something of another kind is there, 75 another has the lock.

case $(uname -s) in
  *BSD | DragonFly | Darwin)
    status() { stat -f 'o%p %d %i %l %z %u %g %Fm %Uf' "$1" 2>&1; }
    digest() { sha256 -q "$1"; }
    holding() { lockf -k -s -t 0 "$@"; }
    list() { getfacl -qn "$1"; }
    names_of_attributes() { lsextattr -q user "$1"; }
    set_list() { setfacl -b -n -M - "$1" 2>&1; }
    no_target=-h
    ;;
  *)
    status() { stat -c 'x%f %d %i %h %s %u %g %.9Y 0' "$1" 2>&1; }
    digest() { sha256sum <"$1" | cut -d' ' -f1; }
    holding() { flock -n -E 75 "$@"; }
    list() { :; }
    names_of_attributes() { :; }
    set_list() { return 1; }
    no_target=-T
    ;;
esac
if command -v fsync >/dev/null; then
  flush() { fsync "$1" 2>&1; }
else
  flush() { sync "$1" 2>&1; }
fi

there() { [ -e "$1" ] || [ -L "$1" ]; }

any() {
  for path; do ! there "$path" || return 0; done
  return 2
}

# recv SIZE: just so many bytes of what follows the request
recv() {
  left=$1
  while [ "$left" -gt 0 ]; do
    size=$left
    [ "$size" -le 65536 ] || size=65536
    # the last line of what dd says begins with how many bytes there were
    { got=$(dd bs="$size" count=1 2>&1 >&3 | sed -n '$s/[^0-9].*//p'); } 3>&1
    [ "${got:-0}" -gt 0 ] || return 1
    left=$((left - got))
  done
}

# piped FUNCTION...: calls it, and reads what it leaves of what comes in
piped() {
  "$@"
  result=$?
  cat >/dev/null
  return "$result"
}

# probe ROOT PATH FUNCTION: calls a function of the probe; what it wants goes to nothing else
probe() (
  set +u
  JAILSCOPE_ROOT=$1
  JAILSCOPE_PATH=$2
  [ "$3" = jailscope_read ] || exec </dev/null
  probe_functions
  "$3" jailscope-probe
)

hello() {
  echo "system $(uname -s)"
  echo "user $(id -u)"
  echo "time $(date +%s)"
  echo "process $$"
  echo "connection ${SSH_CONNECTION-}"
}

open_path() { # PATH of a directory, links followed
  [ -e "$1" ] || return 2
  [ -d "$1" ] || return 4
  status "$1/."
}

open_folder() {
  there "$1" || return 2
  [ -d "$1" ] && [ ! -L "$1" ] || return 4
  status "$1"
}

open_reading() {
  there "$1" || return 2
  [ ! -L "$1" ] || return 4
  status "$1"
}

open_creating() {
  there "$1" && return 3
  reason=$( (set -C; : >"$1") 2>&1) || { echo "$reason"; return 1; }
  status "$1"
}

open_appending() {
  [ ! -L "$1" ] || return 4
  reason=$( (: >>"$1") 2>&1) || { echo "$reason"; return 1; }
  status "$1"
}

status_of() {
  there "$1" || return 2
  status "$1"
}

target() {
  there "$1" || return 2
  [ -L "$1" ] || return 4
  readlink -n "$1" 2>&1
}

names() {
  [ -d "$1" ] || return 2
  (cd "$1" && find . -mindepth 1 -maxdepth 1 -print0)
}

space() { df -kP "$1" | awk 'NR == 2 { print $4 }'; }

# content PATH DIGEST...: what is in a file, unless it is something that is known already
content() {
  [ -f "$1" ] || return 2
  file=$1
  shift
  sum=$(digest "$file")
  for known; do
    [ "$known" != "$sum" ] || { echo "same $sum"; return; }
  done
  echo bytes
  cat "$file" 2>&1
}

# append PATH SIZE DIGEST: puts what comes in behind what is there; the digest, if one is given, is
# that of all that is there then
append() {
  before=$(wc -c <"$1")
  reason=$(cat 2>&1 >>"$1") || { echo "$reason"; return 1; }
  [ "$(wc -c <"$1")" -eq $((before + $2)) ] || { echo "not all of it came"; return 1; }
  [ -z "$3" ] || [ "$(digest "$1")" = "$3" ] || { echo "something else came"; return 1; }
}

# overwrite PATH: puts what comes in over what is there, from the start
overwrite() { cat 2>&1 1<>"$1"; }

synchronize() { flush "$1"; }
own() { chown "$2:$3" "$1" 2>&1; }
permit() { chmod "$2" "$1" 2>&1; }

attributes() {
  list "$1" | sed 's/^/acl /'
  for name in $(names_of_attributes "$1"); do echo "user $name"; done
}

set_acl() { set_list "$1"; }
set_flags() { chflags "$2" "$1" 2>&1; }

second_name() {
  there "$2" && return 3
  ln "$1" "$2" 2>&1
}

rename() {
  there "$1" || return 2
  [ ! -d "$2" ] || { echo "is a directory"; return 1; }
  mv -f "$no_target" "$1" "$2" 2>&1
}

remove() {
  there "$1" || return 2
  rm -f "$1" 2>&1
}

make_folder() {
  there "$1" && return 3
  mkdir -m "$2" "$1" 2>&1
}

remove_folder() { rmdir "$1" 2>&1; }

accepts() {
  /bin/sh -n <"$1" >/dev/null
  case $? in
    0) echo yes ;;
    126 | 127) echo unknown ;;
    *) echo no ;;
  esac
}

tell_log() { logger -t jailscope -p user.notice -- "$1"; }

# The lock of a file is another program's to hold: it runs this script once more, which answers until
# the lock is given back.
lock() {
  JAILSCOPE_SCRIPT=$s JAILSCOPE_NONCE=$k JAILSCOPE_ID=$id \
    holding "$1" /bin/sh -c 's=$JAILSCOPE_SCRIPT; eval "$s"' 2>&1
  result=$?
  [ "$result" -ne 0 ] || answered=yes
  return "$result"
}

unlock() {
  finish 0
  exit 0
}

finish() { printf '\n%s %s END %s\n' "$k" "$id" "$1"; }

serve() {
  while IFS=' ' read -r id line; do
    answered=
    printf '\n%s %s BEGIN\n' "$k" "$id"
    eval "$line"
    status=$?
    [ -n "$answered" ] || finish "$status"
  done
  exit 0
}

if [ -n "${JAILSCOPE_ID-}" ]; then
  k=$JAILSCOPE_NONCE
  id=$JAILSCOPE_ID
  unset JAILSCOPE_SCRIPT JAILSCOPE_NONCE JAILSCOPE_ID
  finish 0
fi
serve
