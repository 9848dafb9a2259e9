// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.iio.local;

import io.wayside.core.data.GarbledData;
import io.wayside.core.device.DeviceException.Refused;
import io.wayside.driver.iio.context.Batch.Clock;
import io.wayside.driver.iio.context.Request;
import io.wayside.driver.iio.context.Scaling;
import io.wayside.driver.iio.context.Scans;
import io.wayside.driver.iio.scan.ScanElement;
import io.wayside.driver.iio.scan.ScanFormat;
import io.wayside.driver.iio.scan.ScanLayout;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The buffer of a device: what it carries and whether it runs. */
record Buffer(Sysfs device, Request request) {

  /** Blocks the kernel can keep while the gateway is busy. */
  private static final int BLOCKS_AHEAD = 16;

  private static final String CLOCK = "current_timestamp_clock";

  void setUp(String trigger) throws IOException, Refused {
    device.write("buffer/enable", "0");
    Set<String> wanted = new HashSet<>();
    request.channels().forEach(channel -> wanted.add("in_" + channel.id() + "_en"));
    wanted.add("in_timestamp_en");
    for (String file : device.list("scan_elements")) {
      if (file.endsWith("_en")) {
        device.write("scan_elements/" + file, wanted.contains(file) ? "1" : "0");
      }
    }
    if (device.has(CLOCK)) {
      device.write(CLOCK, "monotonic");
    }
    if (!trigger.isEmpty()) {
      setTrigger(trigger);
    }
    device.write("buffer/length", Integer.toString(BLOCKS_AHEAD * request.blockScans()));
    if (device.has("buffer/watermark")) {
      device.write("buffer/watermark", Integer.toString(request.blockScans()));
    }
  }

  private void setTrigger(String trigger) throws Refused {
    try {
      device.write("trigger/current_trigger", trigger);
    } catch (IOException refused) {
      throw new Refused(
          request.deviceId()
              + ": "
              + device.id()
              + " does not take the trigger "
              + trigger
              + " ("
              + refused
              + "); compare /sys/bus/iio/devices/trigger*/name");
    }
  }

  /** What the kernel says it will deliver: it may have enabled more than was asked. */
  Scans scans(List<Scaling> scalings) throws IOException, GarbledData {
    List<ScanElement> enabled = new ArrayList<>();
    for (String file : device.list("scan_elements")) {
      if (file.endsWith("_en") && device.read("scan_elements/" + file).equals("1")) {
        enabled.add(element(file.substring(0, file.length() - "_en".length())));
      }
    }
    for (var channel : request.channels()) {
      boolean carried =
          enabled.stream()
              .anyMatch(e -> e.id().equals(channel.id()) && channel.which() < e.format().repeat());
      if (!carried) {
        throw new GarbledData("the buffer does not carry " + channel.name());
      }
    }
    boolean ours = device.readIfThere(CLOCK).equals("monotonic");
    Clock clock = ours ? Clock.OURS : Clock.THEIRS;
    return new Scans(request.channels(), scalings, new ScanLayout(enabled), clock);
  }

  private ScanElement element(String prefix) throws IOException, GarbledData {
    String index = device.read("scan_elements/" + prefix + "_index");
    ScanFormat format = ScanFormat.parse(device.read("scan_elements/" + prefix + "_type"));
    try {
      String id = prefix.startsWith("in_") ? prefix.substring(3) : prefix;
      return new ScanElement(id, Integer.parseInt(index), format);
    } catch (NumberFormatException noNumber) {
      throw new GarbledData("the index of " + prefix + " is \"" + index + "\"");
    }
  }

  void run(boolean enabled) throws IOException {
    device.write("buffer/enable", enabled ? "1" : "0");
  }
}
