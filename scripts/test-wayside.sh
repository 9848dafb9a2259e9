#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
#
# Tests of ./wayside itself, in a small tree of its own with a make-believe Maven and Java: no build, no network.
# Prints one line per test and closes with "N passed, N failed".
set -uo pipefail

here=$(readlink -f -- "${BASH_SOURCE[0]}")
here=${here%/*}
box=$(mktemp -d)
trap 'rm -rf -- "$box"' EXIT
passed=0 failed=0
unset WAYSIDE_JAVA_OPTS MAVEN_USER_HOME

# shellcheck source=scripts/test-wayside-tree.sh
. "$here/test-wayside-tree.sh"

# test_that NAME COMMAND... : passes when the command does.
test_that() {
  local name=$1
  shift
  if "$@"; then
    printf 'ok %s\n' "$name"
    passed=$((passed + 1))
  else
    printf 'not ok %s\n' "$name"
    sed 's/^/    /' "$box/out" "$box/err" 2>/dev/null
    failed=$((failed + 1))
  fi
}

# wayside ARGUMENT... : runs the script of the small tree; out, err and code hold what came of it.
wayside() {
  "$box/tree/wayside" "$@" >"$box/out" 2>"$box/err"
  code=$?
  out=$(<"$box/out") err=$(<"$box/err")
}

last_line() { tail -n 1 "$box/out"; }
builds() { wc -l <"$box/maven-calls"; }

# --- finding the way

help_lists_every_verb() {
  local verb
  wayside help
  ((code == 0)) || return 1
  for verb in demo test build dist bench rig central verify accuracy limits weigh calibrate tariff llrp ais light aids toll-list toll-correct toll-shift lane count classify counts check-config clean; do
    grep -q "^  $verb " <<<"$out" || return 1
  done
}
test_that 'help lists every verb' help_lists_every_verb

no_verb_is_help() { wayside && grep -q '^usage:' <<<"$out"; }
test_that 'without a verb it helps' no_verb_is_help

unknown_verb() {
  wayside "$1"
  ((code == 2)) && [[ -z $out && $(wc -l <"$box/err") == 1 && $err == "wayside: there is no verb '$1'; $2./wayside help"* ]]
}
test_that 'an unknown verb is refused in one line' unknown_verb frobnicate ''
test_that 'two letters swapped still find the verb' unknown_verb dmeo "did you mean 'demo'? "
test_that 'a letter left out still finds the verb' unknown_verb verfy "did you mean 'verify'? "

help_of_a_verb_does_not_build() {
  wayside "$1" --help
  ((code == 0)) && [[ $out == "./wayside $1: "* ]] && (($(builds) == 0))
}
test_that 'help of a Java verb does not build' help_of_a_verb_does_not_build demo
test_that 'help of a shell verb does not build' help_of_a_verb_does_not_build test

# --- running, building only what is stale

runs_with_arguments() {
  wayside demo --for '30 s' '' '*'
  ((code == 0)) && [[ $out == *'|io.wayside.rig.scenarios.demo.Demo|--for|30 s||*|' ]] && (($(builds) == 1))
}
test_that 'a Java verb builds first and gets its arguments unchanged' runs_with_arguments

own_and_sibling_jars() {
  wayside demo
  [[ $out == *"|$box/tree/test-rig/scenarios/target/io.wayside.rig.scenarios-0.1.0.jar:$box/tree/gateway-bundles/core/target/io.wayside.core-0.1.0.jar|"* ]]
}
test_that 'its class path holds its own jar and those of its siblings' own_and_sibling_jars

passes_exit_code() {
  wayside demo --exit 7
  ((code == 7))
}
test_that 'its exit code is passed on' passes_exit_code

help_when_built() {
  wayside demo --help
  [[ $out == *'Demo|--help|' ]]
}
test_that 'once built, help is the one of the Java program' help_when_built

# after COMMAND... , expects how many builds the next run makes.
builds_after() {
  local expected=$1 before
  shift
  before=$(builds)
  (cd "$box/tree" && "$@") && wayside demo && (($(builds) - before == expected))
}
source_file=gateway-bundles/core/src/main/java/Core.java
test_that 'nothing changed: no build' builds_after 0 true
test_that 'a changed source is built' builds_after 1 bash -c "echo ' ' >>$source_file"
test_that 'a source that is older but different is built' builds_after 1 touch -d '2001-01-01' $source_file
test_that 'a new source is built' builds_after 1 touch gateway-bundles/core/src/main/java/New.java
test_that 'a renamed source is built' builds_after 1 mv gateway-bundles/core/src/main/java/{New,Newer}.java
test_that 'a deleted source is built' builds_after 1 rm gateway-bundles/core/src/main/java/Newer.java
test_that 'a changed pom is built' builds_after 1 bash -c 'echo >>gateway-bundles/core/pom.xml'
test_that 'a changed profile is built' builds_after 1 bash -c 'mkdir -p config && echo {} >config/site.json'
test_that 'a changed test needs no build' builds_after 0 touch gateway-bundles/core/src/test/java/CoreTest.java
test_that 'a changed page needs no build' builds_after 0 bash -c 'mkdir -p docs && echo >docs/page.md'
test_that 'a missing jar of a sibling is built' builds_after 1 rm gateway-bundles/core/target/io.wayside.core-0.1.0.jar

failed_build_is_told() {
  touch "$box/tree/$source_file" "$box/maven-fails"
  wayside demo
  ((code == 1)) && [[ $err == *'[ERROR] Core.java:[3,1] broken'* && $err == *'full log: '* && $err != *'Re-run Maven'* ]]
}
test_that 'a failed build shows its errors and where the log is' failed_build_is_told
rm -f "$box/maven-fails"
test_that 'after a failed build the next one builds again' builds_after 1 true

one_build_for_two_runs() {
  local before first
  before=$(builds)
  touch "$box/tree/$source_file" "$box/maven-is-slow"
  "$box/tree/wayside" demo >/dev/null 2>&1 &
  first=$!
  wayside demo
  wait "$first" && ((code == 0)) && (($(builds) - before == 1))
}
test_that 'two runs at once share one build' one_build_for_two_runs

stopping_stops_maven() {
  local runner child tries=0
  rm -f "$box/maven-pid"
  touch "$box/tree/$source_file" "$box/maven-hangs"
  "$box/tree/wayside" demo >/dev/null 2>&1 &
  runner=$!
  until [[ -s $box/maven-pid ]] || ((++tries > 100)); do sleep 0.05; done
  child=$(<"$box/maven-pid")
  kill -TERM "$runner"
  wait "$runner"
  (($? == 143)) || return 1
  tries=0
  while kill -0 "$child" 2>/dev/null; do
    ((++tries < 100)) || return 1
    sleep 0.05
  done
}
test_that 'stopping it stops Maven' stopping_stops_maven
rm -f "$box/maven-is-slow" "$box/maven-hangs"

# --- prerequisites

says_what_to_install() {
  local as=()
  ((EUID)) || as=("$(command -v setpriv)" --reuid=65534 --clear-groups)
  chmod 755 "$box"
  env -i PATH="$box/poor" WAYSIDE_JVM_FOLDER="$box/none" "${as[@]}" "$BASH" "$box/tree/wayside" demo >"$box/out" 2>"$box/err"
  code=$? err=$(<"$box/err")
  ((code == 3)) && [[ $(tail -n 1 "$box/err") == 'sudo apt-get update && sudo apt-get install -y --no-install-recommends openjdk-'*'-jdk-headless wget ca-certificates unzip' ]]
}
test_that 'without the right to install it says the line to run' says_what_to_install

refuses_jre() {
  JAVA_HOME=$box/jre WAYSIDE_JVM_FOLDER=$box/jvm "$box/tree/wayside" demo >"$box/out" 2>"$box/err" &&
    [[ $(<"$box/out") == "$box/jvm/17/bin/java|"* ]]
}
test_that 'a Java without compiler is passed over' refuses_jre

# --- counting

counts() {
  local expected=$1
  shift
  awk -f "$here/test-counts.awk" "$@" >"$box/out" 2>"$box/err" && [[ $(last_line) == "$expected" ]]
}
write_reports "$box/reports"
test_that 'tests, failures, errors and skipped ones are counted' counts '4 2 1 1.5' "$box/reports/mixed.xml"
test_that 'nested classes count, though the totals leave them out' counts '3 1 0 0.2' "$box/reports/nested.xml"
test_that 'what a test prints does not count' counts '1 0 0 0.1' "$box/reports/noisy.xml"
test_that 'a tag over several lines counts' counts '1 1 0 0.1' "$box/reports/wrapped.xml"
test_that 'a report cut short is a failure' counts '2 1 0 0.1' "$box/reports/cut.xml"
test_that 'totals that know of more failures are believed' counts '2 2 0 0.1' "$box/reports/totals.xml"
test_that 'several reports add up' counts '5 2 1 1.6' "$box/reports/mixed.xml" "$box/reports/noisy.xml"
names_failures() {
  awk -f "$here/test-counts.awk" "$box/reports/mixed.xml" >"$box/out"
  grep -qxF '! io.wayside.A.breaks: expected: <1> but was: "2" & more' "$box/out"
}
test_that 'failures are named with their message' names_failures

# tests_with REPORT... puts these into the module core, leaves one of an earlier run behind, and runs the tests.
tests_with() {
  local report
  rm -rf "$box/next-reports"
  mkdir -p "$box/next-reports" "$box/tree/gateway-bundles/core/target/surefire-reports"
  cp "$box/reports/noisy.xml" "$box/tree/gateway-bundles/core/target/surefire-reports/TEST-old.xml"
  for report; do cp "$box/reports/$report.xml" "$box/next-reports/TEST-$report.xml"; done
  wayside test --once
}

passing_run() {
  tests_with noisy nested-good
  ((code == 0)) && [[ $(last_line) == '6 passed, 0 failed' ]] && grep -qE '^core +4 +0 +0 ' "$box/out"
}
test_that 'a passing run closes with its count, earlier reports left out' passing_run

failing_run() {
  tests_with mixed
  ((code == 1)) && [[ $(last_line) == '3 passed, 2 failed, 1 skipped' ]] && grep -q '^FAILED core on JDK 17: io.wayside.A.breaks' "$box/out"
}
test_that 'a failing run names the test and fails' failing_run

idle_module() {
  tests_with
  ((code == 1)) && [[ $(last_line) == '2 passed, 1 failed' ]] && grep -q 'core on JDK 17: it has test sources, and none ran' "$box/out"
}
test_that 'a module whose tests did not run fails' idle_module

broken_build_in_test() {
  touch "$box/maven-fails"
  tests_with noisy
  rm -f "$box/maven-fails"
  ((code == 1)) && [[ $(last_line) == '3 passed, 1 failed' ]] && grep -q 'the build itself failed' "$box/out"
}
test_that 'a build that breaks while testing fails, whatever passed' broken_build_in_test

crash_in_test() {
  touch "$box/maven-tells-crash"
  tests_with noisy
  rm -f "$box/maven-tells-crash"
  ((code == 1)) && grep -q 'a test JVM crashed or hung' "$box/out"
}
test_that 'a test JVM that dies fails' crash_in_test

further_jdk() {
  rm -rf "$box/next-reports"
  mkdir -p "$box/next-reports"
  cp "$box/reports/noisy.xml" "$box/next-reports/TEST-noisy.xml"
  wayside test
  ((code == 0)) && [[ $(last_line) == '4 passed, 0 failed' ]] && grep -q '^JDK 25 ' "$box/out"
}
test_that 'a further JDK runs the tests again' further_jdk

for_each_two_cores() {
  local runs
  rm -f "$box/maven-calls"
  wayside test
  runs=$(grep -c 'wayside.test.jvm=' "$box/maven-calls")
  ((runs == 2)) && [[ $(grep 'wayside.test.jvm=' "$box/maven-calls" | grep -c -- '-T 0.5C ') == "$runs" ]]
}
test_that 'on each JDK a module is tested for each two cores' for_each_two_cores

one_module() {
  mkdir -p "$box/next-reports"
  wayside test --module core
  ((code == 0)) && [[ $(last_line) == '1 passed, 0 failed' ]] && grep -q -- '-pl gateway-bundles/core -am -Dtest=io/wayside/core/' "$box/maven-calls"
}
test_that 'one module alone can be tested' one_module

refused() {
  local expected=$1 words=$2
  shift 2
  wayside "$@"
  ((code == expected)) && [[ $err == *"$words"* ]]
}
test_that 'an unknown module is refused with the known ones' refused 2 "there is no module 'cor'; there are: core scenarios" test --module cor
test_that 'an unknown option of test is refused' refused 2 "test does not know '--all'" test --all
test_that 'a JDK that is not there is refused with those that are' refused 3 'JDK 21 is not installed; found: 17 25' test --jdk 21

# --- tidying

clean_removes_what_was_built() {
  mkdir -p "$box/tree/config/target" && wayside clean
  [[ ! -e $box/tree/.wayside && ! -e $box/tree/gateway-bundles/core/target && -d $box/tree/config/target ]]
}
test_that 'clean removes what was built and nothing else' clean_removes_what_was_built

printf '%d passed, %d failed\n' "$passed" "$failed"
((failed == 0))
