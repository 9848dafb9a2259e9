# SPDX-License-Identifier: Apache-2.0
#
# Counts the tests of JUnit report files, given one after the other. Prints one line
#   tests failed skipped seconds
# and, for every failure, a line that begins with "! " and names it.
#
# Counted are the <testcase> elements: Surefire's totals in <testsuite …> leave nested classes out. Where the
# totals name more tests or failures than there are elements, they are believed, and a report without its end
# (a test JVM that died while writing) is one failure: the count never looks better than the run was.
# Plain POSIX awk, because Debian's minimal system has mawk.

function attribute(tag, name,    start) {
  # A blank before the name, so that "tests" is not found inside another attribute's name.
  if (!match(tag, "[ \t\n]" name "=\"[^\"]*\"")) return ""
  start = RSTART + length(name) + 3
  return substr(tag, start, RSTART + RLENGTH - 1 - start)
}

function plain(text) {
  gsub(/&#10;/, " ", text); gsub(/&lt;/, "<", text); gsub(/&gt;/, ">", text)
  gsub(/&quot;/, "\"", text); gsub(/&apos;/, "'", text); gsub(/&amp;/, "\\&", text)
  return text
}

# What of a line is markup: output and stack traces of the tests stand in CDATA and may look like anything.
function markup(line,    at, kept) {
  kept = ""
  while (line != "") {
    if (in_data) {
      if (!(at = index(line, "]]>"))) return kept
      line = substr(line, at + 3)
      in_data = 0
    } else {
      if (!(at = index(line, "<![CDATA["))) return kept line
      kept = kept substr(line, 1, at - 1)
      line = substr(line, at + 9)
      in_data = 1
    }
  }
  return kept
}

function end_of_report() {
  if (file == "") return
  if (!closed) {
    f_tests++
    f_failed++
    print "! " file ": the report is cut short; did the test JVM die?"
  }
  tests += said_tests > f_tests ? said_tests : f_tests
  failed += said_failed > f_failed ? said_failed : f_failed
  skipped += f_skipped
}

function element(tag,    name, message) {
  name = tag
  sub(/[ \t\r\n\/>].*/, "", name)
  if (tag ~ /^\/testsuite>/) closed = 1
  else if (name == "testsuite") {
    said_tests += attribute(tag, "tests")
    said_failed += attribute(tag, "failures") + attribute(tag, "errors")
    seconds += attribute(tag, "time")
    if (tag ~ /\/>/) closed = 1
  } else if (name == "testcase") {
    f_tests++
    test = plain(attribute(tag, "classname") "." attribute(tag, "name"))
    told = 0
  } else if (name == "skipped") f_skipped++
  else if ((name == "failure" || name == "error") && !told) {
    # Once for each test, however many failures it piled up.
    told = 1
    f_failed++
    message = plain(attribute(tag, "message"))
    sub(/^ +/, "", message)
    print "! " test (message == "" ? "" : ": " substr(message, 1, 160))
  }
}

FNR == 1 {
  end_of_report()
  file = FILENAME
  in_data = closed = told = f_tests = f_failed = f_skipped = said_tests = said_failed = 0
  test = pending = ""
}

{
  # A tag may go over several lines: what has no ">" yet waits for the next one.
  n = split(pending markup($0), piece, "<")
  pending = ""
  for (i = 2; i <= n; i++) {
    if (i == n && !in_data && index(piece[i], ">") == 0) pending = "<" piece[i] "\n"
    else element(piece[i])
  }
}

END {
  end_of_report()
  printf "%d %d %d %.1f\n", tests, failed, skipped, seconds
}
