// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.lantern;

import io.wayside.rig.simulators.modbus.RegisterImage;
import java.util.Arrays;

/** A device of holding registers and coils in a row; a kind of device says what is in them. */
abstract class Registers implements RegisterImage {

  private final int first;
  private final int last;
  private Stubbornness stubbornness = Stubbornness.NONE;
  private int reads;
  private int writes;

  /** Other addresses are refused. */
  Registers(int first, int last) {
    this.first = first;
    this.last = last;
  }

  /** What stands in a holding register now. */
  abstract int holding(int address);

  /** A holding register was written. */
  abstract void wrote(int address, int value) throws Refused;

  /** A coil was written. */
  void wroteCoil(int address, boolean on) throws Refused {
    throw new Refused(Refused.ILLEGAL_ADDRESS);
  }

  public final synchronized void is(Stubbornness now) {
    stubbornness = now;
  }

  public final synchronized int reads() {
    return reads;
  }

  public final synchronized int writes() {
    return writes;
  }

  final void check(int address, int count) throws Refused {
    if (address < first || address + count - 1 > last) {
      throw new Refused(Refused.ILLEGAL_ADDRESS);
    }
  }

  @Override
  public synchronized int[] holdingRegisters(int address, int count) throws Refused {
    check(address, count);
    reads++;
    int[] values = new int[count];
    Arrays.setAll(values, i -> holding(address + i) & 0xFFFF);
    return values;
  }

  @Override
  public synchronized void writeHoldingRegisters(int address, int[] values) throws Refused {
    check(address, values.length);
    if (takes()) {
      for (int i = 0; i < values.length; i++) {
        wrote(address + i, values[i]);
      }
    }
  }

  @Override
  public synchronized void writeCoils(int address, boolean[] values) throws Refused {
    check(address, values.length);
    if (takes()) {
      for (int i = 0; i < values.length; i++) {
        wroteCoil(address + i, values[i]);
      }
    }
  }

  private boolean takes() throws Refused {
    writes++;
    if (stubbornness == Stubbornness.REFUSES) {
      throw new Refused(Refused.DEVICE_FAILURE);
    }
    return stubbornness != Stubbornness.STUCK;
  }

  @Override
  public boolean[] coils(int address, int count) throws Refused {
    throw new Refused(Refused.ILLEGAL_FUNCTION);
  }

  @Override
  public boolean[] discreteInputs(int address, int count) throws Refused {
    throw new Refused(Refused.ILLEGAL_FUNCTION);
  }

  @Override
  public int[] inputRegisters(int address, int count) throws Refused {
    throw new Refused(Refused.ILLEGAL_FUNCTION);
  }
}
