// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.strips;

import io.wayside.core.data.GarbledData;
import io.wayside.core.data.Node;
import io.wayside.weighing.instrument.InstrumentHead;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A weigh-in-motion instrument made of strips, as its document describes it.
 *
 * @param head what every instrument has
 * @param lines two or more, in the order in which a vehicle drives over them
 * @param loops that tell vehicles apart; none when the axles must do
 * @param temperatureChannel in °C; empty when it is not measured
 * @param rules thresholds
 */
public record StripInstrument(
    InstrumentHead head,
    List<Line> lines,
    List<Loop> loops,
    Optional<String> temperatureChannel,
    StripRules rules) {

  private static final double SAME_PLACE_M = 0.5;

  public static StripInstrument from(Node document) throws GarbledData {
    InstrumentHead head = InstrumentHead.from(document);
    document.only(
        "instrument",
        "kind",
        "calibration",
        "verified",
        "notes",
        "lines",
        "loops",
        "temperature",
        "rules");
    if (head.kind() != InstrumentHead.Kind.STRIPS) {
      throw document.member("kind").wrong("must be strips to be read as strips");
    }
    List<Line> lines = new ArrayList<>();
    for (Node line : document.member("lines").elements()) {
      lines.add(Line.from(line));
    }
    List<Loop> loops = new ArrayList<>();
    if (document.optional("loops").isPresent()) {
      for (Node loop : document.member("loops").elements()) {
        loops.add(Loop.from(loop));
      }
    }
    Optional<Node> temperature = document.optional("temperature");
    StripInstrument instrument =
        new StripInstrument(
            head,
            List.copyOf(lines),
            List.copyOf(loops),
            temperature.isPresent()
                ? Optional.of(temperature.get().only("channel").member("channel").text())
                : Optional.empty(),
            StripRules.from(document.optional("rules")));
    instrument.mustBePossible(document);
    return instrument;
  }

  private void mustBePossible(Node document) throws GarbledData {
    for (int i = 1; i < lines.size(); i++) {
      if (lines.get(i).atM() < lines.get(i - 1).atM()) {
        throw document.member("lines").wrong("must be in the order of travel, by rising \"atM\"");
      }
    }
    if (!speedCanBeTold()) {
      throw document
          .member("lines")
          .wrong("must have two lines of the same angle at least 0.5 m apart, to measure speed");
    }
    Set<String> seen = new HashSet<>();
    for (String channel : channels()) {
      if (!seen.add(channel)) {
        throw document.wrong("uses the channel \"" + channel + "\" twice; each has one place");
      }
    }
  }

  @SuppressWarnings("FloatingPointEquality") // angles as written, not computed
  private boolean speedCanBeTold() {
    return lines.stream()
        .anyMatch(
            a ->
                lines.stream()
                    .anyMatch(
                        b -> a.angleDeg() == b.angleDeg() && b.atM() - a.atM() >= SAME_PLACE_M));
  }

  /** The channels it needs, in the order of the document. */
  public List<String> channels() {
    List<String> channels = new ArrayList<>();
    lines.forEach(line -> line.halves().forEach(half -> channels.add(half.channel())));
    loops.forEach(loop -> loop.channel().ifPresent(channels::add));
    temperatureChannel.ifPresent(channels::add);
    return channels;
  }
}
