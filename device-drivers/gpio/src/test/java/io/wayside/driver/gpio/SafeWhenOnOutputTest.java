// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.gpio;

import io.wayside.core.device.Output;
import io.wayside.rig.contracts.OutputContract;
import io.wayside.rig.contracts.OutputHarness;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/** The suite on a scripted line, with an inverted output that is safe when on. */
class SafeWhenOnOutputTest extends OutputContract {

  @Override
  protected OutputHarness start() {
    return new Harness();
  }

  private static final class Harness implements OutputHarness {

    private final ScriptedLines lines = new ScriptedLines();
    private final SwitchedOutput output =
        new SwitchedOutput(
            Bench.output(Map.of("device_id", "beacon-1", "safeOn", true, "inverted", true)),
            lines,
            new MachineTime());

    Harness() {
      Bench.until("the line is open", lines::isOpen);
    }

    @Override
    public Output device() {
      return output;
    }

    @Override
    public long monotonicNanos() {
      return System.nanoTime();
    }

    /** A lamp that is fed when its pin floats. */
    @Override
    public boolean peerIsOn() {
      return !lines.isPlugged() || !lines.level();
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
      lines.plug(false);
    }

    @Override
    public void restoreLink() {
      lines.plug(true);
    }

    @Override
    public void close() {
      output.stop();
    }
  }
}
