// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.transports;

import java.io.IOException;

/** A real broker on a port of this machine. */
public interface Broker extends AutoCloseable {

  /** Its plain port on 127.0.0.1; the same after a restart. */
  int port();

  /** Starts it; it listens when this returns. */
  void start() throws IOException;

  /** Stops it without asking its clients. */
  void stop() throws IOException;

  @Override
  default void close() throws IOException {
    stop();
  }

  default String address() {
    return "tcp://127.0.0.1:" + port();
  }
}
