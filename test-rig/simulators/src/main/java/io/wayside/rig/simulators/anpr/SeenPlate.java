// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.anpr;

import java.time.Instant;
import java.util.List;

/**
 * What a simulated camera tells of a vehicle.
 *
 * @param passage its number in this camera
 * @param post the how manieth telling of that passage, from 1
 * @param confidence in percent
 * @param at by the camera's own clock
 * @param pictures JPEGs that follow
 */
public record SeenPlate(
    int passage,
    int post,
    String text,
    int confidence,
    int lane,
    Instant at,
    List<byte[]> pictures) {

  public static SeenPlate of(int passage, String text, Instant at) {
    return new SeenPlate(passage, 1, text, 97, 1, at, List.of());
  }

  public SeenPlate with(List<byte[]> jpegs) {
    return new SeenPlate(passage, post, text, confidence, lane, at, jpegs);
  }

  /** The same passage told once more. */
  public SeenPlate again() {
    return new SeenPlate(passage, post + 1, text, confidence, lane, at, pictures);
  }
}
