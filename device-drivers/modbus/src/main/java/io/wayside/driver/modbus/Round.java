// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.modbus;

import io.wayside.core.device.Backoff;
import io.wayside.core.device.DeviceException;
import io.wayside.core.time.TimeSource;
import io.wayside.driver.modbus.ModbusDevice.Look;
import io.wayside.driver.modbus.ModulePorts.Port;
import io.wayside.driver.modbus.round.Bit;
import io.wayside.driver.modbus.round.Plan;
import io.wayside.driver.modbus.round.Stretch;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;

/**
 * What the module's thread does again and again: lets ports write what is due, looks at each
 * stretch of bits when it is time, and tends the watchdog. Bits near each other share a request, at
 * the pace of the one that wants to be looked at most often.
 */
final class Round {

  /** With nothing to do. */
  private static final long LONGEST_NANOS = TimeUnit.SECONDS.toNanos(1);

  private static final int FIRST_RETRY_MS = 20;
  private static final int LONGEST_RETRY_MS = 500;

  /** What a module refuses it mostly goes on to refuse. */
  private static final long REFUSED_AGAIN_NANOS = TimeUnit.SECONDS.toNanos(2);

  /** Asks the module. */
  interface Looking {
    Look look(Stretch stretch) throws DeviceException;
  }

  private final Looking module;
  private final Watchdog watchdog;
  private final TimeSource time;
  private final Plan plan = new Plan();
  private final Backoff backoff =
      new Backoff(FIRST_RETRY_MS, LONGEST_RETRY_MS, new SplittableRandom());
  private List<Port> ports = List.of();
  private List<Slot> slots = List.of();
  private boolean arranged;

  Round(Looking module, Watchdog watchdog, TimeSource time) {
    this.module = module;
    this.watchdog = watchdog;
    this.time = time;
  }

  /** A request that is made again and again, and who wants its answer. */
  private static final class Slot {
    private final Stretch stretch;
    private final List<Port> ports;
    private final long everyNanos;
    private long dueNanos;

    Slot(Stretch stretch, List<Port> ports, long dueNanos) {
      this.stretch = stretch;
      this.ports = ports;
      this.everyNanos = ports.stream().mapToLong(Port::lookEveryNanos).min().orElse(LONGEST_NANOS);
      this.dueNanos = dueNanos;
    }
  }

  /** One turn; returns how long until the next is due. */
  long turn(List<Port> wired) {
    if (!arranged || !wired.equals(ports)) {
      ports = List.copyOf(wired);
      arrange();
    }
    long now = time.monotonicNanos();
    ports.forEach(port -> port.due(now));
    tend();
    for (Slot slot : slots) {
      if (time.monotonicNanos() - slot.dueNanos >= 0) {
        look(slot);
      }
    }
    return restNanos();
  }

  private void arrange() {
    long now = time.monotonicNanos();
    List<Bit> bits = ports.stream().map(Port::bit).toList();
    List<Slot> anew = new ArrayList<>();
    for (Stretch stretch : plan.stretches(bits)) {
      List<Port> in = ports.stream().filter(port -> stretch.holds(port.bit())).toList();
      anew.add(new Slot(stretch, in, now));
    }
    slots = anew;
    arranged = true;
  }

  private void tend() {
    try {
      watchdog.tend(time.monotonicNanos());
    } catch (DeviceException e) {
      watchdog.lost(e, time.monotonicNanos());
    }
  }

  private void look(Slot slot) {
    try {
      Look look = module.look(slot.stretch);
      backoff.reset();
      for (Port port : slot.ports) {
        Bit bit = port.bit();
        port.looked(bit.in(look.cells()[bit.address() - slot.stretch.from()]), look.nanos());
      }
      slot.dueNanos = Math.max(slot.dueNanos + slot.everyNanos, time.monotonicNanos());
    } catch (DeviceException.Refused e) {
      refused(slot, e);
    } catch (DeviceException.Garbled e) {
      slot.dueNanos = retryNanos();
      lost(slot.ports, e);
    } catch (DeviceException away) {
      long again = retryNanos();
      slots.forEach(each -> each.dueNanos = again);
      watchdog.lost(away, again);
      lost(ports, away);
    }
  }

  private void refused(Slot slot, DeviceException.Refused why) {
    if (plan.part(slot.stretch, slot.ports.stream().map(Port::bit).toList())) {
      arranged = false;
      return;
    }
    slot.dueNanos = time.monotonicNanos() + REFUSED_AGAIN_NANOS;
    lost(slot.ports, why);
  }

  private void lost(List<Port> these, DeviceException why) {
    long now = time.monotonicNanos();
    these.forEach(port -> port.lost(Trouble.of(why), now));
  }

  private long retryNanos() {
    return time.monotonicNanos() + TimeUnit.MILLISECONDS.toNanos(backoff.nextMs());
  }

  private long restNanos() {
    long now = time.monotonicNanos();
    long rest = watchdog.untilDueNanos(now, LONGEST_NANOS);
    for (Slot slot : slots) {
      rest = Math.min(rest, slot.dueNanos - now);
    }
    for (Port port : ports) {
      rest = Math.min(rest, port.untilDueNanos(now, LONGEST_NANOS));
    }
    return arranged ? Math.max(0, rest) : 0;
  }

  /** The thread ends. */
  void end() {
    long now = time.monotonicNanos();
    ports.forEach(port -> port.lost(Trouble.STOPPED, now));
  }
}
