// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.gpio.sysfs;

import io.wayside.core.device.ContactChange.StampedBy;
import io.wayside.core.device.DeviceException.LinkDown;
import io.wayside.core.time.TimeSource;
import io.wayside.driver.gpio.lines.Bias;
import io.wayside.driver.gpio.lines.Edge;
import io.wayside.driver.gpio.lines.InputLine;
import io.wayside.driver.gpio.lines.Lines;
import io.wayside.driver.gpio.lines.OutputLine;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Lines of {@code /sys/class/gpio}. Plain Java cannot wait for the file system's own signal of an
 * edge, so levels are looked at again and again and the driver stamps what it sees.
 */
public final class SysfsLines implements Lines {

  private final Pin pin;
  private final long lookEveryNanos;
  private final TimeSource time;

  /**
   * Lines below a folder.
   *
   * @param root usually {@code /sys/class/gpio}
   * @param number as the folder numbers it, the chip's base included
   * @param lookEveryNanos between two looks at an input
   */
  public SysfsLines(Path root, int number, long lookEveryNanos, TimeSource time) {
    this.pin = new Pin(root, number);
    this.lookEveryNanos = lookEveryNanos;
    this.time = time;
  }

  @Override
  public InputLine input(Bias bias) throws LinkDown {
    if (bias != Bias.AS_IS) {
      throw new LinkDown(
          pin
              + ": these files set no pull resistors; use bias AS_IS and set them in the device tree");
    }
    pin.export();
    pin.direct("in");
    return new Input(pin.high());
  }

  @Override
  public OutputLine output(boolean high) throws LinkDown {
    pin.export();
    pin.direct(high ? "high" : "low");
    return new Output();
  }

  private final class Input implements InputLine {

    private boolean last;
    private volatile boolean open = true;

    Input(boolean first) {
      last = first;
    }

    @Override
    public boolean high() throws LinkDown {
      return pin.high();
    }

    @Override
    public @Nullable Edge next(Duration patience) throws LinkDown {
      long until = time.monotonicNanos() + patience.toNanos();
      while (open) {
        long now = time.monotonicNanos();
        boolean high = pin.high();
        if (high != last) {
          last = high;
          return new Edge(now, high, StampedBy.DRIVER);
        }
        if (now - until >= 0) {
          return null;
        }
        LockSupport.parkNanos(Math.min(lookEveryNanos, TimeUnit.MILLISECONDS.toNanos(100)));
      }
      throw new LinkDown(pin + ": closed");
    }

    @Override
    public void close() {
      open = false;
      pin.unexport();
    }
  }

  private final class Output implements OutputLine {

    @Override
    public void set(boolean high) throws LinkDown {
      pin.set(high);
    }

    @Override
    public boolean high() throws LinkDown {
      pin.requireOutput();
      return pin.high();
    }

    /** Stays exported: taking it back could let the pin float. */
    @Override
    public void close() {
      // The level was set before; there is nothing held open.
    }
  }
}
