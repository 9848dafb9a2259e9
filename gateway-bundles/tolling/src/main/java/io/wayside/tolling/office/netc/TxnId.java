// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.office.netc;

import io.wayside.core.record.JournalRecord;
import io.wayside.tolling.passage.Fields;
import java.util.Locale;

/**
 * A transaction's id: at most 22 letters and digits, the same each time a record is sent. NETC
 * makes it of plaza, the last three of the lane and date and time; two vehicles can come within one
 * second, so the lane number stands here for the time.
 */
final class TxnId {

  private static final long CYCLE = 1_000_000_000L;

  private TxnId() {}

  static String of(JournalRecord record) {
    Fields body = new Fields(record.body());
    String day = body.text("day").orElse("000000").replace("-", "");
    return part(body.text("station").orElse(""), 4)
        + part(body.text("lane").orElse(""), 3)
        + day.substring(Math.max(0, day.length() - 6))
        + String.format(Locale.ROOT, "%09d", record.id().sequence() % CYCLE);
  }

  /** Letters and digits only, filled up or cut to a length from the left. */
  private static String part(String text, int length) {
    String plain = "0".repeat(length) + text.replaceAll("[^0-9A-Za-z]", "");
    return plain.substring(plain.length() - length);
  }
}
