// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.countscore;

import io.wayside.core.data.GarbledData;
import io.wayside.core.data.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One vehicle over one line, as a counter or the truth has it.
 *
 * @param seenS for how long it was to be seen, where that is known
 * @param apartS for how long of this it was so with road all around it
 */
record Passing(
    double timeS,
    String line,
    String direction,
    String vehicleClass,
    OptionalDouble lengthM,
    OptionalDouble speedMps,
    OptionalDouble seenS,
    OptionalDouble apartS) {

  /** Shorter is a glimpse, and no counter can know what it was. */
  private static final double GLIMPSE_S = 0.25;

  private static final double MOST_SECONDS = 1e8;

  /** Reads JSON lines. */
  static List<Passing> read(String name, String text) throws GarbledData {
    List<Passing> all = new ArrayList<>();
    int number = 0;
    for (String json : text.split("\\R", -1)) {
      number++;
      if (!json.isBlank()) {
        all.add(of(Node.read(name + ": line " + number, json)));
      }
    }
    return all;
  }

  private static Passing of(Node node) throws GarbledData {
    return new Passing(
        node.member("t").number(0, MOST_SECONDS),
        text(node, "line", ""),
        node.member("direction").text(),
        text(node, "class", "other"),
        number(node, "lengthM"),
        number(node, "speedMps"),
        number(node, "seenS"),
        number(node, "apartS"));
  }

  /** Whether others hid it all the way. */
  boolean wasHidden() {
    return seenS.orElse(GLIMPSE_S) < GLIMPSE_S;
  }

  /** Whether in the picture it was always one with others, though to be seen. */
  boolean wasNeverApart() {
    return !wasHidden() && apartS.orElse(GLIMPSE_S) < GLIMPSE_S;
  }

  private static String text(Node node, String name, String otherwise) throws GarbledData {
    Optional<Node> member = node.optional(name);
    return member.isPresent() ? member.get().text() : otherwise;
  }

  private static OptionalDouble number(Node node, String name) throws GarbledData {
    Optional<Node> member = node.optional(name);
    return member.isPresent()
        ? OptionalDouble.of(member.get().number(0, 10_000))
        : OptionalDouble.empty();
  }
}
