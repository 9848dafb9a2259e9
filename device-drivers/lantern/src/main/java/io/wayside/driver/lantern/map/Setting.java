// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.lantern.map;

import io.wayside.core.data.Evidence;
import io.wayside.driver.lantern.map.Step.Confirmation;
import io.wayside.driver.lantern.map.Step.Write;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A register that holds how a lantern shines: its rhythm by number, its brightness, its offset.
 *
 * @param cell where it is written and read back
 * @param codes numbers by name, for rhythms
 * @param full the number of full brightness
 * @param least the number of the least
 */
public record Setting(
    Cell cell,
    Map<String, Integer> codes,
    int full,
    int least,
    long withinNanos,
    Evidence evidence) {

  public Setting {
    codes = Map.copyOf(codes);
  }

  /** The step to a rhythm; empty where the map has none of that name. */
  Optional<Step> named(String code) {
    return Optional.ofNullable(codes.get(code)).map(this::at);
  }

  /** The step to a brightness from 0 to 1. */
  Step scaled(double fraction) {
    return at((int) Math.max(least, Math.round(fraction * full)));
  }

  /** The step to a number. */
  Step at(int value) {
    return new Step(
        List.of(new Write(cell.table(), cell.address(), value)),
        Optional.of(new Confirmation(cell, Set.of((long) value), Set.of(), withinNanos)),
        true);
  }
}
