// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.card;

import io.wayside.rig.simulators.modbus.RegisterTable;

/** A card that keeps its last 16 vehicles in registers, as {@code example-vehicles} has them. */
public final class RememberingCard {

  private static final int SIZE = 128;
  private static final int NEWEST = 0;
  private static final int ACKNOWLEDGED = 2;
  private static final int FIRST = 16;
  private static final int STRIDE = 6;
  private static final int SLOTS = 16;
  private static final int NOT_MEASURED = 65_535;

  private final RegisterTable cells = new RegisterTable(SIZE);
  private int newest;

  /**
   * @param newest number of the last vehicle before those that come
   */
  public RememberingCard(int newest) {
    this.newest = newest;
    cells.holding(NEWEST, newest);
  }

  public RegisterTable cells() {
    return cells;
  }

  /**
   * A vehicle has passed.
   *
   * @param tenthsKmh its speed; less than 0 was not measured
   * @param code its class as the card numbers classes
   * @param ageHundredths how long ago, in hundredths of a second
   */
  public synchronized void passed(int tenthsKmh, int lengthCm, int code, int ageHundredths) {
    newest = newest + 1 & 0xFFFF;
    int at = FIRST + newest % SLOTS * STRIDE;
    cells.holding(at + 1, tenthsKmh < 0 ? NOT_MEASURED : tenthsKmh);
    cells.holding(at + 2, lengthCm < 0 ? NOT_MEASURED : lengthCm);
    cells.holding(at + 3, code);
    cells.holding(at + 4, ageHundredths);
    cells.holding(at, newest);
    cells.holding(NEWEST, newest);
  }

  /** Number of the vehicle that was acknowledged last. */
  public int acknowledged() {
    return cells.holding(ACKNOWLEDGED);
  }

  public synchronized void restarts() {
    newest = 0;
    for (int i = 0; i < SIZE; i++) {
      cells.holding(i, 0);
    }
  }
}
