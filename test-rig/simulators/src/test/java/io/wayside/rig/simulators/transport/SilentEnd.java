// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.transport;

import java.io.Closeable;
import java.io.IOException;

/** An end that holds the line open and never reads. */
record SilentEnd(Closeable line) implements OtherEnd {

  @Override
  public void send(byte[] bytes) {
    throw new UnsupportedOperationException("a silent end sends nothing");
  }

  @Override
  public byte[] received() {
    return new byte[0];
  }

  @Override
  public boolean hungUp() {
    return false;
  }

  @Override
  public void close() throws IOException {
    line.close();
  }
}
