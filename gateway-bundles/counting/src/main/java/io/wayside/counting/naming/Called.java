// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.naming;

import java.util.OptionalDouble;

/**
 * How a counted vehicle is called in records.
 *
 * @param vehicleClass id in the counter's scheme; {@code unknown} where it cannot be told
 * @param rule what decided: the model's file, or the kind of outline
 * @param confidence 0 to 1; ranks, is no probability
 * @param pcu passenger-car units, where the class has any
 */
public record Called(
    String vehicleClass, By by, String rule, double confidence, OptionalDouble pcu) {

  /** What a class was told from. */
  public enum By {
    MODEL,
    OUTLINE,
    NOTHING
  }
}
