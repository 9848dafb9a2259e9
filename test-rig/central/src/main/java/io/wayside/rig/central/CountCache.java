// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.central;

import io.wayside.rig.central.store.Store;
import io.wayside.rig.central.store.StoreFailed;
import io.wayside.rig.central.store.StreamCount;
import java.util.List;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Spares the store: it is asked again when something came here, or after a second, since other
 * instances store too; but never for more than a small part of the time.
 */
final class CountCache {

  private static final Logger LOG = LoggerFactory.getLogger(CountCache.class);
  private static final long STALE_NANOS = 1_000_000_000;

  /** A count that takes a second is good for twenty. */
  private static final int REST = 20;

  /** What takes less is not worth resting for. */
  private static final long CHEAP_NANOS = 20_000_000;

  private final Store store;
  private final LongSupplier nanoTime;
  private List<StreamCount> last = List.of();
  private boolean counted;
  private volatile boolean changed;
  private long countedAt;
  private long tookNanos;

  CountCache(Store store, LongSupplier nanoTime) {
    this.store = store;
    this.nanoTime = nanoTime;
  }

  /** Something came here. */
  void changed() {
    changed = true;
  }

  /** As the store is, or was a moment ago; the last count known when it cannot be read. */
  synchronized List<StreamCount> now() {
    long begin = nanoTime.getAsLong();
    long age = begin - countedAt;
    boolean resting = tookNanos > CHEAP_NANOS && age < REST * tookNanos;
    if (!counted || (!resting && (changed || age > STALE_NANOS))) {
      changed = false;
      try {
        last = store.counts();
        counted = true;
      } catch (StoreFailed failed) {
        changed = true;
        LOG.warn("showing older counts: {}", failed.getMessage());
      }
      countedAt = nanoTime.getAsLong();
      tookNanos = countedAt - begin;
    }
    return last;
  }
}
