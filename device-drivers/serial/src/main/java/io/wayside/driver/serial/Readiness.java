// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.serial;

import java.io.IOException;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectableChannel;
import java.nio.channels.Selector;
import java.time.Duration;

/** Waits until a socket can be read from, or written to, with a limit; closing it ends the wait. */
final class Readiness implements AutoCloseable {

  private final Selector selector;

  /**
   * @param operation a {@link java.nio.channels.SelectionKey} operation
   */
  Readiness(SelectableChannel channel, int operation) throws IOException {
    selector = Selector.open();
    channel.register(selector, operation);
  }

  /** Whether it is ready now; false when the patience ended or the socket was closed. */
  boolean await(Duration patience) throws IOException {
    try {
      long millis = patience.toMillis();
      boolean ready = (millis > 0 ? selector.select(millis) : selector.selectNow()) > 0;
      selector.selectedKeys().clear();
      return ready;
    } catch (ClosedSelectorException closed) {
      return false;
    }
  }

  @Override
  public void close() throws IOException {
    selector.close();
  }
}
