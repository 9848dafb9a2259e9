// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.central.store;

import io.wayside.core.record.RecordId;

/** What became of a message. */
public sealed interface Outcome {

  /** It is new and stored. */
  record Stored(StoredRecord record) implements Outcome {}

  /** It is stored already, the same. */
  record Repeated(RecordId id) implements Outcome {}

  /** Its number is stored with another content; the first stays, this one is kept aside. */
  record Conflicting(RecordId id, String keptHash, String otherHash) implements Outcome {}

  /** It is not a record; kept aside. */
  record Refused(String topic, String reason) implements Outcome {}
}
