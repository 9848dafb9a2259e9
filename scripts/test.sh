# shellcheck shell=bash disable=SC2154
# SPDX-License-Identifier: Apache-2.0
#
# ./wayside test: runs the tests and counts them from the reports of this run. Needs: root, state.

usage_of_run_tests() {
  cat <<'TEXT'

  ./wayside test                    every module, then again on every further JDK found (21, 25),
                                    then the tests of this script
  ./wayside test --once             on the JDK of the build only
  ./wayside test --jdk 25           on that JDK only
  ./wayside test --module weighing  the tests of one module, on the JDK of the build
  ./wayside test --equinox          the framework tests tagged "equinox" only

The last line is the count. The exit code is 0 only if something passed and nothing failed.
TEXT
}

# Prints the folder of every module that makes something, in the order of the folders.
module_folders() {
  local pom
  (cd "$root" && find . -name target -prune -o -name src -prune -o -name pom.xml -print) | LC_ALL=C sort |
    while IFS= read -r pom; do
      pom=${pom#./}
      [[ $pom == pom.xml ]] || grep -q '<modules>' "$root/$pom" || echo "${pom%/pom.xml}"
    done
}

# module_called NAME : the folder whose last part is NAME, or that is NAME.
module_called() {
  local folder
  while IFS= read -r folder; do
    [[ $folder == "$1" || ${folder##*/} == "$1" ]] && { echo "$folder"; return; }
  done < <(module_folders)
  return 1
}

# What the tests need beside the JDK. One module's tests need a part of it only.
test_needs() {
  case ${1##*/} in
    '') echo jdk broker browser token database video ;;
    central) echo jdk broker database ;;
    camera) echo jdk video ;;
    journal) echo jdk token ;;
    uplink | uplink-mqtt5 | transports | scenarios) echo jdk broker ;;
    system-tests) echo jdk broker browser ;;
    *) echo jdk ;;
  esac
}

has_test_sources() {
  local sources=$root/$1/src/test/java
  [[ -d $sources && -n $(find "$sources" -name '*.java' ! -name package-info.java -print -quit) ]]
}

reports_of() {
  find "$root/$1/target/surefire-reports" "$root/$1/target/test-reports" -name 'TEST-*.xml' 2>/dev/null || true
}

forget_reports() {
  local folder
  for folder; do rm -rf -- "$root/$folder/target/surefire-reports" "$root/$folder/target/test-reports"; done
}

# count_reports TITLE FOLDER... : prints the table of one run and adds it to passed, failed and skipped.
# Sets ran[folder] and compares with the run before: a JDK that runs fewer tests hides something.
count_reports() {
  local title=$1 folder files line tests bad idle seconds
  shift
  printf '\n%-24s %7s %7s %8s %8s\n' "$title" tests failed skipped seconds
  for folder; do
    mapfile -t files < <(reports_of "$folder")
    tests=0 bad=0 idle=0 seconds=0.0
    if ((${#files[@]})); then
      while IFS= read -r line; do
        if [[ $line == '! '* ]]; then
          problems+=("${folder##*/} on $title: ${line#! }")
        else
          read -r tests bad idle seconds <<<"$line"
        fi
      done < <(awk -f "$root/scripts/test-counts.awk" "${files[@]}")
    elif ! has_test_sources "$folder"; then
      continue
    fi
    printf '%-24s %7d %7d %8d %8s\n' "${folder##*/}" "$tests" "$bad" "$idle" "$seconds"
    ((failed += bad)) || true
    ((skipped += idle)) || true
    ((tests <= bad + idle)) || ((passed += tests - bad - idle))
    if ((tests == 0)); then
      problem "${folder##*/} on $title: it has test sources, and none ran"
    elif [[ -n ${ran[$folder]:-} ]] && ((tests < ran[$folder])); then
      problem "${folder##*/} on $title: $tests tests ran, ${ran[$folder]} did on the JDK before"
    fi
    ran[$folder]=$tests
  done
}

# A fault no report tells of counts as one failure, so that the count never looks better than the run was.
problem() {
  problems+=("$1")
  ((failed += 1))
}

# Test failures do not stop Maven, so that one run tells all of them; what else goes wrong does, or is found here.
check_maven() {
  local code=$1 log=$2 title=$3
  if ((code)); then
    show_errors "$log"
    problem "$title: the build itself failed, see $log"
  elif grep -aqE 'forked VM terminated|error in the fork|Crashed tests:|There was a timeout' "$log"; then
    problem "$title: a test JVM crashed or hung, see $log"
  fi
}

# first_run FOLDER|'' JAVA TITLE : everything up to verify, or one module's tests. The whole is compiled and
# checked by as many threads as there are cores, then tested by fewer; see again_on.
first_run() {
  local folder=$1 log=$state/log/test.log code=0 packages selection
  local arguments=()
  if (($(java_major "$JAVA_HOME") >= 25)); then
    say "the format check is left out: the formatter does not run on the JDK of this build, $JAVA_HOME"
    arguments=(-Dspotless.check.skip)
  fi
  if [[ -z $folder ]]; then
    maven "$log" -T 1C -DskipTests ${arguments[@]+"${arguments[@]}"} verify "${class_path_goal[@]}" || code=$?
    check_maven "$code" "$log" "$3"
    ((code)) || again_on "$2" "$3" || code=$?
    return "$code"
  fi
  # Upstream modules are built in the same run, but only this module's package root is tested.
  packages=$(artifact_of "$folder")
  packages=${packages//.//}
  selection="$packages/**/*Test,$packages/**/Test*,$packages/**/*Tests,$packages/**/*TestCase"
  [[ -z $tag ]] || arguments+=("-Dgroups=$tag")
  arguments+=(-pl "$folder" -am "-Dtest=$selection" -Dsurefire.failIfNoSpecifiedTests=false -Dwayside.tests.required=false)
  maven "$log" -Dmaven.test.failure.ignore=true --fail-at-end "-Dwayside.test.jvm=$2/bin/java" \
    "${arguments[@]}" integration-test || code=$?
  check_maven "$code" "$log" "$3"
  return "$code"
}

# again_on HOME TITLE : the tests already compiled, on another JVM. The phase has to be there, though all of it
# but the tests is up to date (the distribution's tests come after its packaging): Maven knows where a sibling's jar is only when its life cycle has run.
#
# Most tests wait more than they compute, so one module is tested for each two cores: on two cores none beside
# another. What stands on all others, the scenarios, the benchmarks and the system tests, which race against
# simulators in real time, comes last and one after the other anyhow, because each needs the one before it.
again_on() {
  local log=$state/log/test-${2// /-}.log code=0
  maven "$log" -T 0.5C -Dmaven.test.failure.ignore=true --fail-at-end "-Dwayside.test.jvm=$1/bin/java" \
    integration-test || code=$?
  check_maven "$code" "$log" "$2"
  return "$code"
}

artifact_of() {
  local pom
  pom=$(<"$root/$1/pom.xml")
  pom=${pom#*</parent>}
  pom=${pom#*<artifactId>}
  echo "${pom%%<*}"
}

run_script_tests() {
  local log=$state/log/script-tests.log started=$SECONDS last
  with_progress 'testing the script' "$log" "$root/scripts/test-wayside.sh" || true
  last=$(tail -n 1 "$log")
  printf '\n%-24s %7s %7s %8s %8s\n' script tests failed skipped seconds
  if [[ $last =~ ^([0-9]+)\ passed,\ ([0-9]+)\ failed$ ]]; then
    printf '%-24s %7d %7d %8d %8d\n' wayside "$((BASH_REMATCH[1] + BASH_REMATCH[2]))" "${BASH_REMATCH[2]}" 0 "$((SECONDS - started))"
    ((passed += BASH_REMATCH[1], failed += BASH_REMATCH[2])) || true
    ((BASH_REMATCH[2] == 0)) || while IFS= read -r last; do problems+=("script: $last"); done < <(grep '^not ok' "$log")
  else
    problem "script: scripts/test-wayside.sh did not come to its end, see $log"
  fi
}

# The home of an installed Java of that major version.
java_of() {
  local major home
  [[ $(java_major "$JAVA_HOME") == "$1" ]] && { echo "$JAVA_HOME"; return; }
  while read -r major home; do
    [[ $major == "$1" ]] && { echo "$home"; return; }
  done < <(installed_javas)
  return 1
}

run_tests() {
  local jdk='' module='' tag='' once='' folder='' home major before built=0
  while (($#)); do
    case $1 in
      --jdk | --module)
        (($# > 1)) || fail 2 "test $1 needs a value; ./wayside test --help"
        [[ $1 == --jdk ]] && jdk=$2 || module=$2
        shift
        ;;
      --equinox) module=system-tests tag=equinox ;;
      --once) once=1 ;;
      *) fail 2 "test does not know '$1'; ./wayside test --help" ;;
    esac
    shift
  done
  if [[ -n $module ]]; then
    folder=$(module_called "$module") ||
      fail 2 "there is no module '$module'; there are: $(module_folders | sed 's|.*/||' | paste -sd ' ')"
  fi
  # shellcheck disable=SC2046
  need $(test_needs "$folder")
  home=$JAVA_HOME
  if [[ -n $jdk ]]; then
    home=$(java_of "$jdk") ||
      fail 3 "JDK $jdk is not installed; found: $(installed_javas | cut -d ' ' -f 1 | sort -nu | paste -sd ' ')"
  fi

  local passed=0 failed=0 skipped=0 problems=() folders
  local -A ran=()
  if [[ -n $folder ]]; then folders=("$folder"); else mapfile -t folders < <(module_folders); fi

  lock_build
  forget_reports "${folders[@]}"
  before=$(fingerprint)
  major=$(java_major "$home")
  if first_run "$folder" "$home" "JDK $major"; then built=1; fi
  # A full run leaves what a build leaves.
  [[ -n $folder ]] || ((!built)) || echo "$before" >"$state/built"
  count_reports "JDK $major" "${folders[@]}"

  if [[ -z $once$jdk$folder ]] && ((built)); then
    for major in 17 21 25; do
      [[ $major != "$(java_major "$JAVA_HOME")" ]] || continue
      home=$(java_of "$major") || continue
      forget_reports "${folders[@]}"
      again_on "$home" "JDK $major" || true
      count_reports "JDK $major" "${folders[@]}"
    done
  fi
  [[ -n $folder ]] || run_script_tests

  local line
  printf '\n'
  for line in ${problems[@]+"${problems[@]}"}; do printf 'FAILED %s\n' "$line"; done
  printf '%d passed, %d failed' "$passed" "$failed"
  ((skipped == 0)) || printf ', %d skipped' "$skipped"
  printf '\n'
  ((failed == 0 && passed > 0))
}
