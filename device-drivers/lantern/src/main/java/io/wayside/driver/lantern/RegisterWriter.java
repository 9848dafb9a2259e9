// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.lantern;

import io.wayside.core.device.DeviceException;
import io.wayside.core.device.DeviceException.Refused;
import io.wayside.core.device.RegisterDevice;
import io.wayside.core.device.RegisterDevice.Table;
import io.wayside.core.time.TimeSource;
import io.wayside.core.water.Lantern.Answer;
import io.wayside.driver.lantern.map.Heartbeat;
import io.wayside.driver.lantern.map.Step;
import io.wayside.driver.lantern.map.Step.Confirmation;
import io.wayside.driver.lantern.map.Step.Write;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** Carries the steps of an order out on a device of registers, one after the other. */
final class RegisterWriter {

  private static final long LOOK_AGAIN_NANOS = 50_000_000L;

  /** Of a writing that may be repeated: a frame that is lost on the line is no lost device. */
  private static final int ATTEMPTS = 3;

  /** Lets time pass; a test lets simulated time pass. */
  interface Rest {
    void rest(long nanos) throws InterruptedException;
  }

  /** The device takes what it is told and does not do it. */
  static final class NotDone extends Exception {
    private static final long serialVersionUID = 1L;

    NotDone(String message) {
      super(message);
    }
  }

  private final String deviceId;
  private final RegisterDevice registers;
  private final Optional<Heartbeat> heartbeat;
  private final TimeSource time;
  private final Rest rest;
  private long beatNanos;
  private boolean wrote;

  RegisterWriter(
      String deviceId,
      RegisterDevice registers,
      Optional<Heartbeat> heartbeat,
      TimeSource time,
      Rest rest) {
    this.deviceId = deviceId;
    this.registers = registers;
    this.heartbeat = heartbeat;
    this.time = time;
    this.rest = rest;
  }

  /** Whether anything was written since it was last asked. */
  boolean hasWritten() {
    boolean did = wrote;
    wrote = false;
    return did;
  }

  /** Makes sure that the device would go back to automatic by itself, and gives the first beat. */
  void arm() throws DeviceException {
    if (heartbeat.isEmpty()) {
      return;
    }
    Heartbeat beat = heartbeat.get();
    if (!isArmed()) {
      put(new Write(Table.HOLDING_REGISTERS, beat.timeAddress(), beat.timeValue()));
      int holds = cell(beat.timeAddress());
      if (holds != beat.timeValue()) {
        throw new Refused(
            "%s: register %d holds %d and not %d after it was written, so it would not go back to automatic by itself; look up its heartbeat in its manual"
                .formatted(deviceId, beat.timeAddress(), holds, beat.timeValue()));
      }
    }
    beat(beat);
  }

  /** Whether the device still has the time of its heartbeat. */
  boolean isArmed() throws DeviceException {
    return heartbeat.isEmpty()
        || heartbeat.get().timeAddress() < 0
        || cell(heartbeat.get().timeAddress()) == heartbeat.get().timeValue();
  }

  private int cell(int address) throws DeviceException {
    return registers.read(Table.HOLDING_REGISTERS, address, 1)[0];
  }

  /** Beats when it is time. */
  void beat() throws DeviceException {
    if (heartbeat.isPresent() && time.monotonicNanos() - beatNanos >= 0) {
      beat(heartbeat.get());
    }
  }

  private void beat(Heartbeat beat) throws DeviceException {
    put(new Write(Table.HOLDING_REGISTERS, beat.keyAddress(), beat.key()));
    beatNanos = time.monotonicNanos() + beat.everyNanos();
  }

  long untilBeatNanos(long nowNanos, long longestNanos) {
    return heartbeat.isEmpty()
        ? longestNanos
        : Math.max(0, Math.min(longestNanos, beatNanos - nowNanos));
  }

  /** Writes all steps; confirmed when each of them was read as done. */
  Answer carryOut(List<Step> steps) throws DeviceException, NotDone, InterruptedException {
    Answer answer = Answer.CONFIRMED;
    for (Step step : steps) {
      if (!(step.sparing() && isDone(step))) {
        write(step);
      }
      if (step.confirmation().isEmpty()) {
        answer = Answer.TAKEN;
      } else {
        await(step.confirmation().get());
      }
    }
    return answer;
  }

  /** Writes all steps and does not wait. */
  void write(List<Step> steps) throws DeviceException {
    for (Step step : steps) {
      write(step);
    }
  }

  private void write(Step step) throws DeviceException {
    for (Write write : step.writes()) {
      if (step.confirmation().isPresent()) {
        put(write);
      } else {
        registers.write(write.table(), write.address(), write.value());
      }
      wrote = true;
    }
  }

  /** Says the same again where no good answer came: what is said so does no harm twice. */
  private void put(Write write) throws DeviceException {
    for (int attempt = 1; ; attempt++) {
      try {
        registers.write(write.table(), write.address(), write.value());
        return;
      } catch (DeviceException.TimedOut | DeviceException.Garbled e) {
        if (attempt == ATTEMPTS) {
          throw e;
        }
      }
    }
  }

  private boolean isDone(Step step) throws DeviceException {
    return step.confirmation().isPresent() && isDone(step.confirmation().get());
  }

  /** Whether the device still says all of it; what has no confirmation is believed. */
  boolean stands(List<Step> steps) throws DeviceException {
    for (Step step : steps) {
      if (step.confirmation().isPresent() && !isDone(step)) {
        return false;
      }
    }
    return true;
  }

  private boolean isDone(Confirmation confirmation) throws DeviceException {
    return said(confirmation).filter(confirmation.done()::contains).isPresent();
  }

  private Optional<Long> said(Confirmation confirmation) throws DeviceException {
    var cell = confirmation.cell();
    return cell.number(registers.read(cell.table(), cell.address(), cell.count()))
        .map(BigDecimal::longValue);
  }

  private void await(Confirmation confirmation)
      throws DeviceException, NotDone, InterruptedException {
    long end = time.monotonicNanos() + confirmation.withinNanos();
    while (true) {
      Optional<Long> said = said(confirmation);
      if (said.filter(confirmation.done()::contains).isPresent()) {
        return;
      }
      String says = said.map(String::valueOf).orElse("no number");
      if (said.filter(confirmation.failed()::contains).isPresent()) {
        throw new NotDone(
            "%s: it took the order and says that it failed (%s of %s); look at lamp and supply"
                .formatted(deviceId, says, confirmation.cell().place()));
      }
      if (time.monotonicNanos() - end >= 0) {
        throw new NotDone(
            "%s: it took the order and has not done it in time (%s of %s); look at lamp, supply and who else writes to it"
                .formatted(deviceId, says, confirmation.cell().place()));
      }
      beat();
      rest.rest(LOOK_AGAIN_NANOS);
    }
  }
}
