// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.platform;

import io.wayside.core.data.GarbledData;
import io.wayside.core.data.Node;
import java.util.Optional;

/**
 * One load cell of the platform.
 *
 * @param channel of the samples
 * @param newtonsPerUnit load per unit of the samples
 * @param offset the samples' value without load, as found at calibration
 * @param place where it stands
 * @param least the converter's lowest sample; minus infinity when not told
 * @param most the converter's highest sample; infinity when not told
 */
record LoadCell(
    String channel, double newtonsPerUnit, double offset, Place place, double least, double most) {

  /** Where a cell stands; front is the edge that a vehicle on its right way reaches first. */
  enum Place {
    ANYWHERE,
    LEFT,
    RIGHT,
    FRONT_LEFT,
    FRONT_RIGHT,
    REAR_LEFT,
    REAR_RIGHT;

    boolean isLeft() {
      return this == LEFT || this == FRONT_LEFT || this == REAR_LEFT;
    }

    boolean isRear() {
      return this == REAR_LEFT || this == REAR_RIGHT;
    }

    boolean tellsSide() {
      return this != ANYWHERE;
    }

    boolean tellsEnd() {
      return tellsSide() && this != LEFT && this != RIGHT;
    }
  }

  private enum Side {
    LEFT,
    RIGHT
  }

  static LoadCell from(Node node) throws GarbledData {
    node.only("channel", "newtonsPerUnit", "offset", "side", "corner", "range");
    Optional<Node> side = node.optional("side");
    Optional<Node> corner = node.optional("corner");
    Place place = Place.ANYWHERE;
    if (corner.isPresent()) {
      place = corner.get().word(Place.class);
      if (!place.tellsEnd()) {
        throw corner.get().wrong("must be front-left, front-right, rear-left or rear-right");
      }
    } else if (side.isPresent()) {
      place = side.get().word(Side.class) == Side.LEFT ? Place.LEFT : Place.RIGHT;
    }
    double newtonsPerUnit = node.member("newtonsPerUnit").number();
    if (newtonsPerUnit == 0) {
      throw node.member("newtonsPerUnit").wrong("must not be 0: such a cell weighs nothing");
    }
    Optional<Node> offset = node.optional("offset");
    Optional<Node> range = node.optional("range");
    double[] ends = {Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY};
    if (range.isPresent()) {
      ends = range.get().numbers();
      if (ends.length != 2 || !(ends[0] < ends[1])) {
        throw range.get().wrong("must be the lowest and the highest sample, such as [-2e6, 2e6]");
      }
    }
    return new LoadCell(
        node.member("channel").text(),
        newtonsPerUnit,
        offset.isPresent() ? offset.get().number() : 0,
        place,
        ends[0],
        ends[1]);
  }

  double newtons(double sample) {
    return (sample - offset) * newtonsPerUnit;
  }

  boolean clips(double sample) {
    return sample <= least || sample >= most;
  }
}
