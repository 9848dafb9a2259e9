// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.modbus;

import io.wayside.core.device.Backoff;
import io.wayside.core.device.DeviceException;
import io.wayside.core.device.RegisterDevice;
import io.wayside.core.health.Health;
import io.wayside.core.health.HealthSource;
import io.wayside.core.link.LinkAddress;
import io.wayside.core.link.LinkAddresses;
import io.wayside.core.time.TimeSource;
import io.wayside.driver.modbus.codec.Answer;
import io.wayside.driver.modbus.codec.Request;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;

/** A Modbus device of the site. */
@Component(
    name = ModbusDevice.PID,
    configurationPid = ModbusDevice.PID,
    configurationPolicy = ConfigurationPolicy.REQUIRE,
    immediate = true,
    service = {RegisterDevice.class, HealthSource.class})
@Designate(ocd = Config.class, factory = true)
public final class ModbusDevice implements RegisterDevice, HealthSource {

  static final String PID = "io.wayside.device.modbus";

  private static final int FIRST_RETRY_MS = 20;
  private static final int LONGEST_RETRY_MS = 500;

  private final String deviceId;
  private final int unit;
  private final int attempts;
  private final long answerWithinNanos;
  private final String place;
  private final Lines lines;
  private final Line line;
  private final Condition condition;
  private final CountDownLatch stop = new CountDownLatch(1);

  @Activate
  public ModbusDevice(Config config, @Reference Lines lines, @Reference TimeSource time) {
    this.deviceId = config.device_id();
    this.unit = config.unit();
    this.attempts = config.attempts();
    this.answerWithinNanos = TimeUnit.MILLISECONDS.toNanos(config.answerWithinMs());
    this.lines = lines;
    LinkAddress address = LinkAddresses.parse(config.link());
    this.place = "%s (unit %d on %s)".formatted(deviceId, unit, LinkAddresses.print(address));
    this.line = lines.take(address, LineSettings.of(config, address));
    this.condition = new Condition(place, time);
  }

  @Deactivate
  void stop() {
    stop.countDown();
    lines.giveBack(line);
  }

  @Override
  public int[] read(Table table, int address, int count) throws DeviceException {
    return ask(Request.reading(table, address, count), true);
  }

  @Override
  public void write(Table table, int address, int... values) throws DeviceException {
    int[] none = ask(Request.writing(table, address, values), false);
    if (none.length != 0) {
      throw new IllegalStateException(place + ": a write was answered with cells");
    }
  }

  private int[] ask(Request request, boolean repeatable) throws DeviceException {
    try {
      int[] cells = Outcome.cells(place, answer(request, repeatable));
      condition.well();
      return cells;
    } catch (DeviceException.LinkDown e) {
      DeviceException.LinkDown named =
          new DeviceException.LinkDown(place + ": " + e.getMessage(), e);
      condition.failed(named);
      throw named;
    } catch (DeviceException e) {
      condition.failed(e);
      throw e;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DeviceException.TimedOut(place + ": stopped while waiting for an answer");
    }
  }

  /** A write is repeated only where the device says that it did nothing. */
  private Answer answer(Request request, boolean repeatable)
      throws DeviceException, InterruptedException {
    Backoff backoff = new Backoff(FIRST_RETRY_MS, LONGEST_RETRY_MS, new SplittableRandom());
    Answer answer = line.ask(unit, request, answerWithinNanos);
    for (int attempt = 1; attempt < attempts; attempt++) {
      boolean again = repeatable ? Outcome.mayPass(answer) : Outcome.isBusy(answer);
      if (!again || stop.await(backoff.nextMs(), TimeUnit.MILLISECONDS)) {
        break;
      }
      answer = line.ask(unit, request, answerWithinNanos);
    }
    return answer;
  }

  @Override
  public String deviceId() {
    return deviceId;
  }

  @Override
  public String healthId() {
    return "device." + deviceId;
  }

  @Override
  public Health health() {
    return condition.health(line.isOpen(), line.whyDown());
  }
}
