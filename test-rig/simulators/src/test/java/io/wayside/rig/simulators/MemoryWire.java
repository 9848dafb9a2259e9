// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators;

import io.wayside.rig.simulators.transport.BytePipe;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** A wire whose other end is the test. */
public final class MemoryWire implements BytePipe {

  private final ByteArrayOutputStream sent = new ByteArrayOutputStream();
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();

  /** What the device has sent since the last {@link #clear}. */
  public synchronized byte[] bytes() {
    return sent.toByteArray();
  }

  public synchronized void clear() {
    sent.reset();
  }

  /** What the device reads next. */
  public synchronized void say(byte[] bytes) {
    said.writeBytes(bytes);
  }

  public void say(String text) {
    say(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  @Override
  public void open() {}

  @Override
  public String address() {
    return "memory";
  }

  @Override
  public boolean attached() {
    return true;
  }

  @Override
  public synchronized int write(byte[] frame) {
    sent.writeBytes(frame);
    return frame.length;
  }

  @Override
  public synchronized byte[] read() {
    byte[] bytes = said.toByteArray();
    said.reset();
    return bytes;
  }

  @Override
  public void unplug() {}

  @Override
  public void replug() {}

  @Override
  public void close() {}
}
