// SPDX-License-Identifier: Apache-2.0
package io.wayside.uplink.wire;

import io.wayside.core.record.JournalRecord;
import java.util.Optional;

/**
 * How records and the gateway's coming and going look on the wire. Pure: no connection, no thread,
 * no clock of its own; the same input gives the same message.
 */
public interface PayloadProfile {

  /** IANA media type of a record's payload. */
  String contentType();

  Message record(JournalRecord record);

  /** How several records are one message; empty when this profile has no such form. */
  default Optional<BatchForm> batchForm() {
    return Optional.empty();
  }

  /** Sent first after each connect. */
  Message birth(Session session);

  /** Left with the broker, which sends it when the connection breaks. */
  Message will();

  /** Sent before an orderly end. */
  Message farewell(Session session, String reason);
}
