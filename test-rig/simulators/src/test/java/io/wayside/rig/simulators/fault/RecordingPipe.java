// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.fault;

import io.wayside.rig.simulators.clock.RigClock;
import io.wayside.rig.simulators.transport.BytePipe;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** A wire that notes what is done to it and when. */
final class RecordingPipe implements BytePipe {

  private final RigClock clock;
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  final List<String> log = new ArrayList<>();
  final List<byte[]> writes = new ArrayList<>();
  boolean plugged = true;
  int refusedReplugs;

  RecordingPipe(RigClock clock) {
    this.clock = clock;
  }

  byte[] bytes() {
    return bytes.toByteArray();
  }

  private void note(String what) {
    log.add(clock.nanos() / 1_000_000 + " ms " + what);
  }

  @Override
  public void open() {
    note("open");
  }

  @Override
  public String address() {
    return "recording";
  }

  @Override
  public boolean attached() {
    return plugged;
  }

  @Override
  public int write(byte[] frame) {
    note(HexFormat.of().formatHex(frame));
    writes.add(frame);
    bytes.writeBytes(frame);
    return frame.length;
  }

  @Override
  public byte[] read() {
    return new byte[] {42};
  }

  @Override
  public void unplug() {
    plugged = false;
    note("unplug");
  }

  @Override
  public void replug() throws IOException {
    if (refusedReplugs > 0) {
      refusedReplugs--;
      throw new IOException("port is busy");
    }
    plugged = true;
    note("replug");
  }

  @Override
  public void close() {
    note("close");
  }
}
