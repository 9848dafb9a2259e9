// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.modbus;

import io.wayside.core.device.Contact;
import io.wayside.core.device.ContactChange;
import io.wayside.rig.contracts.SourceHarness;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/**
 * A contact on a real wire. Its input changes between two looks, once a look, as one that a vehicle
 * closes for longer than that.
 */
final class WiredContact implements SourceHarness<Contact, ContactChange> {

  /** Sets the peer's input. */
  interface Input {
    void set(boolean active);
  }

  private final Peer peer;
  private final Input input;
  private final ModbusDevice module;
  private final ModbusContact contact;
  private final Deque<Boolean> levels = new ArrayDeque<>();

  WiredContact(Peer peer, Input input, Map<String, Object> more) {
    this.peer = peer;
    this.input = input;
    input.set(false);
    peer.module.roundEachReading(() -> {}, this::next);
    module = Bench.device(Bench.lines(), peer.link(), Map.of("device_id", "module-1"));
    Map<String, Object> values = new HashMap<>();
    values.put("device_id", "loop-1");
    values.put("lookEveryMs", 2);
    values.put("blindAfterMs", 60_000); // the machine that tests may be busy
    values.putAll(more);
    contact = new ModbusContact(Bench.contact(values), module, Bench.TIME);
    Bench.until("the module tells", () -> contact.active().isPresent());
  }

  private synchronized void next() {
    Boolean level = levels.poll();
    if (level != null) {
      input.set(level);
    }
  }

  @Override
  public Contact device() {
    return contact;
  }

  @Override
  public long monotonicNanos() {
    return Bench.TIME.monotonicNanos();
  }

  @Override
  public synchronized void peerSays(int number) {
    levels.add(number % 2 == 1);
  }

  @Override
  public boolean carries(ContactChange change, int number) {
    return change.active() == (number % 2 == 1);
  }

  @Override
  public synchronized void breakLink() {
    levels.clear();
    peer.breakLink();
  }

  @Override
  public synchronized void restoreLink() {
    levels.clear();
    try {
      peer.restoreLink();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Duration deadline() {
    return Duration.ofSeconds(30);
  }

  @Override
  public void close() {
    contact.stop();
    module.stop();
    peer.close();
  }
}
