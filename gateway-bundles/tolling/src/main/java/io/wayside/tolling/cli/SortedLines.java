// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Entries as people write them, in the order of lists: fewer bits first, then by value. */
final class SortedLines {

  private SortedLines() {}

  static List<byte[]> of(Path file) throws IOException {
    List<byte[]> lines = new ArrayList<>();
    try (BufferedReader in = Files.newBufferedReader(file)) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        String entry = line.strip();
        if (!entry.isEmpty() && !entry.startsWith("#")) {
          lines.add(entry.replaceAll("\\s+", " ").getBytes(StandardCharsets.UTF_8));
        }
      }
    }
    lines.sort(
        Comparator.comparingInt(SortedLines::bits).thenComparing(SortedLines::compareDigits));
    return lines;
  }

  private static int from(byte[] line) {
    return line[0] == '-' ? 1 : 0;
  }

  private static int digitsTo(byte[] line) {
    int at = from(line);
    while (at < line.length && line[at] != ' ' && line[at] != '/') {
      at++;
    }
    return at;
  }

  private static int bits(byte[] line) {
    int at = digitsTo(line);
    if (at == line.length || line[at] == ' ') {
      return (at - from(line)) * 4;
    }
    int bits = 0;
    for (at++; at < line.length && line[at] >= '0' && line[at] <= '9' && bits < 1000; at++) {
      bits = bits * 10 + line[at] - '0';
    }
    return bits;
  }

  /** Of numbers of as many bits the digits sort as the values do. */
  private static int compareDigits(byte[] one, byte[] other) {
    return java.util.Arrays.compareUnsigned(
        one, from(one), digitsTo(one), other, from(other), digitsTo(other));
  }
}
