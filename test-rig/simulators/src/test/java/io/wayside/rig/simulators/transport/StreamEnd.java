// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.transport;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** A blocking reader on its own thread, as most drivers are. */
final class StreamEnd implements OtherEnd {

  private final InputStream in;
  private final OutputStream out;
  private final Closeable line;
  private final ByteArrayOutputStream received = new ByteArrayOutputStream();
  private volatile boolean hungUp;

  StreamEnd(InputStream in, OutputStream out, Closeable line) {
    this.in = in;
    this.out = out;
    this.line = line;
    Thread reader = new Thread(this::readAll, "other-end");
    reader.setDaemon(true);
    reader.start();
  }

  private void readAll() {
    byte[] buffer = new byte[4096];
    try {
      int count = in.read(buffer);
      while (count >= 0) {
        received.write(buffer, 0, count);
        count = in.read(buffer);
      }
    } catch (IOException e) {
      // A hang-up is an error on some lines and an end of stream on others.
      hungUp = true;
    }
    hungUp = true;
  }

  @Override
  public void send(byte[] bytes) throws IOException {
    out.write(bytes);
    out.flush();
  }

  @Override
  public byte[] received() {
    return received.toByteArray();
  }

  @Override
  public boolean hungUp() {
    return hungUp;
  }

  @Override
  public void close() throws IOException {
    line.close();
  }
}
