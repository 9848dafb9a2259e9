// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.fleet;

import io.wayside.journal.record.Chain;
import java.util.HashMap;
import java.util.Map;

/** One stream of records in memory: the newest, chained, found by number. Not for threads. */
final class KeptStream {

  /** A record's bytes at its place in the chain. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Kept(byte[] previousHash, byte[] hash, byte[] canonical) {}

  private final Map<Long, Kept> kept = new HashMap<>();
  private byte[] lastHash = Chain.origin();
  private long first = 1;
  private long head;

  void add(byte[] canonical) {
    byte[] hash = Chain.hash(lastHash, canonical);
    kept.put(++head, new Kept(lastHash, hash, canonical));
    lastHash = hash;
  }

  /** The oldest number that is kept. */
  long first() {
    return first;
  }

  /** The newest number; 0 when nothing was ever added. */
  long head() {
    return head;
  }

  int size() {
    return kept.size();
  }

  boolean keeps(long sequence) {
    return kept.containsKey(sequence);
  }

  Kept get(long sequence) {
    Kept found = kept.get(sequence);
    if (found == null) {
      throw new IllegalArgumentException(sequence + " is not between " + first + " and " + head);
    }
    return found;
  }

  /** Lets the oldest go if all up to it was acknowledged; returns whether it went. */
  boolean forget(long acknowledgedThrough) {
    if (first > acknowledgedThrough || first > head) {
      return false;
    }
    kept.remove(first++);
    return true;
  }
}
