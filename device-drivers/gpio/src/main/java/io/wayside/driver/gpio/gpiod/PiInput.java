// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.gpio.gpiod;

import com.pi4j.library.gpiod.internal.GpioDContext;
import com.pi4j.library.gpiod.internal.GpioDException;
import com.pi4j.library.gpiod.internal.GpioLine;
import com.pi4j.library.gpiod.internal.GpioLineEvent;
import com.pi4j.library.gpiod.internal.LineEvent;
import io.wayside.core.device.DeviceException.LinkDown;
import io.wayside.core.time.TimeSource;
import io.wayside.driver.gpio.lines.Edge;
import io.wayside.driver.gpio.lines.InputLine;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** An input whose edges the kernel stamps. One lock keeps a wait from using a line given back. */
final class PiInput implements InputLine {

  private final GpioLine line;
  private final int bcm;
  private final TimeSource time;
  private final GpioLineEvent event;
  private boolean open = true;

  PiInput(GpioLine line, int bcm, TimeSource time) {
    this.line = line;
    this.bcm = bcm;
    this.time = time;
    this.event = GpioDContext.getInstance().openLineEvent();
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

  @Override
  public synchronized @Nullable Edge next(Duration patience) throws LinkDown {
    requireOpen();
    try {
      if (!line.eventWait(patience.toNanos())) {
        return null;
      }
      GpioLineEvent happened = line.eventRead(event);
      return KernelStamp.edge(
          happened.getTimeNs(), happened.getType() == LineEvent.RISING_EDGE, time.monotonicNanos());
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
      GpioDContext.getInstance().closeLineEvent(event);
      GpioDContext.getInstance().closeLine(line);
    }
  }
}
