# shellcheck shell=bash disable=SC2154
# SPDX-License-Identifier: Apache-2.0
#
# What a verb needs on the machine, and how to get it. Needs: root, state; sets JAVA_HOME.

# A bare container or an emptied environment lacks what the tools below take for granted.
settle_environment() {
  export HOME=${HOME:-~}
  export PATH=$PATH:/usr/local/sbin:/usr/sbin:/sbin
  local locale=${LC_ALL:-${LC_CTYPE:-${LANG:-}}}
  [[ ${locale,,} == *utf*8* ]] || export LC_ALL=C.UTF-8
}

# java_major HOME : 17, 21, …; read from the release file, which every OpenJDK since 9 has.
java_major() {
  local line
  [[ -r $1/release ]] || return 1
  while IFS= read -r line; do
    [[ $line =~ ^JAVA_VERSION=\"([0-9]+) ]] && { echo "${BASH_REMATCH[1]}"; return; }
  done <"$1/release"
  return 1
}

# A JDK that can build: javac is there, and it is 17 or newer.
is_jdk() {
  local major
  [[ -n $1 && -x $1/bin/java && -x $1/bin/javac ]] && major=$(java_major "$1") && ((major >= 17))
}

# Every Java under the usual folder as "major home", lowest first.
installed_javas() {
  local home major
  for home in "${WAYSIDE_JVM_FOLDER:-/usr/lib/jvm}"/*/; do
    home=${home%/}
    [[ ! -L $home && -x $home/bin/java ]] && major=$(java_major "$home") && echo "$major $home"
  done | sort -n
}

find_jdk() {
  local home major
  is_jdk "${JAVA_HOME:-}" && return
  if home=$(command -v javac) && home=$(readlink -f "$home") && is_jdk "${home%/bin/javac}"; then
    export JAVA_HOME=${home%/bin/javac}
    return
  fi
  while read -r major home; do
    is_jdk "$home" && { export JAVA_HOME=$home; return; }
  done < <(installed_javas)
  return 1
}

# The Debian release decides which JDK it carries: 17 up to Debian 12, 21 from 13 on.
jdk_package() {
  local ID='' VERSION_ID=''
  # shellcheck source=/dev/null
  [[ ! -r /etc/os-release ]] || . /etc/os-release
  if [[ $ID == debian || $ID == raspbian ]] && ((${VERSION_ID%%.*} >= 13)); then
    echo openjdk-21-jdk-headless
  else
    echo openjdk-17-jdk-headless
  fi
}

has() { command -v "$1" >/dev/null; }

# missing WORD : the Debian packages that are not here yet for one word of the verb table.
missing() {
  case $1 in
    jdk)
      find_jdk || jdk_package
      # The Maven wrapper fetches and unpacks Maven with these.
      has wget || has curl || echo wget ca-certificates
      has unzip || echo unzip
      ;;
    browser) has chromium || has chromium-browser || echo chromium ;;
    broker) has mosquitto || echo mosquitto ;;
    token) has softhsm2-util || echo softhsm2 ;;
    database) compgen -G '/usr/lib/postgresql/*/bin/initdb' >/dev/null || echo postgresql ;;
    video) has ffmpeg || echo ffmpeg ;;
    *) fail 70 "the verb table asks for '$1', which scripts/prerequisites.sh does not know" ;;
  esac
}

# need WORD... : returns when everything is here; installs it if it may; else says how and exits 3.
need() {
  local word packages=()
  for word; do
    # A word may leave JAVA_HOME behind, so it is not asked in a subshell first.
    [[ $word != jdk ]] || find_jdk || true
    # shellcheck disable=SC2207
    packages+=($(missing "$word"))
  done
  ((${#packages[@]})) || return 0

  has apt-get || fail 3 "this needs ${packages[*]} (Debian package names); please install them"
  local as_root=()
  if ((EUID != 0)); then
    if has sudo && sudo -n true 2>/dev/null; then
      as_root=(sudo -n)
    else
      say "wayside: some packages are missing; please run:"
      local install="apt-get install -y --no-install-recommends ${packages[*]}"
      if has sudo; then say "sudo apt-get update && sudo $install"; else say "su -c 'apt-get update && $install'"; fi
      exit 3
    fi
  fi
  install_packages "${packages[@]}"
  [[ " $* " != *' jdk '* ]] || find_jdk || fail 3 "no JDK 17 or newer was found after installing $(jdk_package)"
}

# install_packages PACKAGE... ; as_root from need().
install_packages() {
  local log=$state/log/apt.log started=$SECONDS
  with_progress "reading the package lists" "$log" ${as_root[@]+"${as_root[@]}"} \
    apt-get -o DPkg::Lock::Timeout=300 -q update ||
    say "wayside: the package lists could not be refreshed, trying with those at hand ($log)"
  with_progress "installing $*" "$log" ${as_root[@]+"${as_root[@]}"} \
    env DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=300 -o Dpkg::Use-Pty=0 \
    -q -y --no-install-recommends install "$@" || {
    tail -n 15 "$log" >&2
    fail 3 "installing $* failed; full log: $log"
  }
  say "installed $* in $((SECONDS - started)) s"
}
