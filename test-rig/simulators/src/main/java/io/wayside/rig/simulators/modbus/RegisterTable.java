// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.modbus;

import java.util.Arrays;

/** Four tables from address 0 on, which a test fills and looks into while the unit is asked. */
public final class RegisterTable implements RegisterImage {

  /** In which order the two registers of a 32-bit number lie, and the bytes in each. */
  public enum WordOrder {
    /** Highest first throughout: ABCD. */
    HIGH_FIRST(false, false),
    /** Lower register first: CDAB. */
    LOW_FIRST(true, false),
    /** BADC. */
    HIGH_FIRST_BYTES_SWAPPED(false, true),
    /** Lowest first throughout: DCBA. */
    LOW_FIRST_BYTES_SWAPPED(true, true);

    private final boolean lowFirst;
    private final boolean swapped;

    WordOrder(boolean lowFirst, boolean swapped) {
      this.lowFirst = lowFirst;
      this.swapped = swapped;
    }

    int[] registers(int bits) {
      int high = bits >>> 16;
      int low = bits & 0xFFFF;
      return new int[] {ordered(lowFirst ? low : high), ordered(lowFirst ? high : low)};
    }

    private int ordered(int register) {
      return swapped ? Short.toUnsignedInt(Short.reverseBytes((short) register)) : register;
    }
  }

  private final boolean[] coils;
  private final boolean[] discreteInputs;
  private final int[] holding;
  private final int[] input;

  /**
   * All zero.
   *
   * @param size of each table; addresses from there on are refused
   */
  public RegisterTable(int size) {
    if (size < 1 || size > 65_536) {
      throw new IllegalArgumentException("a table has 1 to 65536 entries, not " + size);
    }
    coils = new boolean[size];
    discreteInputs = new boolean[size];
    holding = new int[size];
    input = new int[size];
  }

  public synchronized void coil(int address, boolean value) {
    coils[address] = value;
  }

  public synchronized boolean coil(int address) {
    return coils[address];
  }

  public synchronized void discreteInput(int address, boolean value) {
    discreteInputs[address] = value;
  }

  public synchronized void holding(int address, int value) {
    holding[address] = value & 0xFFFF;
  }

  public synchronized int holding(int address) {
    return holding[address];
  }

  public synchronized void input(int address, int value) {
    input[address] = value & 0xFFFF;
  }

  /** Sets two holding registers at once. */
  public synchronized void holdingInt(int address, int value, WordOrder order) {
    System.arraycopy(order.registers(value), 0, holding, address, 2);
  }

  public void holdingFloat(int address, float value, WordOrder order) {
    holdingInt(address, Float.floatToIntBits(value), order);
  }

  /** Sets two input registers at once. */
  public synchronized void inputInt(int address, int value, WordOrder order) {
    System.arraycopy(order.registers(value), 0, input, address, 2);
  }

  public void inputFloat(int address, float value, WordOrder order) {
    inputInt(address, Float.floatToIntBits(value), order);
  }

  private void check(int address, int count) throws Refused {
    if (address + count > coils.length) {
      throw new Refused(Refused.ILLEGAL_ADDRESS);
    }
  }

  @Override
  public synchronized boolean[] coils(int address, int count) throws Refused {
    check(address, count);
    return Arrays.copyOfRange(coils, address, address + count);
  }

  @Override
  public synchronized boolean[] discreteInputs(int address, int count) throws Refused {
    check(address, count);
    return Arrays.copyOfRange(discreteInputs, address, address + count);
  }

  @Override
  public synchronized int[] holdingRegisters(int address, int count) throws Refused {
    check(address, count);
    return Arrays.copyOfRange(holding, address, address + count);
  }

  @Override
  public synchronized int[] inputRegisters(int address, int count) throws Refused {
    check(address, count);
    return Arrays.copyOfRange(input, address, address + count);
  }

  @Override
  public synchronized void writeCoils(int address, boolean[] values) throws Refused {
    check(address, values.length);
    System.arraycopy(values, 0, coils, address, values.length);
  }

  @Override
  public synchronized void writeHoldingRegisters(int address, int[] values) throws Refused {
    check(address, values.length);
    System.arraycopy(values, 0, holding, address, values.length);
  }
}
