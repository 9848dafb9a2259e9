// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.systemtests.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Rules about the text of the sources. Each gives one line per fault: the file, and what to do. */
final class SourceRules {

  private static final int LONGEST = 500;
  private static final int MEDIAN = 90;
  private static final int NINE_IN_TEN = 250;
  private static final String SPDX = "SPDX-License-Identifier: Apache-2.0";

  /** Comes from Maven with its own licence's text, and stays as it came. */
  private static final String MAVEN_WRAPPER = "mvnw";

  private static final Pattern SIGNED = Pattern.compile(".*\\.(java|sh|yaml|yml)");
  private static final Pattern UNFINISHED =
      Pattern.compile("\\b(TO" + "DO|FIX" + "ME|XX" + "X)\\b|@auth" + "or\\b|not implem" + "ented");
  private static final Pattern VAGUE_NAME =
      Pattern.compile("(.*/)?[A-Za-z]*(Manager|Helper|Utils?|Impl)\\.java");

  private final House house;

  SourceRules(House house) {
    this.house = house;
  }

  List<String> tooLong() {
    return faults(
        ".java",
        (name, lines) -> lines.size() > LONGEST,
        lines ->
            "has " + lines.size() + " lines; more than " + LONGEST + " hold more than one idea");
  }

  List<String> unsigned() {
    return faults(
        "",
        (name, lines) -> mustBeSigned(name, lines) && !signed(lines),
        lines -> "does not say \"" + SPDX + "\" in its first two lines");
  }

  List<String> unfinished() {
    return faults(
        ".java",
        (name, lines) -> lines.stream().anyMatch(line -> UNFINISHED.matcher(line).find()),
        lines -> "holds a mark of unfinished work or an author's name; finish it, or drop it");
  }

  List<String> vaguelyNamed() {
    return faults(
        ".java",
        (name, lines) -> VAGUE_NAME.matcher(name).matches(),
        lines -> "has a name that says nothing; name what it is in the domain's words");
  }

  /** Lines of all Java files of the main code in ascending order. */
  List<Integer> mainSizes() {
    return sizes("src/main/java/");
  }

  List<Integer> testSizes() {
    return sizes("src/test/java/");
  }

  /** Too much in too few files; one line, or none. */
  List<String> unevenlySpread() {
    List<Integer> sizes = mainSizes();
    int median = quantile(sizes, 0.5);
    int ninth = quantile(sizes, 0.9);
    return median <= MEDIAN && ninth <= NINE_IN_TEN
        ? List.of()
        : List.of(
            "main code: median %d lines (at most %d), nine in ten within %d (at most %d)"
                .formatted(median, MEDIAN, ninth, NINE_IN_TEN));
  }

  static int quantile(List<Integer> sorted, double share) {
    return sorted.isEmpty()
        ? 0
        : sorted.get((int) Math.min(sorted.size() - 1L, Math.round(share * sorted.size())));
  }

  private List<Integer> sizes(String folder) {
    return house.files().stream()
        .filter(file -> file.toString().endsWith(".java") && !file.endsWith("package-info.java"))
        .filter(file -> file.toString().contains(folder))
        .map(file -> lines(file).size())
        .sorted()
        .toList();
  }

  private static boolean mustBeSigned(String name, List<String> lines) {
    if (name.equals(MAVEN_WRAPPER)) {
      return false;
    }
    boolean script =
        !lines.isEmpty() && lines.get(0).startsWith("#!") && lines.get(0).endsWith("sh");
    return script || SIGNED.matcher(name).matches();
  }

  private static boolean signed(List<String> lines) {
    return lines.stream().limit(2).anyMatch(line -> line.contains(SPDX));
  }

  private interface Fault {
    boolean in(String name, List<String> lines);
  }

  private interface Remark {
    String on(List<String> lines);
  }

  private List<String> faults(String ending, Fault fault, Remark remark) {
    List<String> found = new ArrayList<>();
    for (Path file : house.files()) {
      String name = house.root().relativize(file).toString();
      if (name.endsWith(ending)) {
        List<String> lines = lines(file);
        if (fault.in(name, lines)) {
          found.add(name + " " + remark.on(lines));
        }
      }
    }
    return found;
  }

  /** Bytes as characters: a picture has lines too, and none of them is signed. */
  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file, StandardCharsets.ISO_8859_1);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(file + " cannot be read", unreadable);
    }
  }
}
