# shellcheck shell=bash
# SPDX-License-Identifier: Apache-2.0
#
# Runs a long command: its output goes to a log, what the person sees is one line that says how far it is.
# Needs: root, state.

say() { printf '%s\n' "$*" >&2; }

fail() {
  local code=$1
  shift
  printf 'wayside: %s\n' "$*" >&2
  exit "$code"
}

# On a terminal one line is written over and over; in a log a new stage is one line, every two seconds at most.
show_stage() {
  if [[ -t 2 ]]; then
    printf '\r\033[K%s  %d s' "${stage:0:90}" "$((SECONDS - started))" >&2
  elif ((SECONDS - shown_at >= 2)) && [[ $stage != "$shown" ]]; then
    printf '%5d s  %s\n' "$((SECONDS - started))" "$stage" >&2
    shown=$stage shown_at=$SECONDS
  fi
}

clear_stage() { [[ ! -t 2 ]] || printf '\r\033[K' >&2; }

# Maven announces each module as "[INFO] Building <name> <version>  [n/m]", Surefire each class as "Running". Modules
# may be under way side by side: which one a class is of is not said.
stage_of_line() {
  if [[ $1 =~ ^\[INFO\]\ Building\ (.+)\ [^\ ]+\ +\[([0-9]+)/([0-9]+)\]$ ]]; then
    place=$(printf '[%*d/%d]' "${#BASH_REMATCH[3]}" "${BASH_REMATCH[2]}" "${BASH_REMATCH[3]}")
    stage="$place ${BASH_REMATCH[1]}"
  elif [[ -t 2 && $1 =~ ^\[INFO\]\ Running\ ([A-Za-z0-9_.$]+)$ ]]; then
    stage="$place ${BASH_REMATCH[1]##*.}"
  fi
}

# with_progress FIRST_STAGE LOG COMMAND... : returns the command's exit code.
with_progress() {
  local stage=$1 log=$2 place='' shown='' started=$SECONDS shown_at=$SECONDS line='' part='' code=0 source pid
  shift 2
  mkdir -p "${log%/*}"
  : >"$log"
  exec {source}< <(exec "$@" 2>&1 </dev/null)
  pid=$!
  # A child in the background does not hear Ctrl-C by itself.
  trap 'kill -TERM "$pid" 2>/dev/null; clear_stage; trap - INT; kill -INT $$' INT
  trap 'kill -TERM "$pid" 2>/dev/null; clear_stage; exit 143' TERM
  while :; do
    if IFS= read -r -t 1 -u "$source" part; then
      line+=$part
      printf '%s\n' "$line" >>"$log"
      stage_of_line "$line"
      line=''
    elif (($? > 128)); then
      line+=$part
    else
      break
    fi
    show_stage
  done
  [[ -z $line$part ]] || printf '%s\n' "$line$part" >>"$log"
  wait "$pid" || code=$?
  exec {source}<&-
  trap - INT TERM
  clear_stage
  return "$code"
}

# The lines of a Maven log that say what went wrong, without its standing advice. A compiler warning counts:
# it stops the build.
show_errors() {
  grep -a -e '^\[ERROR\] ' -e '^\[WARNING\] .*\.java:\[' "$1" | sed 's/ *-> \[Help [0-9]*\]//' |
    grep -av -e 'Re-run Maven' -e 'For more information about' -e '\[Help [0-9]*\] http' -e 'mvn <args>' \
      -e 'To see the full stack trace' -e 'After correcting the problems' -e '^\[ERROR\]\s*$' -e '^\[ERROR\]\s*at ' |
    awk '!said[$0]++' | head -n 25 >&2 || tail -n 25 "$1" >&2
  say "full log: $1"
}
