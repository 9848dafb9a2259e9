// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.iio.local;

import io.wayside.core.data.GarbledData;
import io.wayside.core.device.DeviceException;
import io.wayside.core.device.DeviceException.Garbled;
import io.wayside.core.device.DeviceException.LinkDown;
import io.wayside.core.device.DeviceException.Refused;
import io.wayside.core.time.TimeSource;
import io.wayside.driver.iio.context.Feed;
import io.wayside.driver.iio.context.Request;
import io.wayside.driver.iio.context.Scaling;
import io.wayside.driver.iio.context.Transport;
import io.wayside.driver.iio.context.Wanted;
import io.wayside.driver.iio.polling.PollingFeed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds a converter of this machine and starts it, buffered if it can be. */
public final class LocalTransport implements Transport {

  private final Request request;
  private final String trigger;
  private final Path sysRoot;
  private final Path devRoot;
  private final TimeSource time;

  /**
   * A way to a converter of this machine.
   *
   * @param trigger what starts its scans; empty leaves it as it is
   * @param sysRoot usually /sys/bus/iio/devices
   * @param devRoot usually /dev
   */
  public LocalTransport(
      Request request, String trigger, Path sysRoot, Path devRoot, TimeSource time) {
    this.request = request;
    this.trigger = trigger;
    this.sysRoot = sysRoot;
    this.devRoot = devRoot;
    this.time = time;
  }

  @Override
  public String place() {
    return request.device() + " in " + sysRoot;
  }

  @Override
  public Feed open() throws DeviceException {
    Sysfs device = find();
    try {
      setRate(device);
      return isBuffered(device) ? buffered(device) : polled(device);
    } catch (IOException failed) {
      throw new LinkDown(
          message("cannot be set up", failed) + "; check the driver, permissions and wiring",
          failed);
    } catch (GarbledData garbled) {
      throw new Garbled(request.deviceId() + " at " + place() + ": " + garbled.getMessage());
    }
  }

  @Override
  public void cancel() {
    // Files of sysfs answer at once: there is nothing to end.
  }

  private Sysfs find() throws DeviceException {
    List<Sysfs> found = new ArrayList<>();
    List<String> present = new ArrayList<>();
    try (Stream<Path> folders = Files.list(sysRoot)) {
      for (Path folder : folders.sorted().toList()) {
        Sysfs device = new Sysfs(folder);
        if (device.id().startsWith("iio:device")) {
          String name = device.readIfThere("name");
          present.add(device.id() + " (" + name + ")");
          if (request.isFor(device.id(), name, device.readIfThere("label"))) {
            found.add(device);
          }
        }
      }
    } catch (IOException unreadable) {
      throw new LinkDown(
          message("cannot be looked for", unreadable) + "; load the kernel driver", unreadable);
    }
    if (found.isEmpty()) {
      throw new LinkDown(
          request.deviceId() + ": there is no " + place() + "; present are " + present);
    }
    if (found.size() > 1) {
      throw new Refused(
          request.deviceId()
              + ": several devices are called "
              + place()
              + "; name one by label or id, such as "
              + found.get(0).id());
    }
    return found.get(0);
  }

  private void setRate(Sysfs device) throws IOException, Refused {
    String channel = request.channels().get(0).id();
    Optional<String> file =
        device.has("sampling_frequency")
            ? Optional.of("sampling_frequency")
            : device.attributeFile(channel, "sampling_frequency");
    if (file.isEmpty() || request.isRate(device.read(file.get()))) {
      return; // the converter has one rate, or has it already
    }
    try {
      device.write(file.get(), plain(request.rateHz()));
    } catch (IOException refused) {
      throw new Refused(
          message("does not take the rate " + request.rateHz() + " Hz", refused)
              + "; available: "
              + device.readIfThere(file.get() + "_available"));
    }
  }

  /** Kernel drivers take no exponents. */
  private static String plain(double number) {
    return java.math.BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
  }

  private boolean isBuffered(Sysfs device) {
    return device.has("buffer/enable")
        && request.channels().stream()
            .allMatch(channel -> device.has("scan_elements/in_" + channel.id() + "_en"));
  }

  private Feed buffered(Sysfs device) throws IOException, GarbledData, DeviceException {
    Buffer buffer = new Buffer(device, request);
    buffer.setUp(trigger);
    return BufferFeed.start(
        buffer, buffer.scans(scalings(device)), devRoot.resolve(device.id()), request, time);
  }

  private Feed polled(Sysfs device) throws IOException, GarbledData, Refused {
    for (Wanted channel : request.channels()) {
      if (!device.has("in_" + channel.id() + "_raw")) {
        throw new Refused(
            request.deviceId()
                + ": "
                + device.id()
                + " has no channel "
                + channel.id()
                + "; it has "
                + device.list("").stream().filter(name -> name.endsWith("_raw")).toList());
      }
    }
    return new PollingFeed(request, scalings(device), new SysfsRaw(device, request), time);
  }

  private List<Scaling> scalings(Sysfs device) throws IOException, GarbledData {
    List<Scaling> scalings = new ArrayList<>();
    for (Wanted channel : request.channels()) {
      scalings.add(Scaling.<IOException>of(channel, device::attribute));
    }
    return scalings;
  }

  private String message(String what, IOException cause) {
    return request.deviceId() + " at " + place() + " " + what + " (" + cause + ")";
  }
}
