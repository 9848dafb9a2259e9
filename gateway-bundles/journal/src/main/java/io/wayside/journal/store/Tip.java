// SPDX-License-Identifier: Apache-2.0
package io.wayside.journal.store;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Where the journal has come to; replaced whole by each commit, so that one that is still the same
 * object says that nothing happened since.
 *
 * @param batch number of the last commit that added records
 * @param lastSeal digest of its seal
 * @param streams by name
 * @param nextStreamId number of the next new stream
 */
record Tip(long batch, String lastSeal, Map<String, StreamState> streams, int nextStreamId) {

  static Tip of(Contents contents) {
    int most = contents.streams().values().stream().mapToInt(StreamState::id).max().orElse(0);
    return new Tip(contents.batch(), contents.lastSeal(), contents.streams(), most + 1);
  }

  /** One commit further. */
  Tip next(String seal, Map<String, StreamState> moved) {
    int next = nextStreamId;
    for (StreamState stream : moved.values()) {
      next = Math.max(next, stream.id() + 1);
    }
    return new Tip(batch + 1, seal, replaced(moved), next);
  }

  /** The same commit, after these streams lost their first records. */
  Tip trimmed(Map<String, StreamState> changed) {
    return new Tip(batch, lastSeal, replaced(changed), nextStreamId);
  }

  private Map<String, StreamState> replaced(Map<String, StreamState> changed) {
    Map<String, StreamState> after = new LinkedHashMap<>(streams);
    after.putAll(changed);
    return after;
  }
}
