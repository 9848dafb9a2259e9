// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.gpio;

import io.wayside.core.device.Output;
import io.wayside.rig.contracts.OutputContract;
import io.wayside.rig.contracts.OutputHarness;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.io.TempDir;

/** The suite over a tree of files, with a relay that is safe when off. */
class SysfsOutputTest extends OutputContract {

  @TempDir Path folder;

  @Override
  protected OutputHarness start() throws IOException {
    return new Harness(folder.resolve("gpio" + System.nanoTime()));
  }

  private static final class Harness implements OutputHarness {

    private final FakeTree tree;
    private final SwitchedOutput output;

    Harness(Path root) throws IOException {
      tree = new FakeTree(root);
      output =
          new SwitchedOutput(
              Bench.output(
                  Map.of(
                      "device_id",
                      "barrier-1",
                      "provider",
                      Provider.SYSFS,
                      "line",
                      FakeTree.LINE,
                      "sysPath",
                      root.toString(),
                      "safeOn",
                      false)),
              new MachineTime());
      Bench.until("the line is an output", tree::isOutput);
    }

    @Override
    public Output device() {
      return output;
    }

    @Override
    public long monotonicNanos() {
      return System.nanoTime();
    }

    /** A relay whose pin floats is off. */
    @Override
    public boolean peerIsOn() {
      return tree.isOutput() && tree.levelOfOutput();
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
      tree.unplug();
    }

    @Override
    public void restoreLink() {
      tree.plug();
      // A kernel sets the direction before the write returns; the fake one obeys a moment later.
      Bench.until("the line is an output again", tree::isOutput);
    }

    @Override
    public void close() {
      output.stop();
      tree.close();
    }
  }
}
