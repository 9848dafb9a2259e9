// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.faults;

import io.wayside.rig.simulators.transport.BytePipe;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** A wire that writes down when it was plugged and unplugged and when something was sent on it. */
final class NotedPipe implements BytePipe {

  private final BytePipe wire;
  private final InstantSource clock;
  private final List<Instant> plugged = new ArrayList<>();
  private final List<Instant> unplugged = new ArrayList<>();
  private final List<Instant> sent = new ArrayList<>();

  NotedPipe(BytePipe wire, InstantSource clock) {
    this.wire = wire;
    this.clock = clock;
  }

  @Override
  public void open() throws IOException {
    wire.open();
  }

  @Override
  public String address() {
    return wire.address();
  }

  @Override
  public boolean attached() {
    return wire.attached();
  }

  @Override
  public int write(byte[] frame) {
    note(sent);
    return wire.write(frame);
  }

  @Override
  public byte[] read() {
    return wire.read();
  }

  @Override
  public void unplug() {
    note(unplugged);
    wire.unplug();
  }

  @Override
  public void replug() throws IOException {
    wire.replug();
    note(plugged);
  }

  @Override
  public void close() {
    wire.close();
  }

  private synchronized void note(List<Instant> list) {
    list.add(clock.instant());
  }

  /** When the plug was put back; not the first time. */
  synchronized List<Instant> plugged() {
    return List.copyOf(plugged);
  }

  synchronized List<Instant> unplugged() {
    return List.copyOf(unplugged);
  }

  /** When pieces were sent, whether anybody took them or not. */
  synchronized List<Instant> sent() {
    return List.copyOf(sent);
  }
}
