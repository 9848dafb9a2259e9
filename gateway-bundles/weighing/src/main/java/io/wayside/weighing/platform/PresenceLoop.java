// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.platform;

import io.wayside.core.data.GarbledData;
import io.wayside.core.data.Node;
import java.util.Optional;

/**
 * A loop or light curtain that sees a vehicle.
 *
 * @param source channel of the samples, or id of the contact
 * @param isContact whether the source is a contact
 * @param threshold above this sample the loop is active; not used for contacts
 * @param fromM where it begins, from the platform's front edge; negative before it
 * @param toM where it ends
 */
record PresenceLoop(String source, boolean isContact, double threshold, double fromM, double toM) {

  static PresenceLoop from(Node node) throws GarbledData {
    node.only("channel", "contact", "threshold", "fromM", "toM");
    Optional<Node> contact = node.optional("contact");
    Optional<Node> threshold = node.optional("threshold");
    double from = node.member("fromM").number();
    double to = node.member("toM").number();
    if (from >= to) {
      throw node.member("toM").wrong("must lie behind fromM");
    }
    return new PresenceLoop(
        contact.isPresent() ? contact.get().text() : node.member("channel").text(),
        contact.isPresent(),
        threshold.isPresent() ? threshold.get().number() : 0.5, // contacts sampled as 0 and 1
        from,
        to);
  }
}
