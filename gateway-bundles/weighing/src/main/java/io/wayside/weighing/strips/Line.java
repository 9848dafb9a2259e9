// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.strips;

import io.wayside.core.data.GarbledData;
import io.wayside.core.data.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A line of strips across the lane.
 *
 * @param name for people
 * @param atM where its middle crosses the lane's middle, along the direction of travel
 * @param angleDeg turned against square to the lane; positive when its left end lies further on
 * @param widthM of the strip along the direction of travel
 * @param halves one or two
 */
public record Line(String name, double atM, double angleDeg, double widthM, List<Half> halves) {

  private static final double STEEPEST_DEG = 70;

  static Line from(Node node) throws GarbledData {
    node.only("name", "atM", "angleDeg", "widthM", "halves");
    List<Half> halves = new ArrayList<>();
    for (Node half : node.member("halves").elements()) {
      halves.add(Half.from(half));
    }
    boolean twice = halves.stream().map(Half::side).distinct().count() < halves.size();
    boolean mixed = halves.size() > 1 && halves.stream().anyMatch(h -> h.side() == Side.BOTH);
    if (halves.isEmpty() || twice || mixed) {
      throw node.member("halves")
          .wrong("must be a left and a right half, one of them, or \"both\"");
    }
    Optional<Node> angle = node.optional("angleDeg");
    return new Line(
        node.member("name").text(),
        node.member("atM").number(),
        angle.isPresent() ? angle.get().number(-STEEPEST_DEG, STEEPEST_DEG) : 0,
        node.member("widthM").number(0.005, 2),
        List.copyOf(halves));
  }
}
