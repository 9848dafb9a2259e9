// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.modbus;

import io.wayside.rig.simulators.clock.RigClock;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * A module of inputs and outputs with a watchdog: one holding register arms it with a time in
 * tenths of a second; when nobody asked for so long it sets outputs to their fail-safe values and
 * forgets that it was armed. Outputs can jam: they confirm what is written and stay.
 */
public final class IoModule implements RegisterImage, AutoCloseable {

  /** Any request keeps the watchdog quiet. */
  public static final int ANY_REQUEST = -1;

  private static final Duration LOOKING = Duration.ofMillis(10);
  private static final long TENTH_NANOS = 100_000_000L;

  private final RegisterTable cells;
  private final RigClock clock;
  private final int armAddress;
  private final int feedAddress;
  private final RigClock.Task watching;
  private final Map<Integer, Boolean> safeCoils = new HashMap<>();
  private final Map<Integer, Integer> safeRegisters = new HashMap<>();
  private final Set<Integer> jammed = new HashSet<>();
  private Runnable before = () -> {};
  private Runnable after = () -> {};
  private long askedNanos;
  private int strikes;
  private int requests;

  /**
   * A module around cells.
   *
   * @param feedAddress holding register that must be written to keep the watchdog quiet, or {@link
   *     #ANY_REQUEST}
   */
  public IoModule(RegisterTable cells, RigClock clock, int armAddress, int feedAddress) {
    this.cells = cells;
    this.clock = clock;
    this.armAddress = armAddress;
    this.feedAddress = feedAddress;
    this.watching = clock.every(LOOKING, this::watch);
  }

  public synchronized void failSafeCoil(int address, boolean on) {
    safeCoils.put(address, on);
  }

  public synchronized void failSafeRegister(int address, int value) {
    safeRegisters.put(address, value);
  }

  /** The coil confirms what is written, and stays as it is. */
  public synchronized void jam(int coil) {
    jammed.add(coil);
  }

  public synchronized void free(int coil) {
    jammed.remove(coil);
  }

  /**
   * What happens round each reading of cells: what is done after it can only be seen by the next.
   */
  public synchronized void roundEachReading(Runnable first, Runnable last) {
    before = first;
    after = last;
  }

  /** How often the watchdog struck. */
  public synchronized int strikes() {
    return strikes;
  }

  /** How many requests came. */
  public synchronized int requests() {
    return requests;
  }

  private synchronized void watch(long dueNanos) {
    long patience = cells.holding(armAddress) * TENTH_NANOS;
    if (patience > 0 && dueNanos - askedNanos > patience) {
      strikes++;
      safeCoils.forEach(cells::coil);
      safeRegisters.forEach(cells::holding);
      cells.holding(armAddress, 0);
    }
  }

  private void asked() {
    requests++;
    if (feedAddress == ANY_REQUEST) {
      askedNanos = clock.nanos();
    }
  }

  private void before() {
    asked();
    before.run();
  }

  private <A> A told(A answer) {
    after.run();
    return answer;
  }

  @Override
  public synchronized boolean[] coils(int address, int count) throws Refused {
    before();
    return told(cells.coils(address, count));
  }

  @Override
  public synchronized boolean[] discreteInputs(int address, int count) throws Refused {
    before();
    return told(cells.discreteInputs(address, count));
  }

  @Override
  public synchronized int[] holdingRegisters(int address, int count) throws Refused {
    before();
    return told(cells.holdingRegisters(address, count));
  }

  @Override
  public synchronized int[] inputRegisters(int address, int count) throws Refused {
    before();
    return told(cells.inputRegisters(address, count));
  }

  @Override
  public synchronized void writeCoils(int address, boolean[] values) throws Refused {
    asked();
    boolean[] before = cells.coils(address, values.length);
    cells.writeCoils(address, values);
    for (int i = 0; i < before.length; i++) {
      if (jammed.contains(address + i)) {
        cells.coil(address + i, before[i]);
      }
    }
  }

  @Override
  public synchronized void writeHoldingRegisters(int address, int[] values) throws Refused {
    asked();
    cells.writeHoldingRegisters(address, values);
    boolean arms = address <= armAddress && armAddress < address + values.length;
    boolean feeds = address <= feedAddress && feedAddress < address + values.length;
    if (arms || feeds) {
      askedNanos = clock.nanos();
    }
  }

  @Override
  public void close() {
    watching.cancel();
  }
}
