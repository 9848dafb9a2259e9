// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.lantern.map;

import java.util.Optional;

/**
 * A register that says where in the period of UTC a lantern with a clock of its own flashes.
 *
 * @param unitMs of a number in the register
 * @param delay whether a greater number flashes later; else earlier
 * @param largest number that it takes
 */
public record OffsetSetting(Setting setting, int unitMs, boolean delay, int largest) {

  /**
   * The step to an offset; empty where the register cannot hold it.
   *
   * @param offsetMs added to UTC, from 0 up to the period
   */
  public Optional<Step> step(int offsetMs, int periodMs) {
    int counted = delay ? Math.floorMod(-offsetMs, periodMs) : offsetMs;
    boolean holds = counted % unitMs == 0 && counted / unitMs <= largest;
    return holds ? Optional.of(setting.at(counted / unitMs)) : Optional.empty();
  }
}
