# The guard of a live change: all that is done on the host that is changed.
#
# sh(1) and tools of FreeBSD's base system alone. It comes as text, by whatever starts sh(1) there,
# with the arguments below, itself in $self, and the plan on standard input. What it answers is lines
# of a word and a text.
#
#   RUN ROOT TOOLS arm ID SECONDS PATIENCE
#                                     starts two guards, which wait PATIENCE seconds for go
#   RUN ROOT TOOLS go ID              has the change made
#   RUN ROOT TOOLS status [ID]
#   RUN ROOT TOOLS confirm ID NONCE CONNECTION
#   RUN ROOT TOOLS revert ID
#   RUN ROOT TOOLS files ID           the change of files that belongs to it
#   RUN ROOT TOOLS written ID         these files are written: all is over
#
# RUN is the directory of changes, ROOT stands in front of paths of the host, and TOOLS is a directory
# with programs that stand in for those of the base system, or empty.
#
# Nothing but a guard changes the network, and only one at a time: who wants a change back decides
# that, and the guard that holds it takes it back. A decision is made by link(2), which succeeds once.
# Every file of a change is gone after a boot (rc.d/cleanvar), and so is what it did.
set -uf
umask 077
run=$1 root=$2 tools=$3 verb=$4 id=${5:-}
PATH=${tools:+$tools:}/sbin:/bin:/usr/sbin:/usr/bin
LC_ALL=C
export PATH LC_ALL
# what is said to a connection that is gone must not end the clean-up
trap '' HUP PIPE
cd / || exit 70
d=$run/$id

refuse() { # STATUS TEXT
	printf 'error %s\n' "$2"
	exit "$1"
}

content() { # FILE: its first line; nothing if there is none
	first=
	{ IFS= read -r first <"$1"; } 2>/dev/null
	printf '%s' "$first"
}

put() { # FILE TEXT: the whole text or nothing is there for others
	printf '%s\n' "$2" >"$1.$$" && mv -f "$1.$$" "$1"
}

note() { printf '%s\n' "$1" >>"$d/log"; }

say() { # STATE
	put "$d/state" "$1"
	case $1 in
	reverted-with-errors) put "$run/trouble" "$id" ;;
	reverted) rm -f "$run/trouble" ;;
	esac
	logger -t jailscope "live change $id: $1" </dev/null >/dev/null 2>&1
	case $1 in
	reverted*) printf 'jailscope: live change %s: %s\n' "$id" "$1" | wall >/dev/null 2>&1 ;;
	esac
}

decide() { # WHO: true for the first one alone
	printf '%s\n' "$1" >"$d/by.$$" && ln "$d/by.$$" "$d/decided" 2>/dev/null
	won=$?
	rm -f "$d/by.$$"
	return $won
}

busy() { # who holds the host, if anybody does, and the process that armed it
	holder='' arming=''
	{ read -r holder arming <"$run/busy"; } 2>/dev/null
	[ -n "$holder" ]
}

free() {
	busy && [ "$holder" = "$id" ] || return 0
	[ ! -e "$d/state" ] || put "$run/last" "$id"
	rm -f "$run/busy"
}

alive() { # ROLE: whether that guard runs, and not another program under its number
	pid=$(content "$d/$1")
	[ -n "$pid" ] && kill -0 "$pid" 2>/dev/null || return 1
	command -v ps >/dev/null || return 0
	case $(ps -ww -p "$pid" -o args= 2>/dev/null) in
	*"$d/guard"*) ;;
	*) return 1 ;;
	esac
}

# --- what the host is like

addresses() {
	ifconfig -a | awk '
		function bits(mask,   i, n) {
			for (i = 3; i <= length(mask); i++)
				n += substr("0112122312232334", index("0123456789abcdef", substr(mask, i, 1)), 1)
			return n + 0
		}
		/^[^ \t]/ { name = $1; sub(/:$/, "", name); next }
		$1 == "inet" {
			for (i = 2; i < NF; i++)
				if ($i == "netmask") print "address", name, "inet", $2 "/" bits($(i + 1))
		}
		$1 == "inet6" && $2 !~ /^fe80:/ && !/ (autoconf|temporary)/ {
			sub(/%.*/, "", $2)
			for (i = 3; i < NF; i++)
				if ($i == "prefixlen") print "address", name, "inet6", $2 "/" $(i + 1)
		}'
}

routes() { # those that somebody set
	netstat -rnW | awk '
		/^Internet6:/ { family = "inet6"; next }
		/^Internet:/ { family = "inet"; next }
		$1 == "Destination" { for (i = 1; i <= NF; i++) if ($i == "Netif") column = i; next }
		family == "" || NF < column || $column == "lo0" || $3 !~ /[GSD1]/ { next }
		{
			to = $1
			sub(/%[^\/]*/, "", to)
			if (to == "default") to = family == "inet" ? "0.0.0.0/0" : "::/0"
			if (to !~ /\//) to = to (family == "inet" ? "/32" : "/128")
			print "route", to, $2, $column
		}'
}

jails() {
	# what a jail calls itself may look like another word: its name stands before, addresses behind
	jls -dnq | awk '{
		name = ""; inet = ""; inet6 = ""; own = 0; dying = 0
		for (i = 1; i <= NF; i++) {
			if (name == "" && $i ~ /^name=/) name = substr($i, 6)
			if ($i == "vnet=new") own = 1
			if ($i == "dying") dying = 1
			if ($i ~ /^ip4\.addr=/) inet = substr($i, 10)
			if ($i ~ /^ip6\.addr=/) inet6 = substr($i, 10)
		}
		list = inet (inet != "" && inet6 != "" ? "," : "") inet6
		gsub(/%[^,]*/, "", list)
		if (!dying) print "jail", name, own || list == "" ? "-" : list
	}'
}

snapshot() { { addresses && routes && jails; } | sort; }

ways() { # where packets to some addresses go
	while read -r family to; do
		printf 'way %s' "$to"
		route -n get "-$family" "$to" 2>/dev/null | awk '
			$1 == "gateway:" || $1 == "interface:" { printf " %s", $2 }'
		echo
	done <"$d/ways"
}

as_before() {
	snapshot >"$d/now" 2>/dev/null && cmp -s "$d/now" "$d/check" \
		&& [ "$(ways)" = "$(cat "$d/ways.before")" ]
}

difference() { # the first line of what is there now and what was before
	comm -3 "$d/check" "$d/now" | awk 'NR == 1 { print /^\t/ ? "new is" : "gone is", $0 }' | tr -d '\t'
}

as_wanted() {
	snapshot >"$d/now" 2>/dev/null || return 1
	while read -r word line; do
		if grep -qxF -e "$line" "$d/now"; then there=has; else there=lacks; fi
		[ "$there" = "$word" ] || { note "not so after the change: $word $line"; return 1; }
	done <"$d/verify"
	[ "$(ways)" = "$(cat "$d/ways.before")" ] || { note "a route is another after the change"; return 1; }
}

digest() {
	if command -v sha256 >/dev/null; then sha256 -q "$1"; else sha256sum "$1" | cut -c 1-64; fi
}

files_as_planned() {
	while read -r sum path; do
		[ "$(digest "$root$path" 2>/dev/null)" = "$sum" ] || { changed=$path; return 1; }
	done <"$d/files"
}

# --- what is done to it

perform() { # LINE: words, the first of which is one of two programs; nothing in it is expanded
	# shellcheck disable=SC2086
	set -- $1
	case ${1-} in
	ifconfig | jail) "$@" </dev/null >>"$d/log" 2>&1 ;;
	*) return 64 ;;
	esac
}

advance() {
	while IFS= read -r line; do
		[ ! -e "$d/decided" ] || return 1
		perform "$line" || { note "failed: $line"; return 1; }
	done <"$d/do"
}

retreat() {
	[ -e "$d/began" ] || { say failed; free; return; }
	while IFS= read -r line; do
		perform "$line" || note "failed: $line"
	done <"$d/undo"
	i=0
	until as_before; do
		i=$((i + 1))
		[ "$i" -lt 5 ] || {
			note "not as before: $(difference)"
			say reverted-with-errors
			free
			return
		}
		sleep 0.2
	done
	say reverted
	free
}

over() { # whether there is nothing left to guard
	case $(content "$d/state") in
	armed | applied) return 1 ;;
	esac
}

finish() { # the end of a change by whoever holds it; that of a confirmed one is not told by guards
	if ! over; then
		decide gone
		case $(content "$d/decided") in
		confirm) [ "$verb" = guard ] || say confirmed ;;
		*) retreat ;;
		esac
	elif [ ! -e "$d/state" ]; then
		free
		rm -rf "$d"
	elif [ "$(content "$d/state")" != confirmed ]; then
		free
	fi
}

inherit() { # true for one process at a time
	printf '%s\n' $$ >"$d/heir.$$"
	until ln "$d/heir.$$" "$d/heir" 2>/dev/null; do
		[ -d "$d" ] && ! kill -0 "$(content "$d/heir")" 2>/dev/null || break
		rm -f "$d/heir"
	done
	rm -f "$d/heir.$$"
	[ "$(content "$d/heir")" = $$ ]
}

settle() ( # finishes a change whose guards are gone
	busy || exit 0
	id=$holder d=$run/$holder
	[ -d "$d" ] || { free; exit 0; }
	if [ ! -e "$d/ready" ] && kill -0 "$arming" 2>/dev/null; then exit 0; fi
	if alive worker || alive backup || ! inherit; then exit 0; fi
	finish
	rm -f "$d/heir"
)

# --- the guards

start() { # ROLE: without the session, its terminal and its signals
	set -- sh "$d/guard" "$run" "$root" "$tools" guard "$id" "$seconds" "$patience" "$1"
	if [ "$(uname)" = FreeBSD ] || [ -x "${tools:-/}/daemon" ]; then
		daemon -f "$@"
	else
		(setsid "$@" </dev/null >/dev/null 2>&1 &)
	fi
}

await_go() { # TICKS: true when the change is to be made
	i=0
	until [ -e "$d/go" ]; do
		[ "$i" -lt "$1" ] && [ -d "$d" ] && [ ! -e "$d/decided" ] || { decide silence; return 1; }
		i=$((i + 1))
		sleep 0.2
	done
	[ ! -e "$d/decided" ]
}

worker() {
	if await_go $((patience * 5)); then
		: >"$d/began"
		if advance && as_wanted; then
			say applied
			i=0
			while [ "$i" -lt $((seconds * 5)) ] && [ ! -e "$d/decided" ]; do
				[ $((i % 5)) -ne 0 ] || put "$d/left" $((seconds - i / 5))
				i=$((i + 1))
				sleep 0.2
			done
			decide timeout
		else
			decide failure
		fi
	fi
	finish
}

backup() { # for when the worker is gone, or stuck in a command
	await_go $((patience * 5 + 10))
	i=0 limit=$((seconds * 5 + 10)) decided=
	until over || [ "$i" -ge "$limit" ]; do
		if [ -e "$d/decided" ]; then
			alive worker || break
			# that is time enough for it to take the change back
			[ -n "$decided" ] || decided=yes limit=$((i + 50))
		fi
		i=$((i + 1))
		sleep 0.2
	done
	over && exit 0
	decide timeout
	# with the command that it may be stuck in
	if alive worker; then kill -9 "-$pid" || kill -9 "$pid"; fi
	inherit && finish
}

# --- the verbs

take_plan() {
	for part in check files do undo verify ways keep about; do : >"$d/$part"; done
	while IFS= read -r line; do
		word=${line%% *} rest=${line#* }
		case $word in
		check) printf '%s\n' "$rest" >>"$d/check" ;;
		file) printf '%s\n' "$rest" >>"$d/files" ;;
		do | undo | verify | keep) printf '%s\n' "$rest" >>"$d/$word" ;;
		way) printf '%s\n' "$rest" >>"$d/ways" ;;
		title | from) printf '%s\n' "$line" >>"$d/about" ;;
		end) [ -s "$d/do" ] && [ -s "$d/undo" ] && return ;;
		*) return 1 ;;
		esac
	done
	return 1
}

giving_up() { # STATUS TEXT: of what was begun to be armed nothing is left
	free
	rm -rf "$d"
	refuse "$1" "$2"
}

check() {
	case $(mount -p 2>/dev/null | awk '$2 == "/" { print $3 }') in
	nfs*) giving_up 77 "the root is on NFS, which a change of the network can cut off" ;;
	esac
	if iscsictl -L 2>/dev/null | grep -q Connected; then
		giving_up 77 "disks are reached by iSCSI, which a change of the network can cut off"
	fi
	files_as_planned || giving_up 75 "$changed is not the file that the plan was made for"
	ways >"$d/ways.before"
	sort -o "$d/check" "$d/check"
	as_before || giving_up 75 "the host is not as it was when the plan was made: $(difference)"
}

arm() {
	for number in "$seconds" "$patience"; do
		case $number in '' | *[!0-9]*) refuse 64 "no number of seconds: $number" ;; esac
	done
	[ -n "$root$tools" ] || [ "$(id -u)" = 0 ] || refuse 77 "only root may change the running host"
	mkdir -p "$run" && [ ! -L "$run" ] && chmod 700 "$run" || refuse 73 "cannot keep changes in $run"
	settle
	mkdir "$d" 2>/dev/null || refuse 73 "there is a change $id already"
	printf '%s %s\n' "$id" $$ >"$d/claim"
	ln "$d/claim" "$run/busy" 2>/dev/null || {
		rm -rf "$d"
		busy
		refuse 73 "change $holder is pending"
	}
	take_plan || giving_up 65 "the plan is cut short or is none"
	check
	for old in $(ls "$run"); do
		case $old in "$id" | busy) ;; *) rm -rf "${run:?}/$old" ;; esac
	done
	dd if=/dev/urandom bs=8 count=1 2>/dev/null | od -An -tx1 | tr -d ' \n' >"$d/nonce"
	put "$d/window" "$seconds"
	printf '%s\n' "$self" >"$d/guard"
	put "$d/state" armed
	start worker
	start backup
	i=0
	until alive worker && alive backup; do
		i=$((i + 1))
		[ "$i" -lt 50 ] || { decide silence; finish; refuse 71 "the guards did not start"; }
		sleep 0.1
	done
	: >"$d/ready"
	report
}

go() {
	[ "$(content "$d/state")" = armed ] && [ ! -e "$d/decided" ] || refuse 75 "change $id is not armed"
	: >"$d/go"
	# a command that hangs is the backup's to end
	i=0
	while [ "$(content "$d/state")" = armed ] && [ "$i" -lt 50 ]; do
		i=$((i + 1))
		sleep 0.1
	done
	report
}

confirm() { # NONCE CONNECTION
	[ "$1" = - ] || [ "$1" = "$(content "$d/nonce")" ] || refuse 77 "this is not the nonce of change $id"
	case $(content "$d/state") in
	applied) ;;
	confirmed) report; return ;;
	*) refuse 75 "change $id is $(content "$d/state")" ;;
	esac
	if [ "$2" != - ] && grep -qxF -e "from $2" "$d/about"; then
		refuse 77 "this connection is older than the change and proves nothing: log in anew"
	fi
	# whoever was not told that it is confirmed says so once more
	decide confirm || [ "$(content "$d/decided")" = confirm ] ||
		refuse 75 "too late: change $id is taken back"
	say confirmed
	for role in worker backup; do
		i=0
		while alive $role && [ "$i" -lt 50 ]; do
			i=$((i + 1))
			[ "$i" -lt 25 ] || kill -9 "$pid"
			sleep 0.2
		done
	done
	report
}

revert() {
	case $(content "$d/state") in
	armed | applied)
		decide operator
		[ "$(content "$d/decided")" != confirm ] || refuse 75 "change $id is confirmed"
		i=0
		until over || [ "$i" -ge 150 ]; do
			settle
			i=$((i + 1))
			sleep 0.2
		done
		;;
	confirmed)
		[ ! -e "$d/written" ] || refuse 75 "the files of change $id are written"
		inherit || refuse 73 "change $id is being taken back"
		retreat
		;;
	reverted-with-errors)
		inherit || refuse 73 "change $id is being taken back"
		retreat
		;;
	esac
	rm -f "$d/heir"
	report
}

report() {
	printf 'change %s\n' "$id"
	for part in state window left nonce; do
		[ ! -s "$d/$part" ] || printf '%s %s\n' "$part" "$(content "$d/$part")"
	done
	[ ! -e "$d/decided" ] || printf 'decided %s\n' "$(content "$d/decided")"
	[ ! -e "$d/written" ] || printf 'written yes\n'
	[ ! -s "$d/keep" ] || printf 'keeps files\n'
	busy && [ "$holder" = "$id" ] && printf 'pending yes\n'
	cat "$d/about"
	for part in do undo log; do
		[ ! -s "$d/$part" ] || sed "s/^/$part /" "$d/$part"
	done
	return 0
}

case $id in *[!A-Za-z0-9]*) refuse 64 "no name of a change: $id" ;; esac
if [ "$verb" = arm ] || [ "$verb" = guard ]; then
	[ -n "$id" ] || refuse 64 "a change needs a name"
	seconds=${6:-} patience=${7:-}
else
	[ ! -d "$run" ] || [ -x "$run" ] || refuse 77 "only root knows of live changes"
	settle
	if [ -z "$id" ]; then
		if busy; then id=$holder; else id=$(content "$run/last"); fi
		[ -n "$id" ] || refuse 69 "no live change is pending"
		d=$run/$id
	fi
	[ -e "$d/state" ] || refuse 69 "there is no live change $id; a boot takes one back"
fi
case $verb in
arm) arm ;;
guard)
	trap '' HUP INT QUIT TERM PIPE
	put "$d/$8" $$
	case $8 in worker) worker ;; backup) backup ;; esac
	;;
go) go ;;
status) report ;;
confirm) confirm "${6:--}" "${7:--}" ;;
revert) revert ;;
files) cat "$d/keep" ;;
written)
	: >"$d/written"
	free
	report
	;;
*) refuse 64 "no verb: $verb" ;;
esac
