// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.modbus;

import io.wayside.core.device.Output;
import io.wayside.core.health.Health.Status;
import io.wayside.rig.contracts.OutputHarness;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** An output on a real wire, at a module whose watchdog strikes after two seconds. */
final class WiredOutput implements OutputHarness {

  private static final int TENTHS = 20;

  private final Peer peer;
  private final BooleanSupplier isOn;
  private final ModbusDevice module;
  private final ModbusOutput output;

  WiredOutput(Peer peer, BooleanSupplier isOn, Map<String, Object> more) {
    this.peer = peer;
    this.isOn = isOn;
    module =
        Bench.device(
            Bench.lines(),
            peer.link(),
            Map.of(
                "device_id",
                "module-1",
                "watchdogAddress",
                Peer.WATCHDOG,
                "watchdogValue",
                TENTHS));
    Map<String, Object> values = new HashMap<>();
    values.put("device_id", "lamp-1");
    values.put("lookEveryMs", 20);
    values.putAll(more);
    output = new ModbusOutput(Bench.output(values), module, Bench.TIME);
    Bench.until("the output is in order", () -> output.health().status() == Status.OK);
    Bench.until("the watchdog is armed", () -> module.health().status() == Status.OK);
  }

  @Override
  public Output device() {
    return output;
  }

  @Override
  public long monotonicNanos() {
    return Bench.TIME.monotonicNanos();
  }

  @Override
  public boolean peerIsOn() {
    return isOn.getAsBoolean();
  }

  @Override
  public void passTime(Duration time) {
    long end = System.nanoTime() + time.toNanos();
    while (System.nanoTime() - end < 0) {
      LockSupport.parkNanos(end - System.nanoTime());
    }
  }

  @Override
  public void stopDevice() {
    output.stop();
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
  public Duration deadline() {
    return Duration.ofSeconds(30);
  }

  @Override
  public void close() {
    output.stop();
    module.stop();
    peer.close();
  }
}
