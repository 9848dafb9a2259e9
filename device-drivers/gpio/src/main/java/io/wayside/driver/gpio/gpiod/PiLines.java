// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.gpio.gpiod;

import com.pi4j.boardinfo.util.BoardInfoHelper;
import com.pi4j.library.gpiod.internal.GpioDContext;
import com.pi4j.library.gpiod.internal.GpioDException;
import com.pi4j.library.gpiod.internal.GpioLine;
import com.pi4j.library.gpiod.internal.LineRequestFlag;
import io.wayside.core.device.DeviceException.LinkDown;
import io.wayside.core.time.TimeSource;
import io.wayside.driver.gpio.lines.Bias;
import io.wayside.driver.gpio.lines.InputLine;
import io.wayside.driver.gpio.lines.Lines;
import io.wayside.driver.gpio.lines.OutputLine;
import java.util.function.Function;

/**
 * Lines of a Raspberry Pi's header by their BCM number.
 *
 * <p>Pi4J's library is called, not its providers: these drop the kernel's time of an edge and leave
 * a thread behind for each input. The library itself refuses every other board.
 */
public final class PiLines implements Lines {

  private static final String CONSUMER = "wayside";

  private final int bcm;
  private final TimeSource time;

  /**
   * A line of this machine.
   *
   * @param bcm number of the line on the chip, which is that of the header's names GPIO0 to GPIO27
   */
  public PiLines(int bcm, TimeSource time) {
    this.bcm = bcm;
    this.time = time;
  }

  @Override
  public InputLine input(Bias bias) throws LinkDown {
    return opened(
        line -> {
          line.requestBothEdgeEventsFlags(CONSUMER, flag(bias));
          return new PiInput(line, bcm, time);
        });
  }

  @Override
  public OutputLine output(boolean high) throws LinkDown {
    return opened(
        line -> {
          line.requestOutput(CONSUMER, high ? 1 : 0);
          return new PiOutput(line, bcm);
        });
  }

  private static int flag(Bias bias) {
    return switch (bias) {
      case AS_IS -> 0;
      case OFF -> LineRequestFlag.BIAS_DISABLE.getVal();
      case PULL_UP -> LineRequestFlag.BIAS_PULL_UP.getVal();
      case PULL_DOWN -> LineRequestFlag.BIAS_PULL_DOWN.getVal();
    };
  }

  private <T> T opened(Function<GpioLine, T> request) throws LinkDown {
    if (!BoardInfoHelper.runningOnRaspberryPi()) {
      throw new LinkDown(
          "GPIO %d: this board is no Raspberry Pi that Pi4J knows; use provider SYSFS"
              .formatted(bcm));
    }
    try {
      GpioDContext context = GpioDContext.getInstance();
      context.initialize();
      GpioLine line = context.getOrOpenLine(bcm);
      return request.apply(line);
    } catch (GpioDException | IllegalStateException | LinkageError e) {
      throw new LinkDown(
          "GPIO %d: cannot be had (%s); is it taken by another driver, or group gpio missing?"
              .formatted(bcm, e),
          e);
    }
  }
}
