// SPDX-License-Identifier: Apache-2.0
package io.wayside.waterway.control;

import io.wayside.core.data.Wording;
import io.wayside.core.water.LanternOrder;
import java.util.Optional;

/**
 * The character that is published, where it was changed by order since the lantern was set up.
 *
 * @param standing empty as the lantern was set up
 * @param character empty as the lantern was set up
 * @param agreed by which two persons, in words
 */
public record Published(Optional<Standing> standing, String character, String agreed) {

  /** The source of what stands by it. */
  public static final String SOURCE = "published";

  public static Published asSetUp() {
    return new Published(Optional.empty(), "", "");
  }

  static Published by(Order order, String second) {
    Asked asked = order.asked();
    return order.isRelease()
        ? asSetUp()
        : of(order.tells(), order.shows(), asked.value(), asked.actor() + " and " + second);
  }

  /** As the record has it; as set up where the lantern has no such character any more. */
  static Published recalled(Recalled recalled, Repertoire repertoire) {
    return repertoire
        .byCharacter(recalled.character())
        .filter(piece -> !repertoire.isSetUp(piece))
        .map(
            piece ->
                of(
                    piece.tells(),
                    Shows.other(piece.rhythm()),
                    piece.character(),
                    recalled.agreed()))
        .orElseGet(Published::asSetUp);
  }

  private static Published of(LanternOrder tells, Shows shows, String character, String agreed) {
    Wording why =
        new Wording(
            "đặc tính " + character + " đã công bố theo lệnh của " + agreed,
            "character " + character + ", published by order of " + agreed);
    return new Published(Optional.of(new Standing(SOURCE, tells, shows, why)), character, agreed);
  }
}
