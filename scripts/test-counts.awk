# SPDX-License-Identifier: Apache-2.0
#
# Counts the tests of JUnit report files, given one after the other. Prints one line
#   tests failed skipped seconds
# and, for every failure, a line that begins with "!" and names it. A report without its end (a test JVM that
# died while writing) counts as one failure: what it does not say cannot be called passed.
# Plain POSIX awk: Debian's minimal system has mawk.

function attribute(tag, name,    start) {
  # A blank before the name, so that "tests" is not found in another attribute's name.
  if (!match(tag, "[ \t\n]" name "=\"[^\"]*\"")) return ""
  start = RSTART + length(name) + 3
  return substr(tag, start, RSTART + RLENGTH - 1 - start)
}

function plain(text) {
  gsub(/&lt;/, "<", text); gsub(/&gt;/, ">", text); gsub(/&quot;/, "\"", text)
  gsub(/&apos;/, "'", text); gsub(/&#10;/, " ", text); gsub(/&amp;/, "\\&", text)
  return text
}

function report_ends() {
  if (file == "") return
  if (!closed) {
    tests++
    failed++
    print "! " file ": the report is cut short; did the test JVM die?"
  }
}

FNR == 1 { report_ends(); file = FILENAME; seen = closed = collecting = reported = 0; tag = ""; test = "" }

# The opening <testsuite …> may span lines.
!seen && /<testsuite[ \t\r]|<testsuite$/ { collecting = 1 }
collecting {
  tag = tag "\n" $0
  if ($0 !~ />/) next
  collecting = 0
  seen = 1
  sub(/.*<testsuite/, "", tag)
  self_closed = tag ~ /^[^>]*\/>/
  tests += attribute(tag, "tests")
  failed += attribute(tag, "failures") + attribute(tag, "errors")
  skipped += attribute(tag, "skipped")
  seconds += attribute(tag, "time")
  if (self_closed) closed = 1
}
/<\/testsuite>/ { closed = 1 }

/^[ \t]*<testcase / { test = attribute($0, "classname") "." attribute($0, "name"); reported = 0 }
# One line per test, however many failures it piled up.
/^[ \t]*<(failure|error)[ >]/ && test != "" && !reported {
  message = plain(attribute($0, "message"))
  print "! " plain(test) (message == "" ? "" : ": " substr(message, 1, 160))
  reported = 1
}

END {
  report_ends()
  printf "%d %d %d %.1f\n", tests, failed, skipped, seconds
}
