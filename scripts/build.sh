# shellcheck shell=bash disable=SC2154
# SPDX-License-Identifier: Apache-2.0
#
# Builds with the Maven wrapper, only when something changed. Needs: root, state.

# Writes target/classpath.txt beside each module's jar, with the jars of the sibling modules in it. It has
# to be in the same Maven run as package: outside of it Maven does not know where the siblings' jars are.
class_path_goal=(
  org.apache.maven.plugins:maven-dependency-plugin:build-classpath
  -Dmdep.outputFile=target/classpath.txt
  -Dmdep.includeScope=runtime
)

# Name, size and time of every file a build without tests depends on: one sum that any edit, added, removed
# or renamed file, or a switched branch changes.
fingerprint() {
  (
    cd "$root" || exit
    find . \( -name target -o -name test -path '*/src/test' -o -name '.?*' -not -name .mvn \
      -o -path ./docs -o -path ./scripts -o -path ./wayside -o -name '*.md' -o -name '*.log' \) -prune \
      -o -type f -printf '%p %s %T@\n' | LC_ALL=C sort | cksum
  )
}

is_current() {
  local recorded
  [[ -r $state/built ]] && recorded=$(<"$state/built") && [[ $recorded == "$(fingerprint)" ]]
}

# class_path MODULE : sets java_class_path; fails when a jar of ours it names is not there (any more).
class_path() {
  local pom=$root/$1/pom.xml own entries=() entry
  [[ -r $pom && -r $root/$1/target/classpath.txt ]] || return 1
  pom=$(<"$pom")
  pom=${pom#*</parent>}
  own=${pom#*<artifactId>}
  own=$root/$1/target/${own%%<*}-$(version).jar
  java_class_path=$own:$(<"$root/$1/target/classpath.txt")
  IFS=: read -ra entries <<<"$java_class_path"
  for entry in "${entries[@]}"; do
    [[ -f $entry ]] || return 1
  done
}

# The version of the whole: the first one in the root pom.
version() {
  local pom
  pom=$(<"$root/pom.xml")
  pom=${pom#*<version>}
  echo "${pom%%<*}"
}

lock_build() {
  mkdir -p "$state"
  exec {build_lock}>"$state/lock"
  flock -n "$build_lock" || {
    say "another build is running here; waiting for it"
    flock "$build_lock"
  }
}

unlock_build() { exec {build_lock}>&-; }

# maven LOG ARGUMENT... : the exit code is Maven's.
maven() {
  local log=$1 first='reading the build'
  shift
  compgen -G "${MAVEN_USER_HOME:-$HOME/.m2}/wrapper/dists/*/*/bin/mvn" >/dev/null || first='fetching Maven'
  with_progress "$first" "$log" env -C "$root" ./mvnw --batch-mode --no-transfer-progress "$@"
}

# build : always asks Maven, which itself compiles only what changed. The lock is held by the caller.
build() {
  local log=$state/log/build.log before started=$SECONDS
  before=$(fingerprint)
  rm -f "$state/built"
  maven "$log" -T 1C -Dmaven.test.skip=true package "${class_path_goal[@]}" || {
    show_errors "$log"
    fail 1 "the build failed"
  }
  echo "$before" >"$state/built"
  say "built in $((SECONDS - started)) s"
}

# ensure_built MODULE : builds if sources changed or a jar on the module's class path is missing.
ensure_built() {
  ! is_current || ! class_path "$1" || return 0
  lock_build
  # Whoever held the lock may have built it meanwhile.
  if ! is_current || ! class_path "$1"; then
    build
    class_path "$1" || fail 1 "the build left no runnable class path in $1/target; does the module have a jar?"
  fi
  unlock_build
}

build_everything() {
  lock_build
  build
}

make_distribution() {
  local archive
  archive=$root/gateway-bundles/runtime/distribution/target/wayside-gateway-$(version).tar.gz
  lock_build
  if [[ ! -f $archive ]] || ! is_current; then build; fi
  [[ -f $archive ]] || fail 1 "the build made no $archive"
  printf '%s\n%s bytes\nsha256 %s\n' "$archive" "$(stat -c %s "$archive")" \
    "$(sha256sum "$archive" | cut -d ' ' -f 1)"
}

# The gateway's own verb "check", from the distribution folder as it ships.
usage_of_check_config() {
  printf 'usage: ./wayside check-config FILE\n\n'
  printf 'Lists every error with file, line, column, path and remedy; exit 2 when there is one.\n'
}

check_config() {
  local release
  release=$root/gateway-bundles/runtime/distribution/target/wayside-gateway-$(version)
  [[ $# -eq 1 ]] || {
    usage_of_check_config >&2
    exit 2
  }
  if [[ ! -x $release/bin/wayside-gateway ]] || ! is_current; then build_everything; fi
  exec "$release/bin/wayside-gateway" check --site "$1"
}

clean_everything() {
  lock_build
  find "$root" -name .git -prune -o -type d -name target -prune -print | while IFS= read -r folder; do
    # Only what Maven made: a folder "target" beside a pom.
    [[ ! -f ${folder%/target}/pom.xml ]] || rm -rf -- "$folder"
  done
  rm -rf -- "$state"
}
