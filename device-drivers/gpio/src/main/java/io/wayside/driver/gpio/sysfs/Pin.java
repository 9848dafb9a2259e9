// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.gpio.sysfs;

import io.wayside.core.device.DeviceException.LinkDown;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The files of one line, after the kernel's ABI of {@code /sys/class/gpio}. */
final class Pin {

  private static final Logger log = LoggerFactory.getLogger(Pin.class);

  private final Path root;
  private final Path folder;
  private final int number;

  Pin(Path root, int number) {
    this.root = root;
    this.folder = root.resolve("gpio" + number);
    this.number = number;
  }

  /** A line that is exported already stays as it is. */
  void export() throws LinkDown {
    if (!Files.isDirectory(root)) {
      throw new LinkDown(
          root
              + " is not there: this kernel has no such files; use provider GPIOD on a Raspberry Pi");
    }
    if (Files.isDirectory(folder)) {
      return;
    }
    write(root.resolve("export"), Integer.toString(number));
    if (!Files.isDirectory(folder)) {
      throw new LinkDown(this + ": the kernel did not offer it; is it taken by another driver?");
    }
  }

  void unexport() {
    try {
      if (Files.isDirectory(folder)) {
        Files.writeString(root.resolve("unexport"), Integer.toString(number));
      }
    } catch (IOException e) {
      log.warn("{} stays exported", this, e);
    }
  }

  /** {@code in}, or {@code high} or {@code low} for an output that begins with this level. */
  void direct(String direction) throws LinkDown {
    write(folder.resolve("active_low"), "0"); // inversion is ours; the kernel's would be a second
    write(folder.resolve("direction"), direction);
  }

  void requireOutput() throws LinkDown {
    if (!read("direction").equals("out")) {
      throw new LinkDown(this + ": no output any more; somebody else changed its direction");
    }
  }

  boolean high() throws LinkDown {
    return !read("value").equals("0");
  }

  void set(boolean high) throws LinkDown {
    write(folder.resolve("value"), high ? "1" : "0");
  }

  private String read(String file) throws LinkDown {
    try {
      return Files.readString(folder.resolve(file), StandardCharsets.US_ASCII).strip();
    } catch (IOException e) {
      throw new LinkDown(this + ": " + file + " cannot be read; is the expander still there?", e);
    }
  }

  private void write(Path file, String text) throws LinkDown {
    if (!Files.exists(file)) {
      throw new LinkDown(this + ": " + file + " is not there; is the number right?");
    }
    try {
      Files.writeString(file, text, StandardCharsets.US_ASCII);
    } catch (IOException e) {
      throw new LinkDown(
          this
              + ": "
              + file
              + " does not take \""
              + text
              + "\"; the number may be wrong, the line taken, or group gpio missing",
          e);
    }
  }

  @Override
  public String toString() {
    return "GPIO " + number + " of " + root;
  }
}
