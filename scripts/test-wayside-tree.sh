# shellcheck shell=bash disable=SC2154
# SPDX-License-Identifier: Apache-2.0
#
# The small tree test-wayside.sh works in: two modules, a Maven and Javas that only write down how they were
# called, and report files. Needs: here, box.

mkdir -p "$box/tree"
cp "$here/../wayside" "$box/tree/"
cp -r "$here" "$box/tree/scripts"
printf '#!/bin/sh\necho "2 passed, 0 failed"\n' >"$box/tree/scripts/test-wayside.sh"

write_pom() {
  mkdir -p "$box/tree/$1/src/main/java"
  printf '<project>\n<parent>\n<artifactId>io.wayside.parent</artifactId>\n</parent>\n<artifactId>%s</artifactId>\n</project>\n' \
    "$2" >"$box/tree/$1/pom.xml"
}
write_pom gateway-bundles/core io.wayside.core
write_pom test-rig/scenarios io.wayside.rig.scenarios
echo '<project><version>0.1.0</version><modules></modules></project>' >"$box/tree/pom.xml"
mkdir -p "$box/tree/gateway-bundles/core/src/test/java"
touch "$box/tree/gateway-bundles/core/src/test/java/CoreTest.java" "$box/tree/gateway-bundles/core/src/main/java/Core.java"

# The make-believe Maven. Files in the box say how it shall behave.
touch "$box/maven-calls"
cat >"$box/tree/mvnw" <<MAVEN
#!/usr/bin/env bash
echo "\$*" >>'$box/maven-calls'
[[ ! -e '$box/maven-is-slow' ]] || sleep 0.5
[[ ! -e '$box/maven-hangs' ]] || { echo \$\$ >'$box/maven-pid'; exec sleep 60; }
echo '[INFO] Building Wayside core 0.1.0      [1/2]'
for module in gateway-bundles/core:io.wayside.core test-rig/scenarios:io.wayside.rig.scenarios; do
  folder='$box/tree/'\${module%%:*}/target
  mkdir -p "\$folder"
  touch "\$folder/\${module##*:}-0.1.0.jar"
  printf %s '$box/tree/gateway-bundles/core/target/io.wayside.core-0.1.0.jar' >"\$folder/classpath.txt"
done
if [[ -d '$box/next-reports' && \$* != *maven.test.skip* ]]; then
  mkdir -p '$box/tree/gateway-bundles/core/target/surefire-reports'
  cp '$box/next-reports'/TEST-*.xml '$box/tree/gateway-bundles/core/target/surefire-reports' 2>/dev/null
fi
[[ ! -e '$box/maven-tells-crash' ]] || echo '[WARNING] The forked VM terminated without properly saying goodbye.'
if [[ -e '$box/maven-fails' ]]; then
  printf '[ERROR] %s\n' 'Core.java:[3,1] broken' 'Re-run Maven using the -X switch to enable full debug logging.'
  exit 1
fi
exit 0
MAVEN
chmod +x "$box/tree/mvnw" "$box/tree/scripts/test-wayside.sh"

# Javas: a JDK 17, a Java 25 and a 17 without compiler. Each prints where it is and how it was called.
write_java() {
  mkdir -p "$box/$1/bin"
  printf 'JAVA_VERSION="%s.0.1"\n' "$2" >"$box/$1/release"
  cat >"$box/$1/bin/java" <<'JAVA'
#!/usr/bin/env bash
while [[ $1 != -cp ]]; do shift; done
shift
printf '%s|' "$0" "$@"
echo
[[ ${3:-} != --exit ]] || exit "$4"
JAVA
  chmod +x "$box/$1/bin/java"
}
write_java jvm/17 17
write_java jvm/25 25
write_java jre 17
cp "$box/jvm/17/bin/java" "$box/jvm/17/bin/javac"
export JAVA_HOME=$box/jvm/17 WAYSIDE_JVM_FOLDER=$box/jvm

# A machine on which nothing is installed, and a sudo that asks for a password.
mkdir -p "$box/poor"
for tool in bash env readlink sort cat mkdir; do ln -s "$(command -v "$tool")" "$box/poor/$tool"; done
printf '#!/bin/sh\nexit 1\n' | tee "$box/poor/sudo" >"$box/poor/apt-get"
chmod +x "$box/poor/sudo" "$box/poor/apt-get"

# What the tests would need on the machine is there as far as this tree is concerned.
mkdir -p "$box/bin"
for tool in mosquitto chromium softhsm2-util wget unzip; do ln -s /bin/true "$box/bin/$tool"; done
ln -s "$box/jvm/17/bin/javac" "$box/bin/javac"
PATH=$box/bin:$PATH

write_reports() {
  mkdir -p "$1"
  cat >"$1/mixed.xml" <<'XML'
<?xml version="1.0" encoding="UTF-8"?>
<testsuite name="io.wayside.A" time="1.5" tests="4" errors="1" skipped="1" failures="1">
  <properties><property name="tests" value="99"/></properties>
  <testcase name="holds" classname="io.wayside.A" time="0.1"/>
  <testcase name="breaks" classname="io.wayside.A" time="0.1">
    <failure message="expected: &lt;1&gt; but was: &quot;2&quot; &amp; more" type="x"><![CDATA[trace]]></failure>
    <failure message="a second one" type="x"/>
  </testcase>
  <testcase name="stumbles" classname="io.wayside.A" time="0.1"><error type="x"/></testcase>
  <testcase name="waits" classname="io.wayside.A" time="0.0"><skipped message="no"/></testcase>
</testsuite>
XML
  cat >"$1/nested.xml" <<'XML'
<testsuite name="io.wayside.B" time="0.2" tests="0" errors="0" skipped="0" failures="0">
  <testcase name="one" classname="io.wayside.B$Inner"/><testcase name="two" classname="io.wayside.B$Inner"/>
  <testcase name="three" classname="io.wayside.B$Inner"><failure type="x"/></testcase>
</testsuite>
XML
  sed 's|<failure type="x"/>||' "$1/nested.xml" >"$1/nested-good.xml"
  cat >"$1/noisy.xml" <<'XML'
<testsuite name="io.wayside.C" time="0.1" tests="1" errors="0" skipped="0" failures="0">
  <testcase name="prints" classname="io.wayside.C">
    <system-out><![CDATA[<failure message="no"/> <testcase name="x"/>
</testsuite> <error/>
  <failure/> ]]]]><![CDATA[> <testcase/>]]></system-out>
  </testcase>
</testsuite>
XML
  cat >"$1/wrapped.xml" <<'XML'
<testsuite name="io.wayside.D"
    time="0.1" tests="1"
    failures="1">
  <testcase
      name="wraps" classname="io.wayside.D">
    <failure
      type="x"/></testcase></testsuite>
XML
  cat >"$1/cut.xml" <<'XML'
<testsuite name="io.wayside.E" time="0.1" tests="1" errors="0" skipped="0" failures="0">
  <testcase name="holds" classname="io.wayside.E"/>
  <testcase nam
XML
  cat >"$1/totals.xml" <<'XML'
<testsuite name="io.wayside.F" time="0.1" tests="2" errors="1" skipped="0" failures="1"/>
XML
}
