// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.detector.card;

import io.wayside.core.data.GarbledData;
import io.wayside.core.data.Node;
import io.wayside.core.device.CardWord.LoopFault.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a card keeps in which registers: a document, for there is no map that two makers share.
 *
 * @param every how often it is looked at
 * @param uptimeS seconds since the card began, by its own clock
 */
public record RegisterProfile(
    Duration every, List<Channel> channels, Optional<Ring> ring, Optional<Place> uptimeS) {

  private static final int LARGEST = 0xFFFF;
  private static final int MOST_CHANNELS = 64;

  /**
   * One place of counting.
   *
   * @param counter of vehicles, running on; without it they are in the ring
   * @param occupiedMs milliseconds in which it was occupied, running on
   * @param faults which bits say what
   */
  record Channel(
      int number, Optional<Place> counter, Optional<Place> occupiedMs, Optional<Faults> faults) {}

  /** Bits of a register, each of one fault. */
  record Faults(Place place, Map<Kind, Integer> masks) {
    Faults {
      masks = Map.copyOf(masks);
    }
  }

  public RegisterProfile {
    channels = List.copyOf(channels);
  }

  /** From a document of {@code config/cards}. */
  public static RegisterProfile from(Node document) throws GarbledData {
    Node registers = document.member("registers");
    Optional<Node> every = registers.optional("everyMs");
    List<Channel> channels = new ArrayList<>();
    Set<Integer> numbers = new HashSet<>();
    for (Node row : registers.member("channels").elements()) {
      Channel channel = channel(row);
      if (!numbers.add(channel.number()) || numbers.size() > MOST_CHANNELS) {
        throw row.wrong("is there twice, or one more than " + MOST_CHANNELS);
      }
      channels.add(channel);
    }
    Optional<Node> ring = registers.optional("vehicles");
    boolean counts = channels.stream().allMatch(channel -> channel.counter().isPresent());
    if (channels.isEmpty() || (ring.isEmpty() && !counts)) {
      throw registers.wrong("needs a counter for each of its channels, or vehicles");
    }
    if (ring.isPresent() && channels.stream().anyMatch(one -> one.counter().isPresent())) {
      throw registers.wrong("has vehicles and counters; each would be counted twice");
    }
    return new RegisterProfile(
        Duration.ofMillis(every.isEmpty() ? 500 : every.get().whole(20, 60_000)),
        channels,
        ring.isEmpty() ? Optional.empty() : Optional.of(Ring.from(ring.get())),
        place(registers, "uptimeS"));
  }

  private static Channel channel(Node row) throws GarbledData {
    return new Channel(
        row.member("channel").whole(0, 255),
        place(row, "counter"),
        place(row, "occupiedMs"),
        faults(row.optional("faults")));
  }

  private static Optional<Place> place(Node from, String name) throws GarbledData {
    Optional<Node> place = from.optional(name);
    return place.isEmpty() ? Optional.empty() : Optional.of(Place.from(place.get()));
  }

  private static Optional<Faults> faults(Optional<Node> node) throws GarbledData {
    if (node.isEmpty()) {
      return Optional.empty();
    }
    Map<Kind, Integer> masks = new EnumMap<>(Kind.class);
    mask(node.get(), "open", Kind.OPEN_LOOP, masks);
    mask(node.get(), "shorted", Kind.SHORTED_LOOP, masks);
    mask(node.get(), "other", Kind.LOOP_FAULT, masks);
    return Optional.of(new Faults(Place.from(node.get()), masks));
  }

  private static void mask(Node faults, String name, Kind kind, Map<Kind, Integer> masks)
      throws GarbledData {
    Optional<Node> mask = faults.optional(name);
    if (mask.isPresent()) {
      masks.put(kind, mask.get().whole(1, LARGEST));
    }
  }
}
