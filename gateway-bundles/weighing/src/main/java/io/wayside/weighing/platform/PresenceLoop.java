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
 * @param release at or below this sample it is free again; between both it stays what it was
 * @param fromM where it begins, from the platform's front edge; negative before it
 * @param toM where it ends
 */
record PresenceLoop(
    String source, boolean isContact, double threshold, double release, double fromM, double toM) {

  /**
   * Detectors of loops let go at about 70 % of what they answer to. A vehicle creeps over a loop's
   * edge for a second, and noise must not make several vehicles of it.
   */
  private static final double RELEASE_SHARE = 0.7;

  static PresenceLoop from(Node node) throws GarbledData {
    node.only("channel", "contact", "threshold", "release", "fromM", "toM");
    Optional<Node> contact = node.optional("contact");
    Optional<Node> threshold = node.optional("threshold");
    double answers = threshold.isPresent() ? threshold.get().number() : 0.5; // contact sampled 0, 1
    Optional<Node> release = node.optional("release");
    double letsGo = release.isPresent() ? release.get().number() : usualRelease(answers);
    if (release.isPresent() && letsGo >= answers) {
      throw release.get().wrong("must lie below the threshold of " + answers);
    }
    double from = node.member("fromM").number();
    double to = node.member("toM").number();
    if (from >= to) {
      throw node.member("toM").wrong("must lie behind fromM");
    }
    return new PresenceLoop(
        contact.isPresent() ? contact.get().text() : node.member("channel").text(),
        contact.isPresent(),
        answers,
        letsGo,
        from,
        to);
  }

  private static double usualRelease(double answers) {
    return answers > 0 ? RELEASE_SHARE * answers : answers / RELEASE_SHARE;
  }

  /** Whether the loop is active after a sample, given what it was before. */
  boolean after(boolean before, double sample) {
    return sample > (before ? release : threshold);
  }
}
