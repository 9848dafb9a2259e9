// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.strips;

import io.wayside.core.data.GarbledData;
import io.wayside.core.data.Node;
import java.util.Optional;

/**
 * One half of a line: one channel.
 *
 * @param channel its name
 * @param side the wheels it feels
 * @param newtonsPerUnitMetre C of the area method, N/(unit·m)
 * @param fromM its right end, metres to the left of the lane's middle (negative to the right)
 * @param toM its left end
 * @param timeConstantS of the charge amplifier's high-pass; infinite when there is none
 * @param speedFactors by km/h
 * @param temperatureFactors by °C
 * @param lobe what of a pulse is load
 * @param clipAt reading at which the converter is full; infinite when not stated
 */
public record Half(
    String channel,
    Side side,
    double newtonsPerUnitMetre,
    double fromM,
    double toM,
    double timeConstantS,
    Factors speedFactors,
    Factors temperatureFactors,
    Lobe lobe,
    double clipAt) {

  /** What of a pulse is load. */
  enum Lobe {
    /** All of it, what lies below the baseline too. */
    WHOLE,
    /** Only above the baseline: piezo in asphalt first goes negative as the pavement bends. */
    POSITIVE
  }

  // Where wheels roll when the document does not say how far a half-line reaches: half of a lane.
  private static final double LANE_HALF_M = 1.75;
  private static final double SHORTEST_TIME_CONSTANT_S = 0.01;

  static Half from(Node node) throws GarbledData {
    node.only(
        "channel",
        "side",
        "newtonsPerUnitMetre",
        "lateralM",
        "timeConstantS",
        "speedFactors",
        "temperatureFactors",
        "lobe",
        "clipAt");
    Side side = node.member("side").word(Side.class);
    double[] lateral = lateral(node.optional("lateralM"), side);
    Node constant = node.member("newtonsPerUnitMetre");
    if (constant.number() <= 0) {
      throw constant.wrong("must be above zero; turn the channel's sign in its driver");
    }
    Optional<Node> timeConstant = node.optional("timeConstantS");
    Optional<Node> lobe = node.optional("lobe");
    Optional<Node> clip = node.optional("clipAt");
    return new Half(
        node.member("channel").text(),
        side,
        constant.number(),
        lateral[0],
        lateral[1],
        timeConstant.isPresent()
            ? timeConstant.get().number(SHORTEST_TIME_CONSTANT_S, Double.MAX_VALUE)
            : Double.POSITIVE_INFINITY,
        Factors.from(node.optional("speedFactors")),
        Factors.from(node.optional("temperatureFactors")),
        lobe.isPresent() ? lobe.get().word(Lobe.class) : Lobe.WHOLE,
        clip.isPresent() ? clip.get().number() : Double.POSITIVE_INFINITY);
  }

  private static double[] lateral(Optional<Node> node, Side side) throws GarbledData {
    if (node.isEmpty()) {
      return switch (side) {
        case LEFT -> new double[] {0, LANE_HALF_M};
        case RIGHT -> new double[] {-LANE_HALF_M, 0};
        case BOTH -> new double[] {-LANE_HALF_M, LANE_HALF_M};
      };
    }
    double[] ends = node.get().numbers();
    if (ends.length != 2 || !(ends[0] < ends[1])) {
      throw node.get()
          .wrong(
              "must be two ends from right to left, metres left of the lane's middle, such as [0, 1.75]");
    }
    return ends;
  }

  double middleM() {
    return (fromM + toM) / 2;
  }
}
