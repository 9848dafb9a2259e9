// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.modbus;

import io.wayside.core.device.RegisterDevice;
import io.wayside.core.device.RegisterDevice.Table;
import io.wayside.rig.contracts.RegisterHarness;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

/** A device on a real wire with the rig's unit at the other end. */
final class WireHarness implements RegisterHarness {

  private final Peer peer;
  private final ModbusDevice device;

  WireHarness(Peer peer) {
    this.peer = peer;
    this.device = Bench.device(Bench.lines(), peer.link(), Map.of());
    Bench.awaitAnswers(device);
  }

  @Override
  public RegisterDevice device() {
    return device;
  }

  @Override
  public long monotonicNanos() {
    return Bench.TIME.monotonicNanos();
  }

  @Override
  public void peerHolds(Table table, int address, int... values) {
    peer.holds(table, address, values);
  }

  @Override
  public int peerCell(Table table, int address) {
    return peer.cell(table, address);
  }

  @Override
  public void peerAnswers(Manner manner) {
    peer.answer(manner);
  }

  @Override
  public void breakLink() {
    peer.breakLink();
  }

  @Override
  public void restoreLink() {
    try {
      peer.restoreLink();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    device.stop();
    peer.close();
  }
}
