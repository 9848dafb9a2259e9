// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.water;

import java.util.List;
import java.util.SplittableRandom;

/** Loses, doubles and tears what is sent, and mixes in what others say. */
final class Air {

  private static final double DOUBLED = 0.2;
  private static final double TORN = 0.003;
  private static final double FOREIGN = 0.01;

  private final SplittableRandom random;

  Air(SplittableRandom random) {
    this.random = random;
  }

  void carry(List<String> lines, long atMs, double loss, List<Heard> heard) {
    if (random.nextDouble() < loss) {
      return;
    }
    int times = random.nextDouble() < DOUBLED ? 2 : 1;
    for (int time = 0; time < times; time++) {
      long at = atMs + time * 300L;
      for (String line : lines) {
        heard.add(new Heard.Line(at, torn(line)));
      }
    }
    if (random.nextDouble() < FOREIGN) {
      heard.add(new Heard.Line(atMs, "$PFEC,idfnc,R,,*13\r\n"));
    }
  }

  private String torn(String line) {
    if (random.nextDouble() >= TORN) {
      return line;
    }
    int at = 1 + random.nextInt(line.length() - 4);
    return random.nextBoolean()
        ? line.substring(0, at) + "\r\n"
        : line.substring(0, at) + (char) (line.charAt(at) ^ 1) + line.substring(at + 1);
  }
}
