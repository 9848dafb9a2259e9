// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.central.store;

import io.wayside.rig.central.heads.PublicKeyText;
import java.time.Instant;
import java.util.List;

/**
 * Keeps records by their idempotency key. Any thread may store and read, and so may any number of
 * instances on the same tables.
 */
public interface Store extends AutoCloseable {

  /**
   * Stores messages in one transaction and returns, in their order, what became of each. When it
   * returns they are on stable storage; when it throws, none of them is, or it is not known: then
   * storing them again does no harm.
   */
  List<Outcome> store(List<Message> messages) throws StoreFailed;

  /** Completeness of each stream, as all instances together know it. */
  List<StreamCount> counts() throws StoreFailed;

  /** Records of a stream with a number above {@code after}, in order of their numbers. */
  List<StoredRecord> ofStream(StreamKey key, long after, int limit) throws StoreFailed;

  /** Records of all streams after this arrival, in the order of arrival. */
  List<StoredRecord> arrivedAfter(long arrival, int limit) throws StoreFailed;

  /** The latest arrivals of these kinds, oldest first; of every kind when none is named. */
  List<StoredRecord> latest(int limit, String... kinds) throws StoreFailed;

  /** The records that raised the alarms that are open, oldest first; the latest so many. */
  List<StoredRecord> openAlarms(int limit) throws StoreFailed;

  /** The keys gateways sign with, by gateway and time. */
  List<GatewayKey> keys() throws StoreFailed;

  /** Somebody vouches for a gateway's key. */
  void install(String gateway, PublicKeyText key, Instant at) throws StoreFailed;

  @Override
  void close();
}
