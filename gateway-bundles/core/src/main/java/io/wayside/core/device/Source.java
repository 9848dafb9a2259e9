// SPDX-License-Identifier: Apache-2.0
package io.wayside.core.device;

/**
 * Something that speaks by itself. Each listener is called by one thread at a time and in the order
 * of monotonic time; it must return quickly (well under a sampling interval) and must not block. A
 * listener that throws is reported in the device's health and does not disturb the others.
 *
 * @param <E> what is heard
 */
public interface Source<E> {

  /** Starts listening; nothing heard earlier is repeated. Closing twice does no harm. */
  Subscription subscribe(Listener<? super E> listener);

  /** Ends listening; after {@code close()} returned on another thread no new call begins. */
  interface Subscription extends AutoCloseable {
    @Override
    void close();
  }
}
