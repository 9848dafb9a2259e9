// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.strips;

import io.wayside.core.data.GarbledData;
import io.wayside.core.data.Node;
import java.util.Optional;

/**
 * A loop or light curtain that tells when a vehicle is there.
 *
 * @param channel among the samples; empty when it is a contact
 * @param contact its id; empty when it is a channel
 * @param fromM its beginning along the direction of travel
 * @param toM its end
 * @param threshold reading above which a vehicle is there; channels only
 */
public record Loop(
    Optional<String> channel,
    Optional<String> contact,
    double fromM,
    double toM,
    double threshold) {

  static Loop from(Node node) throws GarbledData {
    node.only("channel", "contact", "fromM", "toM", "threshold");
    Optional<Node> channel = node.optional("channel");
    Optional<Node> contact = node.optional("contact");
    if (channel.isPresent() == contact.isPresent()) {
      throw node.wrong("must name either a \"channel\" or a \"contact\"");
    }
    double from = node.member("fromM").number();
    double to = node.member("toM").number();
    if (!(from < to)) {
      throw node.member("toM").wrong("must lie behind \"fromM\" " + from);
    }
    return new Loop(
        channel.isPresent() ? Optional.of(channel.get().text()) : Optional.empty(),
        contact.isPresent() ? Optional.of(contact.get().text()) : Optional.empty(),
        from,
        to,
        channel.isPresent() ? node.member("threshold").number() : Double.NaN);
  }
}
