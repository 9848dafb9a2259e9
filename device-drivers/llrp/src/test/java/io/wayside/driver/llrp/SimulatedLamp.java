// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.llrp;

import io.wayside.core.device.Output;
import io.wayside.rig.contracts.OutputHarness;
import io.wayside.rig.simulators.llrp.ReaderTraits;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/**
 * A lamp at an output of the rig's reader. Here the device is lost by its power, which switches the
 * lamp off; that a reader which only lost its connection keeps the lamp as it is has a test of its
 * own, since no gateway can keep the promise then.
 */
final class SimulatedLamp implements OutputHarness {

  static final int PORT = 3;

  private final SimulatedReader reader;
  private final ReaderOutput output;

  SimulatedLamp(ReaderTraits traits) throws IOException {
    reader = SimulatedReader.hearing(traits, Map.of("keepaliveMs", 200));
    output = Site.output(reader.reader(), "lamp-1", PORT, false);
    reader.until("it is in order", () -> output.health().code().equals("ok"));
  }

  @Override
  public Output device() {
    return output;
  }

  @Override
  public long monotonicNanos() {
    return Site.TIME.monotonicNanos();
  }

  @Override
  public boolean peerIsOn() {
    return reader.simulated().output(PORT);
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
    reader.reader().stop();
  }

  @Override
  public void breakLink() {
    reader.simulated().haunted(true);
    reader.simulated().reboot(false, false);
  }

  @Override
  public void restoreLink() {
    reader.restoreLink();
  }

  @Override
  public Duration deadline() {
    return Duration.ofSeconds(60);
  }

  @Override
  public void close() {
    output.stop();
    reader.close();
  }
}
