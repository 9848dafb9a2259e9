// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.gpio;

import io.wayside.core.time.TimeSource;
import io.wayside.driver.gpio.gpiod.PiLines;
import io.wayside.driver.gpio.lines.Lines;
import io.wayside.driver.gpio.sysfs.SysfsLines;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** Who provides the line. */
enum Provider {
  /** The character device of a Raspberry Pi, with the kernel's time of each edge. */
  RASPBERRY_PI,
  /** The files of the kernel; edges are looked for and stamped by the driver. */
  SYSFS;

  Lines line(int number, String sysPath, int lookEveryUs, TimeSource time) {
    return switch (this) {
      case RASPBERRY_PI -> new PiLines(number, time);
      case SYSFS ->
          new SysfsLines(
              Path.of(sysPath), number, TimeUnit.MICROSECONDS.toNanos(lookEveryUs), time);
    };
  }
}
