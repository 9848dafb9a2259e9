// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.lantern;

import io.wayside.core.data.Value;
import io.wayside.core.device.DeviceException;
import io.wayside.core.device.DeviceException.Refused;
import io.wayside.core.device.Interruption;
import io.wayside.core.device.Interruption.Cause;
import io.wayside.core.device.Listener;
import io.wayside.core.device.RegisterDevice;
import io.wayside.core.health.Health;
import io.wayside.core.health.Health.Status;
import io.wayside.core.time.TimeSource;
import io.wayside.core.water.AidReport;
import io.wayside.driver.lantern.map.Row;
import io.wayside.driver.lantern.map.Stretch;
import io.wayside.driver.lantern.map.Told;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the rows of a map round and round, and tells listeners what they say. */
final class ReportReader {

  private final String deviceId;
  private final RegisterDevice registers;
  private final Listener<? super AidReport> listeners;
  private final TimeSource time;
  private final List<Slot> slots = new ArrayList<>();
  private final List<Row> rows;
  private final Told told = new Told();
  private boolean interrupted;
  private long heardNanos;
  private volatile Health health;

  private static final class Slot {
    private final Stretch stretch;
    private long dueNanos;
    private Optional<String> refusal = Optional.empty();

    Slot(Stretch stretch, long dueNanos) {
      this.stretch = stretch;
      this.dueNanos = dueNanos;
    }
  }

  ReportReader(
      String deviceId,
      RegisterDevice registers,
      List<Row> rows,
      Listener<? super AidReport> listeners,
      TimeSource time) {
    this.deviceId = deviceId;
    this.registers = registers;
    this.rows = rows;
    this.listeners = listeners;
    this.time = time;
    this.heardNanos = time.monotonicNanos();
    this.health = Health.starting(deviceId + ": nothing was read of it yet", heardNanos);
    Stretch.of(rows).forEach(stretch -> slots.add(new Slot(stretch, heardNanos)));
  }

  Health health() {
    return health;
  }

  long untilDueNanos(long nowNanos, long longestNanos) {
    long due = longestNanos;
    for (Slot slot : slots) {
      due = Math.min(due, slot.dueNanos - nowNanos);
    }
    return Math.max(0, due);
  }

  /**
   * Reads what is due, and tells what is known then.
   *
   * @throws DeviceException other than a refusal when the device is not to be reached
   */
  void turn() throws DeviceException {
    boolean read = false;
    for (Slot slot : List.copyOf(slots)) {
      if (time.monotonicNanos() - slot.dueNanos >= 0) {
        read |= read(slot);
      }
    }
    if (read) {
      heardNanos = time.monotonicNanos();
      interrupted = false;
      judge();
      AidReport report;
      synchronized (told) {
        report = told.report(heardNanos, "lantern:" + deviceId);
      }
      listeners.received(report);
    }
  }

  private boolean read(Slot slot) throws DeviceException {
    Stretch stretch = slot.stretch;
    long now = time.monotonicNanos();
    long next = slot.dueNanos + stretch.everyNanos();
    slot.dueNanos = next - now > 0 ? next : now + stretch.everyNanos();
    try {
      int[] cells = registers.read(stretch.table(), stretch.from(), stretch.count());
      slot.refusal = Optional.empty();
      synchronized (told) {
        stretch.rows().forEach(row -> told.take(row, stretch.cellsOf(row, cells)));
      }
      return true;
    } catch (Refused e) {
      refused(slot, e);
      return false;
    }
  }

  /** It may have no cells between two rows, or not answer for as many: each is asked for alone. */
  private void refused(Slot slot, Refused why) {
    Stretch stretch = slot.stretch;
    if (stretch.rows().size() > 1) {
      slots.remove(slot);
      stretch.parted().forEach(part -> slots.add(new Slot(part, time.monotonicNanos())));
      return;
    }
    slot.refusal =
        Optional.of(
            deviceId
                + ": "
                + stretch.rows().get(0).tells()
                + " at "
                + stretch.rows().get(0).cell().place()
                + " is not to be had, "
                + why.getMessage());
    synchronized (told) {
      stretch.rows().forEach(told::forget);
    }
    judge();
  }

  private void judge() {
    long now = time.monotonicNanos();
    Health next =
        slots.stream()
            .flatMap(slot -> slot.refusal.stream())
            .findFirst()
            .map(words -> new Health(Status.DEGRADED, "refused", words, now))
            .orElseGet(() -> Health.ok(now));
    health = next.sameAs(health) ? health : next;
  }

  void lost(Away away, long nowNanos) {
    String detail = deviceId + ": not heard, " + away.words();
    Health now = new Health(Status.FAILED, away.code(), detail, nowNanos);
    health = now.sameAs(health) ? health : now;
    synchronized (told) {
      told.forgetAll();
    }
    for (Slot slot : slots) {
      slot.dueNanos = nowNanos;
    }
    interrupt(away.cause(), detail);
  }

  void end() {
    String detail = deviceId + ": the driver was stopped";
    health = new Health(Status.FAILED, "stopped", detail, time.monotonicNanos());
    interrupt(Cause.STOPPED, detail);
  }

  private void interrupt(Cause cause, String detail) {
    if (!interrupted) {
      interrupted = true;
      listeners.interrupted(new Interruption(heardNanos, cause, detail));
    }
  }

  /** What was read last, row by row, for whoever tries a map at the site. */
  List<Value> rows() {
    synchronized (told) {
      return rows.stream().map(this::row).toList();
    }
  }

  private Value row(Row row) {
    var fields =
        Value.Fields.with("tells", row.tells())
            .and("place", row.cell().place())
            .and("certainty", row.evidence().certainty().word());
    told.raw(row).ifPresent(number -> fields.and("number", number.toPlainString()));
    return fields.and("means", told.meaning(row).orElse("not read")).build();
  }
}
