// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.loadcell.pi;

import com.pi4j.boardinfo.util.BoardInfoHelper;
import com.pi4j.library.gpiod.internal.GpioDContext;
import com.pi4j.library.gpiod.internal.GpioDException;
import com.pi4j.library.gpiod.internal.GpioLine;
import io.wayside.core.device.DeviceException.LinkDown;
import io.wayside.driver.loadcell.port.Pin;
import io.wayside.driver.loadcell.port.Wiring;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Pins of a Raspberry Pi's header by their BCM numbers. Pi4J's library is called, not its inputs:
 * these would wake a thread of their own at each bit.
 */
public final class PiWiring implements Wiring {

  private static final String CONSUMER = "wayside";

  private final Map<Pin, GpioLine> lines = new EnumMap<>(Pin.class);

  /**
   * Opens the pins; one below 0 is wired to a fixed level.
   *
   * @throws LinkDown when this is no Raspberry Pi or a pin is taken
   */
  public static PiWiring open(Map<Pin, Integer> bcm) throws LinkDown {
    if (!BoardInfoHelper.runningOnRaspberryPi()) {
      throw new LinkDown(
          "this board is no Raspberry Pi that Pi4J knows; read the converter through IIO");
    }
    PiWiring wiring = new PiWiring();
    try {
      GpioDContext.getInstance().initialize();
      for (Map.Entry<Pin, Integer> pin : bcm.entrySet()) {
        wiring.request(pin.getKey(), pin.getValue());
      }
      return wiring;
    } catch (GpioDException | IllegalStateException | LinkageError e) {
      wiring.close();
      throw new LinkDown(
          "the pins %s cannot be had (%s); is one taken by another driver, or group gpio missing?"
              .formatted(bcm, e),
          e);
    }
  }

  private PiWiring() {}

  private void request(Pin pin, int bcm) {
    if (bcm < 0) {
      return;
    }
    GpioLine line = GpioDContext.getInstance().getOrOpenLine(bcm);
    if (pin == Pin.DATA) {
      line.requestInput(CONSUMER);
    } else {
      line.requestOutput(CONSUMER, 0);
    }
    lines.put(pin, line);
  }

  @Override
  public boolean high(Pin pin) throws LinkDown {
    @Nullable GpioLine line = lines.get(pin);
    try {
      return line != null && line.getValue() == 1;
    } catch (GpioDException e) {
      throw new LinkDown(pin + " pin lost (" + e + "); see the kernel's log", e);
    }
  }

  @Override
  public void set(Pin pin, boolean high) throws LinkDown {
    @Nullable GpioLine line = lines.get(pin);
    try {
      if (line != null) {
        line.setValue(high ? 1 : 0);
      }
    } catch (GpioDException e) {
      throw new LinkDown(pin + " pin lost (" + e + "); see the kernel's log", e);
    }
  }

  @Override
  public void pause(int micros) {
    LockSupport.parkNanos(TimeUnit.MICROSECONDS.toNanos(micros));
  }

  @Override
  public void close() {
    lines.values().forEach(GpioDContext.getInstance()::closeLine);
    lines.clear();
  }
}
