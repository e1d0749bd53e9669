# The probe of jailscope: prints a capture of the host it runs on, as docs/capture.md says.
# For sh(1); it reads a host, writes nothing, and needs its base system alone.

# Makes the shell what the rest expects; it changes nothing for whoever calls from outside.
jailscope_prepare() {
  LC_ALL=C
  PATH=${JAILSCOPE_PATH:-/sbin:/bin:/usr/sbin:/usr/bin}
  # tests have a host below a directory
  jailscope_root=${JAILSCOPE_ROOT:-}
  # what awk(1) can't make of a number everywhere
  JAILSCOPE_HIGH=$(awk 'BEGIN { for (i = 128; i < 256; i++) printf "\\%o", i }' </dev/null)
  JAILSCOPE_HIGH=$(printf "$JAILSCOPE_HIGH")
  export LC_ALL PATH JAILSCOPE_HIGH
  IFS='
'
  set +f +u +e
}

jailscope_say() { printf '%s\n' "$@"; }
case ${KSH_VERSION:-} in
*MIRBSD*) jailscope_say() { for said; do print -r -- "$said"; done; } ;;
esac

# The places that are read of every host: a slash at the end lists a directory, a star stands for any
# name or part of one.
jailscope_usual() {
  jailscope_say \
    '/etc/' '/etc/defaults/rc.conf' '/etc/defaults/vendor.conf' '/etc/rc.conf' \
    '/etc/rc.conf.local' '/etc/rc.conf.d/*' '/etc/rc.conf.d/ezjail/*' '/etc/rc.conf.d/jail/*' \
    '/etc/rc.conf.d/netif/*' '/etc/rc.conf.d/network/*' '/etc/rc.conf.d/routing/*' \
    '/etc/start_if.*' '/etc/jail.conf' '/etc/jail.*.conf' '/etc/jail.conf.d/*' '/etc/fstab.*' \
    '/etc/hosts' '/etc/os-release' '/etc/sysctl.conf' \
    '/etc/sysctl.conf.local' '/bin/freebsd-version' '/iocage/' '/iocage/defaults.json' \
    '/iocage/jails/*/config.json' '/usr/local/' \
    '/usr/local/appjail/jails/*/conf/boot/startup/boot' \
    '/usr/local/appjail/jails/*/conf/boot/startup/priority' \
    '/usr/local/appjail/jails/*/conf/template.conf' \
    '/usr/local/bastille/jails/*/jail.conf' '/usr/local/bastille/jails/*/settings.conf' \
    '/usr/local/etc/' '/usr/local/etc/bastille/*.conf' '/usr/local/etc/ezjail.conf' \
    '/usr/local/etc/ezjail/*' '/usr/local/etc/jailscope.toml' '/usr/local/etc/pot/*.conf' \
    '/usr/local/etc/qjail.global/*' '/usr/local/etc/qjail.local/*' '/usr/local/etc/rc.conf.d/*' \
    '/usr/local/etc/rc.conf.d/ezjail/*' '/usr/local/etc/rc.conf.d/jail/*' \
    '/usr/local/etc/rc.conf.d/netif/*' '/usr/local/etc/rc.conf.d/network/*' \
    '/usr/local/etc/rc.conf.d/routing/*' '/usr/local/etc/rc.d/'
}

# The files that decide what the network of a jail is that has a stack of its own.
jailscope_inside() {
  jailscope_say \
    '/etc/defaults/rc.conf' '/etc/defaults/vendor.conf' '/etc/rc.conf' '/etc/rc.conf.local' \
    '/etc/rc.conf.d/*' '/etc/rc.conf.d/netif/*' '/etc/rc.conf.d/network/*' \
    '/etc/rc.conf.d/routing/*' '/etc/start_if.*' '/usr/local/etc/rc.conf.d/*' \
    '/usr/local/etc/rc.conf.d/netif/*' '/usr/local/etc/rc.conf.d/network/*' \
    '/usr/local/etc/rc.conf.d/routing/*'
}

# From such patterns to requests: r lists a directory or reads a file, f wants a file.
jailscope_requests() {
  while read -r pattern; do
    case $pattern in
    */) jailscope_say "r ${pattern%/}" ;;
    */'*'/*)
      folder=${pattern%%/'*'/*}
      jailscope_say "r $folder"
      jailscope_names "$1$folder" '' ''
      set -f
      for name in $names; do jailscope_say "f $folder/$name/${pattern#*/'*'/}"; done
      set +f
      ;;
    *'*'*)
      folder=${pattern%/*}
      name=${pattern##*/}
      jailscope_say "r $folder"
      jailscope_names "$1$folder" "${name%%'*'*}" "${name#*'*'}"
      set -f
      for name in $names; do jailscope_say "r $folder/$name"; done
      set +f
      ;;
    *) jailscope_say "f $pattern" ;;
    esac
  done
}

# Sets names to those in a directory that begin and end so, one a line; left, if some don't fit a line.
jailscope_names() {
  names=
  left=
  within=$1
  case $2 in
  '') set -- "$1"/*"$3" "$1"/.[!.]*"$3" "$1"/..?*"$3" ;;
  *) set -- "$1/$2"*"$3" ;;
  esac
  for name; do
    name=${name#"$within"/}
    case $name in
    *"$IFS"*) left=yes && continue ;;
    *'*'*) [ -e "$within/$name" ] || [ -h "$within/$name" ] || continue ;;
    esac
    names=$names$name$IFS
  done
}

# From requests to what there is: a letter with the path, and on lines of their own the path where it is
# read, a reason and names.
jailscope_find() {
  jail=
  file=F
  link=
  while read -r request; do
    path=${request#? }
    case $request in
    '') ;;
    'i /') jail= file=F link= ;;
    'i '*)
      jail=$jailscope_root$path
      inside=$path
      file=G
      [ -d "$jail" ] || jail=-
      ;;
    *)
      case $jail in
      '') jailscope_state "${request%% *}" "$path" "$jailscope_root$path" ;;
      -) jailscope_say "M$inside$path" ;;
      *)
        jailscope_walk "$path"
        jailscope_state "${request%% *}" "$inside$path" "$at"
        ;;
      esac
      ;;
    esac
  done
}

# Finds a path as a jail does whose root is $jail, so that no link leads out of it; sets at.
jailscope_walk() {
  at=$jail
  todo=${1#/}
  turns=0
  link=
  while [ -n "$todo" ]; do
    name=${todo%%/*}
    case $todo in
    */*) todo=${todo#*/} ;;
    *) todo= ;;
    esac
    # past what the link says
    [ ${#todo} -ge "${behind:-0}" ] || link=
    case $name in
    '' | .) ;;
    ..) [ "$at" = "$jail" ] || at=${at%/*} ;;
    *)
      if [ -h "$at/$name" ] && [ $turns -lt 32 ]; then
        turns=$((turns + 1))
        [ -n "$link" ] || behind=${#todo}
        name=$(readlink "$at/$name")
        link=${link:-$name}
        case $name in /*) at=$jail ;; esac
        todo=$name/$todo
      else
        at=$at/$name
      fi
      ;;
    esac
  done
}

# What stands at a path: the request, the path as it is told, the path where it is.
jailscope_state() {
  if [ -h "$3" ] && [ -n "$jail" ]; then
    jailscope_say "U$2" 'too many levels of symbolic links'
  elif [ -d "$3" ]; then
    case $1 in
    k) jailscope_say "Kdirectory $2" ;;
    f) jailscope_say "U$2" 'is a directory' ;;
    *) jailscope_list "$2" "$3" ;;
    esac
  elif [ "$1" = k ] && [ -e "$3" ]; then
    jailscope_say "Kother $2"
  elif [ -f "$3" ]; then
    if [ -r "$3" ]; then
      jailscope_say "$file$2" "$3"
    else
      jailscope_say "U$2" 'permission denied'
    fi
  elif [ -p "$3" ]; then
    jailscope_say "U$2" 'is a fifo'
  elif [ -c "$3" ]; then
    jailscope_say "U$2" 'is a character device'
  elif [ -b "$3" ]; then
    jailscope_say "U$2" 'is a block device'
  elif [ -e "$3" ]; then
    jailscope_say "U$2" 'is a socket'
  else
    jailscope_absent "$@"
  fi
}

jailscope_list() {
  if ! [ -r "$2" ]; then
    jailscope_say "U$1" 'permission denied'
    return
  fi
  jailscope_names "$2" '' ''
  jailscope_say "D$1" "$2"
  set -f
  for name in $names; do jailscope_say "+$name"; done
  set +f
  [ -z "$left" ] || jailscope_say "Nnames with a line feed are left out in $1"
}

# Tells why a path can't be followed, or that nothing stands there.
jailscope_absent() {
  way=
  todo=${3#/}
  while [ "$1" != k ]; do
    way=$way/${todo%%/*}
    if [ -h "$way" ] && ! [ -e "$way" ]; then
      jailscope_say "U$2" "dangling link to $(readlink "$way")"
      return
    fi
    [ -e "$way" ] || break
    if [ -d "$way" ] && ! [ -x "$way" ]; then
      jailscope_say "U$2" 'permission denied'
      return
    fi
    case $todo in
    */*) todo=${todo#*/} ;;
    *) break ;;
    esac
  done
  case $1$link in
  k*) jailscope_say "Kmissing $2" ;;
  r | f) jailscope_say "M$2" ;;
  *) jailscope_say "U$2" "dangling link to $link" ;;
  esac
}

# From requests with stars, as variables become, to those for what is there.
jailscope_expand() {
  while read -r request; do
    path=${request#? }
    case $path in
    *'*'*)
      folder=${path%%'*'*}
      [ "${folder%/*}" = "" ] || jailscope_say "r ${folder%/*}"
      set -- "$jailscope_root"$path
      ;;
    *) set -- "$jailscope_root$path" ;;
    esac
    for found; do
      case $path in *'*'*) [ -e "$found" ] || continue ;; esac
      found=${found#"$jailscope_root"}
      case $request in
      'i '*)
        [ -d "$jailscope_root$found/etc" ] && [ "$found" != / ] || continue
        jailscope_say "i $found"
        jailscope_inside | jailscope_requests "$jailscope_root$found"
        jailscope_say 'i /'
        ;;
      *) jailscope_say "${request%% *} $found" ;;
      esac
    done
  done
}

# What files of settings name, as requests: what they source and include, tables of mounts, paths of
# jails, and the roots of those with a network stack of their own. The files are arguments.
jailscope_named() {
  [ $# -gt 0 ] || return 0
  awk '
    function ask(letter, word,    parts) {
      gsub(/["\047;]/, "", word)
      gsub(/[$]\{[^}]*\}|[$][A-Za-z_0-9]+/, "*", word)
      gsub(/[*]+/, "*", word)
      sub(/\/+$/, "", word)
      if (word !~ /^\/./) return
      if (word ~ /[$`\\]|\/[.][.]?(\/|$)/ || split(word, parts, "*") > 3) return
      if (!asked[letter word]++) print letter " " word
    }
    # the folder of a manager of jails
    function askBelow(folder,    below, i) {
      i = split("/ /jails /*/jail.conf /*/settings.conf /jails/*/jail.conf /jails/*/settings.conf" \
        " /jails/*/conf/pot.conf /*/conf/template.conf /jails/*/conf/template.conf /var/db" \
        " /var/db/local.sqlite", below, " ")
      while (i > 0) ask("r", folder below[i--])
    }
    function up(path, count) {
      while (count-- > 0) sub(/\/[^\/]*$/, "", path)
      return path
    }
    function flush(    i) {
      if (isolated) {
        for (i = 1; i <= roots; i++) ask("i", root[i])
        if (file ~ /\/config(.json)?$/) ask("i", up(file, 1) "/root")
        if (file ~ /\/conf\/pot.conf$/) ask("i", up(file, 2) "/m")
        if (file ~ /\/conf\/template.conf$/) ask("i", up(file, 2) "/jail")
      }
      isolated = roots = 0
    }
    FNR == 1 { flush(); file = substr(FILENAME, length(base) + 1) }
    /^[ \t]*#/ || NR > 200000 { next }
    /vnet/ { isolated = 1 }
    {
      line = $0
      while (match(line, /(^|[;&|{(! \t])([.]|source|[.]include)[ \t]+["\047]?[^ \t"\047;&|)]+/)) {
        word = substr(line, RSTART, RLENGTH)
        line = substr(line, RSTART + RLENGTH)
        sub(/^.*[ \t]["\047]?/, "", word)
        if (word !~ /^[\/$]/) word = up(file, 1) "/" word
        ask("r", word)
      }
      line = $0
      while (match(line, /\/[^ \t"\047;,:|&()<>=]*/)) {
        word = substr(line, RSTART, RLENGTH)
        before = substr(line, 1, RSTART - 1)
        line = substr(line, RSTART + RLENGTH)
        if (before ~ /[A-Za-z0-9_.}*]$/) continue
        if (before ~ /(fstab|jail_conf|rc_conf_files)[ \t]*[+]?=/) ask("r", word)
        else ask("k", word)
        if (before ~ /(path|rootdir)[ \t]*=[ \t]*["\047]?$/) root[++roots] = word
        if (before ~ /(workdir|_prefix|FS_ROOT|jailsdir)[ \t]*=[ \t]*["\047]?$/) askBelow(word)
      }
    }
    END { flush() }' base="$jailscope_root" "$@" </dev/null
}

# Sets more to what the configuration names beyond the usual places, and what that names again.
jailscope_beyond() {
  more=
  set -- "$jailscope_root"/etc/rc.conf "$jailscope_root"/etc/rc.conf.local \
    "$jailscope_root"/etc/rc.conf.d/* "$jailscope_root"/etc/rc.conf.d/*/* \
    "$jailscope_root"/usr/local/etc/rc.conf.d/* "$jailscope_root"/usr/local/etc/rc.conf.d/*/* \
    "$jailscope_root"/etc/start_if.* "$jailscope_root"/etc/jail.conf \
    "$jailscope_root"/etc/jail.*.conf "$jailscope_root"/etc/jail.conf.d/* \
    "$jailscope_root"/usr/local/etc/ezjail.conf "$jailscope_root"/usr/local/etc/ezjail/* \
    "$jailscope_root"/usr/local/etc/qjail.local/* "$jailscope_root"/usr/local/etc/bastille/*.conf \
    "$jailscope_root"/usr/local/etc/pot/*.conf \
    "$jailscope_root"/usr/local/bastille/jails/*/jail.conf \
    "$jailscope_root"/usr/local/appjail/jails/*/conf/template.conf \
    "$jailscope_root"/opt/pot/jails/*/conf/pot.conf \
    "$jailscope_root"/iocage/jails/*/config* "$jailscope_root"/*/iocage/jails/*/config* \
    "$jailscope_root"/mnt/*/iocage/jails/*/config*
  read=
  for round in 1 2 3; do
    files=
    for found; do
      [ -f "$found" ] && [ -r "$found" ] || continue
      case $IFS$read in *"$IFS$found$IFS"*) continue ;; esac
      case $found in *[=\"\'\\]* | *"$IFS"*) continue ;; esac
      files=$files$found$IFS
    done
    [ -n "$files" ] || break
    read=$read$files
    set -f
    named=$(jailscope_named $files)
    set +f
    [ -n "$named" ] || break
    named=$(jailscope_say "$named" | jailscope_expand)
    more=$more$named$IFS
    set -f
    set -- $(jailscope_say "$named" | while read -r request; do
      case $request in 'r '*) jailscope_say "$jailscope_root${request#r }" ;; esac
    done)
    set +f
  done
}

# Managers of jails that keep them in places of their own, as patterns.
jailscope_managers() {
  jailscope_say '/etc/' '/etc/resolv.conf' '/etc/version' '/usr/local/etc/cni/net.d/*' \
    '/usr/local/etc/appjail/appjail.conf' \
    '/opt/pot/jails/*/conf/pot.conf' '/usr/jails/' '/usr/jails/var/db/local.sqlite' \
    '/usr/local/bastille/jails/' '/iocage/jails/*/config' '/mnt/' '/var/run/jail.ioc-*.conf'
  for pool in "$jailscope_root"/*/iocage "$jailscope_root"/mnt/*/iocage; do
    pool=${pool#"$jailscope_root"}
    case $pool in
    *'*'*) ;;
    *) jailscope_say "$pool/" "$pool/defaults.json" "$pool/jails/*/config.json" \
      "$pool/jails/*/config" ;;
    esac
  done
}

# From what there is to the lines of a capture, between the two of the frame.
jailscope_print() {
  awk -v nonce="$1" '
    function put(line) { print line; lines++; bytes += length(line) + 1 }
    function isPlain(text) { return text !~ /[^ -~]/ && text !~ /\\/ }
    # a byte that awk takes with others for one character is told as bad
    function escape(text, quotes,    i, out, c) {
      if (isPlain(text) && !(quotes && text ~ /"/)) return text
      out = ""
      for (i = 1; i <= length(text); i++) {
        c = substr(text, i, 1)
        if (c in code) out = out code[c]
        else if (quotes && c == "\"") out = out "\\\""
        else if (c ~ /^[ -~]$/) out = out c
        else bad = 1
      }
      return out
    }
    function quote(text) { return "\"" escape(substr(text, 1, 1000), 1) "\"" }
    function putLine(text, ending) {
      while (length(text) > 900) {
        put("|" escape(substr(text, 1, 900), 0) "\\")
        text = substr(text, 901)
      }
      put("|" escape(text, 0) ending)
    }
    function sh(text,    out, i) {
      while ((i = index(text, "\047")) > 0) {
        out = out substr(text, 1, i - 1) "\047\\\047\047"
        text = substr(text, i + 1)
      }
      return "\047" out text "\047"
    }
    function note(text) { notes[++noted] = text; rc = 1 }
    # what ls(1) tells of some paths: mode, owner, group and size
    function look(list,    line, command, path, i, f, mode) {
      command = "ls -ldLn --" list " 2>/dev/null"
      while ((command | getline line) > 0) {
        path = line
        for (i = 1; i <= 8; i++) sub(/^[^ ]+ +/, "", path)
        if (split(line, f, " ") < 8 || f[5] !~ /^[0-9]+$/) continue
        mode = 0
        for (i = 2; i <= 10; i++) mode = mode * 2 + (substr(f[1], i, 1) ~ /[rwxst]/)
        if (substr(f[1], 4, 1) ~ /[sS]/) mode += 2048
        if (substr(f[1], 7, 1) ~ /[sS]/) mode += 1024
        if (substr(f[1], 10, 1) ~ /[tT]/) mode += 512
        told[path] = sprintf("%o %s %s", mode, f[3], f[4])
        size[path] = f[5] + 0
        kindOf[path] = substr(f[1], 1, 1)
      }
      close(command)
      # those without a byte that ends a line too early, as far as grep(1) looks
      command = "grep -lI \"\" -- " list " 2>/dev/null"
      while ((command | getline line) > 0) plain[line] = size[line] <= 32768
      close(command)
    }
    function lookAll(    i, list, count) {
      for (i = 1; i <= found; i++) {
        if (kind[i] !~ /[DFG]/) continue
        list = list " " sh(real[i])
        if (++count % 200 == 0 || length(list) > 60000) { look(list); list = "" }
      }
      if (list != "") look(list)
    }
    function unreadable(path, reason) { put("unreadable " quote(path) " " quote(reason)) }
    function putFile(path, real, limit,    n, line, sum, i, text) {
      if (!(real in told) || kindOf[real] != "-") {
        unreadable(path, "changed while it was read")
        return
      }
      n = size[real]
      if (n > limit) {
        unreadable(path, n " bytes, more than the " limit " that are read")
        return
      }
      if (total + n > 12582912 || ++files > 2000) {
        unreadable(path, "is more than the probe prints")
        note("files are left out: there are too many")
        return
      }
      total += n
      i = sum = 0
      bad = n > 0 && !plain[real]
      while (!bad && sum <= n && (getline line < real) > 0) {
        text[++i] = line
        sum += length(line) + 1
        if (line ~ /[^ -~]/ && line ~ /[^\t\r -~]/) bad = 1
      }
      close(real)
      if (bad || (sum != n && sum != n + 1)) {
        putBytes(path, real, n)
        return
      }
      put("file " quote(path) " " told[real] " " n)
      for (line = 1; line < i; line++) putLine(text[line], "")
      if (i > 0) putLine(text[i], sum == n ? "" : "\\")
    }
    # byte by byte, for what is no plain text
    function putBytes(path, real, n,    command, line, f, i, count, out, width, sum, rows, row) {
      command = "od -An -v -to1 < " sh(real)
      while ((command | getline line) > 0) {
        count = split(line, f, " ")
        for (i = 1; i <= count && sum <= n; i++) {
          sum++
          if (f[i] == "012") { row[++rows] = out; out = ""; width = 0; continue }
          out = out octal[f[i]]
          if (++width == 900) { row[++rows] = out "\\"; out = ""; width = 0 }
        }
      }
      close(command)
      if (width > 0) row[++rows] = out "\\"
      if (sum != n) {
        unreadable(path, "changed while it was read")
        return
      }
      put("file " quote(path) " " told[real] " " n)
      for (i = 1; i <= rows; i++) put("|" row[i])
    }
    function putDirectory(path, real, names,    i, list, count) {
      if (!(real in told)) {
        unreadable(path, "changed while it was read")
        return
      }
      put("directory " quote(path) " " told[real])
      count = split(names, list, "/")
      for (i = 2; i <= count; i++) {
        if (++listed > 20000) { note("names are left out: there are too many"); return }
        bad = 0
        line = escape(list[i], 0)
        if (bad) note("a name is left out in " path)
        else put("|" line)
      }
    }
    function putOutput(name, command, program,    line, run, status, complaint, n, text, i, failure) {
      run = "exec 3>&1; e=$( { " command " 2>&1 >&3 3>&- </dev/null; echo \"=$?\"; } ); "
      run = run "printf \"\\\\n%s\\\\n\" " sh(nonce " STATUS") "; printf \"%s\\\\n\" \"$e\""
      n = status = 0
      while ((run | getline line) > 0) {
        if (status) {
          if (line ~ /^=[0-9]+$/) status = substr(line, 2)
          else if (complaint == "") complaint = line
        } else if (line == nonce " STATUS") status = "-"
        else text[++n] = line
        if ((total += length(line) + 1) > 12582912) { status = "-"; break }
      }
      close(run)
      failure = ""
      if (status == "-") failure = "prints more than the probe does"
      else if (status == 127) failure = "cannot run " program ": no such file or directory"
      else if (status != 0) failure = "exits with " status (complaint == "" ? "" : ": " complaint)
      put("output " quote(name) " " quote(label[name]) (failure == "" ? "" : " " quote(failure)))
      # the last line is what was printed before the line feed of ours
      for (i = 1; i < n; i++) putLine(text[i], "")
      if (n > 0 && text[n] != "") putLine(text[n], "\\")
    }
    function putLive() {
      label["ifconfig.txt"] = "ifconfig -a"
      label["jls.txt"] = "jls -dnq"
      label["netstat.txt"] = "netstat -rnW"
      label["sysctl.txt"] = "sysctl -i"
      putOutput("ifconfig.txt", "ifconfig -a", "/sbin/ifconfig")
      putOutput("jls.txt", "jls -dnq", "/usr/sbin/jls")
      putOutput("netstat.txt", "netstat -rnW", "/usr/bin/netstat")
      putOutput("sysctl.txt", "sysctl -i kern.osrelease security.jail.jailed security.jail.vnet" \
        " security.jail.jail_max_af_ips net.inet6.ip6.dad_count" \
        " net.inet.ip.no_same_prefix net.link.bridge.member_ifaddrs", "/sbin/sysctl")
    }
    BEGIN {
      for (i = 0; i < 256; i++) {
        name = sprintf("%03o", i)
        octal[name] = (i >= 32 && i < 127) ? sprintf("%c", i) : "\\" name
        if (i > 0 && i < 32 || i == 127) code[sprintf("%c", i)] = "\\" name
      }
      for (i = 128; i < 256; i++)
        code[substr(ENVIRON["JAILSCOPE_HIGH"], i - 127, 1)] = "\\" sprintf("%o", i)
      code["\\"] = octal["134"] = "\\\\"
      code["\t"] = octal["011"] = "\\t"
      code["\r"] = octal["015"] = "\\r"
      rc = lines = bytes = 0
      print nonce " BEGIN"
      put("jailscope capture 1")
    }
    { letter = substr($0, 1, 1); rest = substr($0, 2) }
    letter == "+" { if (!again) names[found] = names[found] "/" rest; next }
    letter == "H" { put(rest); next }
    letter == "S" {
      word = rest
      sub(/ .*/, "", word)
      put(word " " quote(substr(rest, length(word) + 2)))
      next
    }
    letter == "N" { note(rest); next }
    letter == "L" { live = 1; next }
    {
      again = (letter == "K") ? seenKind[rest]++ : seen[rest]++
      if (letter == "U" || letter ~ /[DFG]/) getline next_line
      if (again || found >= 20000) next
      kind[++found] = letter
      path[found] = rest
      real[found] = next_line
    }
    END {
      lookAll()
      for (i = 1; i <= found; i++) {
        bad = 0
        quote(path[i])
        if (bad || length(path[i]) > 1000) note("a path is left out")
        else if (kind[i] == "F") putFile(path[i], real[i], 4194304)
        else if (kind[i] == "G") putFile(path[i], real[i], 262144)
        else if (kind[i] == "D") putDirectory(path[i], real[i], names[i])
        else if (kind[i] == "M") put("missing " quote(path[i]))
        else if (kind[i] == "U") unreadable(path[i], real[i])
        else {
          word = path[i]
          sub(/ .*/, "", word)
          put("kind " quote(substr(path[i], length(word) + 2)) " " word)
        }
      }
      if (live) putLive()
      for (i = 1; i <= noted && i <= 20; i++) put("note " quote(notes[i]))
      put("end")
      print nonce " END " rc " " lines " " bytes
    }'
}

jailscope_head() {
  jailscope_say "Htaken $(date -u +%Y-%m-%dT%H:%M:%SZ)" "Ssystem $(uname -nsrm)" 'Hlookup yes'
  [ -z "${SSH_CONNECTION:-}" ] || jailscope_say "Sconnection $SSH_CONNECTION"
}

# Prints what stands at the paths that are asked for on standard input.
jailscope_read() (
  jailscope_prepare
  { jailscope_say 'Hlookup yes' && jailscope_find; } | jailscope_print "$1"
)

# Prints what the programs say of the running host.
jailscope_live() (
  jailscope_prepare
  jailscope_say L | jailscope_print "$1"
)

# Prints a whole capture.
jailscope_probe() (
  jailscope_prepare
  jailscope_beyond
  {
    jailscope_head
    {
      jailscope_usual | jailscope_requests "$jailscope_root"
      jailscope_managers | jailscope_requests "$jailscope_root"
      jailscope_say 'r /' "$more"
    } | jailscope_find
    jailscope_say L
  } | jailscope_print "$1"
)

jailscope_probe "${1:-jailscope-probe}"
