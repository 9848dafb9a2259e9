// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.platform;

import io.wayside.core.data.GarbledData;
import io.wayside.core.data.Node;
import io.wayside.weighing.instrument.InstrumentHead;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A platform on load cells, as its document says.
 *
 * @param head id, calibration, verified range
 * @param lengthM along the travel
 * @param cells whose sum is the load
 * @param scaleIntervalKg e
 * @param maxKg Max
 * @param mode what is on the platform at once when it is weighed
 * @param naturalHz of the loaded platform; infinity when not told, then nothing settles
 * @param dampingRatio of that oscillation
 * @param loops that see vehicles; may be empty
 * @param tuning what a technician may change
 * @param indication how the static indication is made
 */
public record PlatformInstrument(
    InstrumentHead head,
    double lengthM,
    List<LoadCell> cells,
    double scaleIntervalKg,
    double maxKg,
    Mode mode,
    double naturalHz,
    double dampingRatio,
    List<PresenceLoop> loops,
    PlatformTuning tuning,
    IndicationRules indication) {

  /** Standard acceleration of free fall: newton of a kilogram. */
  static final double NEWTONS_PER_KG = 9.80665;

  /** What is on the platform at once. */
  public enum Mode {
    AXLE,
    GROUP,
    VEHICLE,
    STATIC
  }

  public PlatformInstrument {
    cells = List.copyOf(cells);
    loops = List.copyOf(loops);
  }

  public static PlatformInstrument from(Node node) throws GarbledData {
    InstrumentHead head = InstrumentHead.from(node);
    if (head.kind() != InstrumentHead.Kind.PLATFORM) {
      throw node.member("kind").wrong("must be \"platform\" here");
    }
    node.only(
        "instrument",
        "kind",
        "calibration",
        "verified",
        "notes",
        "lengthM",
        "widthM",
        "cells",
        "scaleIntervalKg",
        "maxKg",
        "mode",
        "naturalHz",
        "dampingRatio",
        "loops",
        "tuning",
        "indication");
    double interval = node.member("scaleIntervalKg").number(0.001, 1000);
    Optional<Node> naturalHz = node.optional("naturalHz");
    Optional<Node> damping = node.optional("dampingRatio");
    return new PlatformInstrument(
        head,
        node.member("lengthM").number(0.3, 60),
        cells(node.member("cells")),
        interval,
        node.member("maxKg").number(10 * interval, 1e6),
        node.member("mode").word(Mode.class),
        naturalHz.isPresent() ? naturalHz.get().number(1, 500) : Double.POSITIVE_INFINITY,
        damping.isPresent() ? damping.get().number(0.001, 1) : 0.05,
        loops(node.optional("loops")),
        PlatformTuning.from(node.optional("tuning"), interval),
        IndicationRules.from(node.optional("indication")));
  }

  private static List<LoadCell> cells(Node node) throws GarbledData {
    List<LoadCell> cells = new ArrayList<>();
    Set<String> channels = new HashSet<>();
    for (Node each : node.elements()) {
      LoadCell cell = LoadCell.from(each);
      if (!channels.add(cell.channel())) {
        throw each.member("channel").wrong("is a second cell on channel " + cell.channel());
      }
      cells.add(cell);
    }
    if (cells.isEmpty()) {
      throw node.wrong("must name at least one load cell");
    }
    return cells;
  }

  private static List<PresenceLoop> loops(Optional<Node> node) throws GarbledData {
    List<PresenceLoop> loops = new ArrayList<>();
    if (node.isPresent()) {
      for (Node each : node.get().elements()) {
        loops.add(PresenceLoop.from(each));
      }
    }
    return loops;
  }

  double intervalN() {
    return scaleIntervalKg * NEWTONS_PER_KG;
  }

  /** Whether left and right are weighed apart. */
  boolean tellsSides() {
    return cells.stream().allMatch(cell -> cell.place().tellsSide())
        && cells.stream().anyMatch(cell -> cell.place().isLeft())
        && cells.stream().anyMatch(cell -> !cell.place().isLeft());
  }

  /** Whether front and rear are weighed apart. */
  boolean tellsEnds() {
    return cells.stream().allMatch(cell -> cell.place().tellsEnd())
        && cells.stream().anyMatch(cell -> cell.place().isRear())
        && cells.stream().anyMatch(cell -> !cell.place().isRear());
  }
}
