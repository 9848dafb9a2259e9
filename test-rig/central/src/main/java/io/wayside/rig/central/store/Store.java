// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.central.store;

import java.util.List;

/**
 * Keeps records by their idempotency key. One thread stores; any thread reads. Another database
 * than SQLite is another implementation of this interface.
 */
public interface Store extends AutoCloseable {

  /**
   * Stores messages in one transaction and returns, in their order, what became of each. When it
   * returns they are on stable storage; when it throws, none of them is.
   */
  List<Outcome> store(List<Message> messages) throws StoreFailed;

  /** Completeness of each stream, kept up to date as records are stored. */
  List<StreamCount> counts();

  /** Records of a stream with a number above {@code after}, in order of their numbers. */
  List<StoredRecord> ofStream(StreamKey key, long after, int limit) throws StoreFailed;

  /** Records of all streams after this arrival, in the order of arrival. */
  List<StoredRecord> arrivedAfter(long arrival, int limit) throws StoreFailed;

  /** The latest arrivals of these kinds, oldest first; of every kind when none is named. */
  List<StoredRecord> latest(int limit, String... kinds) throws StoreFailed;

  @Override
  void close();
}
