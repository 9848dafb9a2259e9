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
import io.wayside.driver.modbus.Line.Asked;
import io.wayside.driver.modbus.codec.Answer;
import io.wayside.driver.modbus.codec.Request;
import io.wayside.driver.modbus.round.Bit;
import java.util.Optional;
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
    service = {RegisterDevice.class, ModulePorts.class, HealthSource.class})
@Designate(ocd = Config.class, factory = true)
public final class ModbusDevice implements RegisterDevice, ModulePorts, HealthSource {

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
  private final Watchdog watchdog;
  private final ModuleThread ports;
  private final Pace pace;

  /** Registers are read, changed and written by one at a time. */
  private final Object registers = new Object();

  /**
   * Cells of the device.
   *
   * @param nanos the middle between request and answer
   */
  @SuppressWarnings("ArrayRecordComponent") // handed on once, never compared
  record Look(int[] cells, long nanos) {}

  @Activate
  public ModbusDevice(Config config, @Reference Lines lines, @Reference TimeSource time) {
    this(config, lines, time, new Alarm());
  }

  /** At a pace of whoever asks: the rig has its own. */
  public ModbusDevice(Config config, Lines lines, TimeSource time, Pace pace) {
    this.deviceId = config.device_id();
    this.unit = config.unit();
    this.attempts = config.attempts();
    this.answerWithinNanos = TimeUnit.MILLISECONDS.toNanos(config.answerWithinMs());
    this.lines = lines;
    LinkAddress address = LinkAddresses.parse(config.link());
    this.place = "%s (unit %d on %s)".formatted(deviceId, unit, LinkAddresses.print(address));
    this.line = lines.take(address, LineSettings.of(config, address));
    this.condition = new Condition(place, time);
    this.pace = pace;
    this.watchdog =
        new Watchdog(
            this,
            config.watchdogAddress(),
            config.watchdogValue(),
            config.watchdogFeedAddress(),
            TimeUnit.MILLISECONDS.toNanos(config.watchdogFeedEveryMs()),
            time.monotonicNanos());
    Round round =
        new Round(
            stretch ->
                look(Request.reading(stretch.table(), stretch.from(), stretch.count()), true),
            watchdog,
            time);
    this.ports = new ModuleThread(deviceId, round, pace);
  }

  @Deactivate
  public void stop() {
    stop.countDown();
    ports.close();
    lines.giveBack(line);
  }

  @Override
  public int[] read(Table table, int address, int count) throws DeviceException {
    return look(Request.reading(table, address, count), true).cells();
  }

  @Override
  public void write(Table table, int address, int... values) throws DeviceException {
    written(look(Request.writing(table, address, values), false));
  }

  @Override
  public void write(Bit bit, boolean on) throws DeviceException {
    if (!bit.isInRegister()) {
      written(look(Request.writing(bit.table(), bit.address(), on ? 1 : 0), true));
      return;
    }
    synchronized (registers) {
      int cell = bit.put(read(bit.table(), bit.address(), 1)[0], on);
      written(look(Request.writing(bit.table(), bit.address(), cell), true));
    }
  }

  private void written(Look look) {
    if (look.cells().length != 0) {
      throw new IllegalStateException(place + ": a write was answered with cells");
    }
  }

  private Look look(Request request, boolean repeatable) throws DeviceException {
    try {
      Asked asked = ask(request, repeatable);
      int[] cells = Outcome.cells(place, asked.answer());
      condition.well();
      return new Look(cells, asked.sentNanos() + (asked.heardNanos() - asked.sentNanos()) / 2);
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

  /**
   * A write is repeated only where it does no harm, or where the device says that it did nothing.
   */
  private Asked ask(Request request, boolean repeatable)
      throws DeviceException, InterruptedException {
    Backoff backoff = new Backoff(FIRST_RETRY_MS, LONGEST_RETRY_MS, new SplittableRandom());
    Asked asked = line.ask(unit, request, answerWithinNanos);
    for (int attempt = 1; attempt < attempts; attempt++) {
      Answer answer = asked.answer();
      boolean again = repeatable ? Outcome.mayPass(answer) : Outcome.isBusy(answer);
      if (!again || stop.await(backoff.nextMs(), TimeUnit.MILLISECONDS)) {
        break;
      }
      asked = line.ask(unit, request, answerWithinNanos);
    }
    return asked;
  }

  @Override
  public void add(Port port) {
    ports.add(port);
  }

  @Override
  public void remove(Port port) {
    ports.remove(port);
  }

  @Override
  public void wake() {
    pace.wake();
  }

  @Override
  public void requireWatched() throws DeviceException.Refused {
    Optional<String> amiss = watchdog.amiss();
    if (amiss.isPresent()) {
      throw new DeviceException.Refused(place + ": " + amiss.get());
    }
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
    return condition.health(
        line.isOpen(), line.whyDown(), watchdog.amiss().filter(words -> ports.isStarted()));
  }
}
