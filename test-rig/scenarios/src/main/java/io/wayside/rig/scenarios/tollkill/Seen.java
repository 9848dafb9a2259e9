// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.tollkill;

import io.wayside.core.record.JournalRecord;
import io.wayside.tolling.passage.Fields;
import java.util.Optional;

/**
 * A record as the child tells it on a line.
 *
 * @param grant the number of the grant that it ends; 0 for none
 * @param payment of a passage; {@code -} for none
 * @param tag that was decided on; {@code -} for none
 */
record Seen(long number, String kind, long grant, String payment, String tag) {

  static final String UNPROVEN = "toll-unproven";

  static String line(JournalRecord record) {
    Fields body = new Fields(record.body());
    Optional<String> tag = body.member("decision").text("tag");
    return record.id().sequence()
        + " "
        + record.kind().name()
        + " "
        + body.whole("grant").orElse(0L)
        + " "
        + body.text("payment").orElse("-")
        + " "
        + tag.orElse("-");
  }

  static Seen parse(String line) {
    String[] words = line.split(" ", -1);
    return new Seen(
        Long.parseLong(words[0]), words[1], Long.parseLong(words[2]), words[3], words[4]);
  }

  boolean isGrant() {
    return kind.equals("toll-grant");
  }

  /** Kind and payment as counted; that of an unproven grant is none. */
  String word() {
    return payment.equals("-") || kind.equals(UNPROVEN) ? kind : kind + " (" + payment + ")";
  }

  /** It says, or leaves to a person, that a vehicle has passed. */
  boolean isOfPassing() {
    return kind.equals("toll-passage") || kind.equals("toll-violation") || kind.equals(UNPROVEN);
  }

  boolean isCharge() {
    return kind.equals("toll-passage") && payment.equals("account");
  }
}
