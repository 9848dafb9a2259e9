// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.gpio.gpiod;

import com.pi4j.library.gpiod.internal.GpioDContext;
import com.pi4j.library.gpiod.internal.GpioDException;
import com.pi4j.library.gpiod.internal.GpioLine;
import io.wayside.core.device.DeviceException.LinkDown;
import io.wayside.driver.gpio.lines.OutputLine;

/** An output; the kernel keeps others off it while it is open. */
final class PiOutput implements OutputLine {

  private final GpioLine line;
  private final int bcm;
  private boolean open = true;

  PiOutput(GpioLine line, int bcm) {
    this.line = line;
    this.bcm = bcm;
  }

  @Override
  public synchronized void set(boolean high) throws LinkDown {
    requireOpen();
    try {
      line.setValue(high ? 1 : 0);
    } catch (GpioDException e) {
      throw lost(e);
    }
  }

  @Override
  public synchronized boolean high() throws LinkDown {
    requireOpen();
    try {
      return line.getValue() == 1;
    } catch (GpioDException e) {
      throw lost(e);
    }
  }

  private void requireOpen() throws LinkDown {
    if (!open) {
      throw new LinkDown("GPIO " + bcm + ": closed");
    }
  }

  private LinkDown lost(GpioDException e) {
    return new LinkDown("GPIO " + bcm + ": lost (" + e + "); see the kernel's log", e);
  }

  @Override
  public synchronized void close() {
    if (open) {
      open = false;
      GpioDContext.getInstance().closeLine(line);
    }
  }
}
