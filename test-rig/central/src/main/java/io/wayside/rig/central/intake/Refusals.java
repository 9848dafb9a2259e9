// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.central.intake;

import io.wayside.rig.central.store.Message;
import io.wayside.rig.central.store.StreamKey;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;

/** Messages that are no records, to be kept aside. */
final class Refusals {

  /** So much of a refused message is kept. */
  static final int KEPT_BYTES = 4096;

  private static final int KEPT_TEXT = 512;

  private Refusals() {}

  static Message of(
      Address address, String topic, NotARecord refused, byte[] payload, Instant received) {
    StreamKey claimed =
        address instanceof Address.Single single
            ? new StreamKey(single.gateway(), single.stream())
            : StreamKey.UNKNOWN;
    byte[] kept = Arrays.copyOf(payload, Math.min(payload.length, KEPT_BYTES));
    return new Message.Unsound(
        claimed,
        plain(topic),
        plain(String.valueOf(refused.getMessage())),
        HexFormat.of().formatHex(kept),
        payload.length,
        received);
  }

  /** Without control characters, which a database may not take, and not too long. */
  private static String plain(String text) {
    String head = text.length() <= KEPT_TEXT ? text : text.substring(0, KEPT_TEXT);
    return head.replaceAll("[\\p{Cntrl}\\p{Cs}]", "?");
  }
}
