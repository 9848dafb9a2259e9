// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.cli;

import io.wayside.core.data.GarbledData;
import io.wayside.core.data.Node;
import io.wayside.core.quality.Flag;
import io.wayside.counting.interval.Counted;
import io.wayside.counting.scheme.PcuRule;
import io.wayside.counting.sighting.SightFlags;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Crossings as JSON lines, as the verb count writes them. */
final class CrossingLines {

  /** More lines to count at than any place has. */
  private static final int MOST_LINES = 1000;

  /** Four months; bounds the number of intervals. */
  static final double MOST_SECONDS = 1e7;

  /** Circumstances of a vehicle that is one all the same. */
  private static final Set<String> NO_DOUBT =
      Stream.of(SightFlags.PIXELS, SightFlags.CUT, SightFlags.WRONG_WAY, SightFlags.STOPPED)
          .map(Flag::code)
          .collect(Collectors.toUnmodifiableSet());

  private CrossingLines() {}

  /** Crossings by line, each in the order of time. */
  static Map<String, List<Counted>> read(String name, String text, PcuRule units) throws Wrong {
    Map<String, List<Counted>> lines = new TreeMap<>();
    int number = 0;
    for (String json : text.split("\\R", -1)) {
      number++;
      if (json.isBlank()) {
        continue;
      }
      try {
        Node crossing = Node.read(name + ": line " + number, json);
        Optional<Node> line = crossing.optional("line");
        String id = line.isPresent() ? line.get().text() : "";
        lines.computeIfAbsent(id, unseen -> new ArrayList<>()).add(counted(crossing, units));
      } catch (GarbledData garbled) {
        throw new Wrong(String.valueOf(garbled.getMessage()));
      }
      if (lines.size() > MOST_LINES) {
        throw new Wrong(
            name + ": line " + number + ": there are more than " + MOST_LINES + " lines");
      }
    }
    lines.values().forEach(all -> all.sort(Comparator.comparingLong(Counted::nanos)));
    return lines;
  }

  private static Counted counted(Node crossing, PcuRule units) throws GarbledData {
    Optional<Node> speed = crossing.optional("speedMps");
    boolean doubtful = false;
    Optional<Node> flags = crossing.optional("flags");
    if (flags.isPresent()) {
      for (Node flag : flags.get().elements()) {
        doubtful |= !NO_DOUBT.contains(flag.text());
      }
    }
    String vehicleClass = crossing.member("class").text();
    return new Counted(
        Math.round(crossing.member("t").number(0, MOST_SECONDS) * 1e9),
        vehicleClass,
        crossing.member("direction").text(),
        units.of(vehicleClass),
        speed.isPresent() ? OptionalDouble.of(speed.get().number(0, 1000)) : OptionalDouble.empty(),
        0,
        doubtful);
  }
}
