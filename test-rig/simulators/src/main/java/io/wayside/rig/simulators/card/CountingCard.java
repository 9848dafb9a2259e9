// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.card;

import io.wayside.rig.simulators.modbus.RegisterTable;
import io.wayside.rig.simulators.modbus.RegisterTable.WordOrder;

/**
 * A card with two channels that keeps running counters in input registers, as {@code
 * example-counters} describes it. It counts what it is told, whether anybody asks or not.
 */
public final class CountingCard {

  private static final int SIZE = 16;
  private static final int UPTIME = 0;
  private static final int FIRST = 2;
  private static final int OCCUPIED = 4;
  private static final int FAULTS = 6;
  private static final int SECOND = 8;

  private final RegisterTable cells = new RegisterTable(SIZE);
  private int first;
  private int second;
  private int occupiedMs;

  /**
   * @param first where the first counter, of 16 bits, stands
   * @param second where the second one, of 32 bits, does
   */
  public CountingCard(int first, int second) {
    this.first = first;
    this.second = second;
    show();
  }

  public RegisterTable cells() {
    return cells;
  }

  /**
   * A vehicle passes.
   *
   * @param occupiedForMs how long it is on the loop
   */
  public synchronized void passes(int channel, int occupiedForMs) {
    if (channel == 1) {
      first = first + 1 & 0xFFFF;
      occupiedMs += occupiedForMs;
    } else {
      second++;
    }
    show();
  }

  /** Bits of the first channel's loop: 1 open, 2 shorted, 4 other. */
  public void faulty(int bits) {
    cells.input(FAULTS, bits);
  }

  /** By its own clock, since it began. */
  public void runsFor(int seconds) {
    cells.inputInt(UPTIME, seconds, WordOrder.HIGH_FIRST);
  }

  /** It loses all it counted. */
  public synchronized void restarts() {
    first = 0;
    second = 0;
    occupiedMs = 0;
    runsFor(0);
    show();
  }

  private void show() {
    cells.input(FIRST, first);
    cells.inputInt(OCCUPIED, occupiedMs, WordOrder.HIGH_FIRST);
    cells.inputInt(SECOND, second, WordOrder.LOW_FIRST);
  }
}
