// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.transport;

import java.io.IOException;

/** The software under test, as far as a wire can see it. */
interface OtherEnd extends AutoCloseable {

  void send(byte[] bytes) throws IOException;

  /** Everything received so far. */
  byte[] received();

  /** Whether this end has noticed that the line went away. */
  boolean hungUp();

  @Override
  void close() throws IOException;
}
