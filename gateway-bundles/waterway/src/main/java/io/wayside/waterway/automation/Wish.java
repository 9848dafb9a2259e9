// SPDX-License-Identifier: Apache-2.0
package io.wayside.waterway.automation;

import io.wayside.core.data.GarbledData;
import io.wayside.core.data.Node;
import io.wayside.core.data.Value;
import io.wayside.core.water.LanternOrder;
import io.wayside.waterway.aid.Duty;

/**
 * What a rule wants of a light.
 *
 * @param mode what is to be seen
 */
public record Wish(LanternOrder tells, Duty.Mode mode) {

  /** The light is its own master. */
  public static final Wish AUTOMATIC = new Wish(new LanternOrder.Automatic(), Duty.Mode.AUTOMATIC);

  private enum Word {
    AUTOMATIC,
    SHINE,
    DARK
  }

  /** A word, or an object that names a code of the lantern or a brightness. */
  static Wish from(Node node) throws GarbledData {
    if (!(node.value() instanceof Value.Fields)) {
      return switch (node.word(Word.class)) {
        case AUTOMATIC -> AUTOMATIC;
        case SHINE -> new Wish(new LanternOrder.Shine(), Duty.Mode.SHINE);
        case DARK -> new Wish(new LanternOrder.Dark(), Duty.Mode.DARK);
      };
    }
    node.only("code", "fraction");
    if (node.optional("code").isPresent() == node.optional("fraction").isPresent()) {
      throw node.wrong("must have either \"code\" or \"fraction\"");
    }
    return node.optional("code").isPresent()
        ? new Wish(new LanternOrder.Rhythm(node.member("code").text()), Duty.Mode.OTHER_CHARACTER)
        : new Wish(
            new LanternOrder.Intensity(node.member("fraction").number(0, 1)), Duty.Mode.DIMMED);
  }
}
