// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.detector.card;

import io.wayside.core.data.GarbledData;
import io.wayside.core.data.Node;
import io.wayside.core.device.CardWord.LoopFault.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * What a card says in which lines: patterns with named groups, which {@link LineWatch} understands.
 *
 * @param channels of places of counting
 * @param vehicle one line a vehicle
 * @param heartbeat what the card says when there is nothing to say
 * @param fault what it says of loops
 * @param kinds by the text of the group {@code fault}; another text ends them all
 * @param speedToMps a unit of the text
 * @param modulo how many sequence numbers there are; none: lines have no numbers
 */
public record LineProfile(
    List<Integer> channels,
    Pattern vehicle,
    Optional<Pattern> heartbeat,
    Optional<Pattern> fault,
    Map<String, Kind> kinds,
    double speedToMps,
    double lengthToM,
    Map<String, String> classes,
    OptionalInt modulo,
    Optional<Checksum> checksum) {

  /** Units of speeds. */
  private enum SpeedUnit {
    KM_H(1 / 3.6),
    M_S(1);

    private final double mps;

    SpeedUnit(double mps) {
      this.mps = mps;
    }
  }

  /** Units of lengths. */
  private enum LengthUnit {
    M(1),
    DM(0.1),
    CM(0.01);

    private final double metres;

    LengthUnit(double metres) {
      this.metres = metres;
    }
  }

  public LineProfile {
    channels = List.copyOf(channels);
    kinds = Map.copyOf(kinds);
    classes = Map.copyOf(classes);
  }

  /** From a document of {@code config/cards}. */
  public static LineProfile from(Node document) throws GarbledData {
    Node lines = document.member("lines");
    List<Integer> channels = new ArrayList<>();
    for (Node channel : lines.member("channels").elements()) {
      channels.add(channel.whole(0, 255));
    }
    if (channels.isEmpty()) {
      throw lines.wrong("has no channels");
    }
    Optional<Node> speed = lines.optional("speedUnit");
    Optional<Node> length = lines.optional("lengthUnit");
    Optional<Node> sequence = lines.optional("sequenceNumbers");
    Optional<Node> checksum = lines.optional("checksum");
    Pattern vehicle = pattern(lines.member("vehicle"));
    if (sequence.isPresent() && !vehicle.pattern().contains("(?<sequence>")) {
      throw lines.wrong("has sequenceNumbers, and a pattern of vehicles without (?<sequence>…)");
    }
    if (channels.size() > 1 && !vehicle.pattern().contains("(?<channel>")) {
      throw lines.wrong("has channels, and a pattern of vehicles without (?<channel>…)");
    }
    return new LineProfile(
        channels,
        vehicle,
        optionalPattern(lines, "heartbeat"),
        optionalPattern(lines, "fault"),
        kinds(lines.optional("faults")),
        speed.isEmpty() ? SpeedUnit.KM_H.mps : speed.get().word(SpeedUnit.class).mps,
        length.isEmpty() ? LengthUnit.M.metres : length.get().word(LengthUnit.class).metres,
        texts(lines.optional("classes")),
        sequence.isEmpty() ? OptionalInt.empty() : OptionalInt.of(sequence.get().whole(8, 1 << 30)),
        checksum.isEmpty() ? Optional.empty() : Optional.of(Checksum.from(checksum.get())));
  }

  private static Optional<Pattern> optionalPattern(Node lines, String name) throws GarbledData {
    Optional<Node> node = lines.optional(name);
    return node.isEmpty() ? Optional.empty() : Optional.of(pattern(node.get()));
  }

  private static Pattern pattern(Node node) throws GarbledData {
    try {
      return Pattern.compile(node.text());
    } catch (PatternSyntaxException wrong) {
      throw node.wrong("is no pattern: " + wrong.getDescription());
    }
  }

  private static Map<String, Kind> kinds(Optional<Node> node) throws GarbledData {
    Map<String, Kind> kinds = new HashMap<>();
    for (Map.Entry<String, String> each : texts(node).entrySet()) {
      kinds.put(
          each.getKey(),
          switch (each.getValue()) {
            case "open" -> Kind.OPEN_LOOP;
            case "shorted" -> Kind.SHORTED_LOOP;
            default -> Kind.LOOP_FAULT;
          });
    }
    return kinds;
  }

  private static Map<String, String> texts(Optional<Node> node) throws GarbledData {
    Map<String, String> texts = new HashMap<>();
    if (node.isPresent()) {
      for (Map.Entry<String, Node> each : node.get().members().entrySet()) {
        texts.put(each.getKey(), each.getValue().text());
      }
    }
    return texts;
  }
}
