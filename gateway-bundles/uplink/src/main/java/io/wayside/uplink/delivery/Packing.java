// SPDX-License-Identifier: Apache-2.0
package io.wayside.uplink.delivery;

import io.wayside.core.record.JournalRecord;
import java.util.List;

/** Makes parcels of records, in the order in which they come. Not for several threads. */
interface Packing {

  /** How many more records fit what is being packed; at least 1. */
  int room();

  /** How many records were put in and are in no parcel yet. */
  int waiting();

  /** Puts a record in; returns the parcels that are full by that, which may be none. */
  List<Parcel> add(JournalRecord record, long monotonicNanos);

  /** How long what waits may wait on; {@link Long#MAX_VALUE} when nothing does. */
  long dueInNanos(long monotonicNanos);

  /** What waits, though it is not full; empty when nothing does. */
  List<Parcel> close();
}
