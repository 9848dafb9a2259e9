// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.modbus;

/**
 * What one unit holds. Addresses count from 0, registers have 16 bits. Called by several threads,
 * one request at a time.
 */
public interface RegisterImage {

  /** The unit refuses a request with an exception code. */
  final class Refused extends Exception {

    /** Codes of the application protocol. */
    public static final int ILLEGAL_FUNCTION = 1;

    public static final int ILLEGAL_ADDRESS = 2;
    public static final int ILLEGAL_VALUE = 3;
    public static final int DEVICE_FAILURE = 4;
    public static final int BUSY = 6;
    public static final int NO_ANSWER_FROM_TARGET = 11;

    private final int code;

    public Refused(int code) {
      super("exception code " + code, null, false, false);
      this.code = code;
    }

    public int code() {
      return code;
    }
  }

  boolean[] coils(int address, int count) throws Refused;

  boolean[] discreteInputs(int address, int count) throws Refused;

  int[] holdingRegisters(int address, int count) throws Refused;

  int[] inputRegisters(int address, int count) throws Refused;

  void writeCoils(int address, boolean[] values) throws Refused;

  void writeHoldingRegisters(int address, int[] values) throws Refused;
}
