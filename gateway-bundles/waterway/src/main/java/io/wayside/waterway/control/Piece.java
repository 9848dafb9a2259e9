// SPDX-License-Identifier: Apache-2.0
package io.wayside.waterway.control;

import io.wayside.core.water.LanternOrder;
import io.wayside.waterway.light.Rhythm;

/**
 * A rhythm that the lantern has.
 *
 * @param code as the device names it
 * @param character as charts name it, such as {@code Fl(2) R 6s}
 * @param rhythm what it looks like
 */
public record Piece(String code, String character, Rhythm rhythm) {

  LanternOrder tells() {
    return new LanternOrder.Rhythm(code);
  }
}
