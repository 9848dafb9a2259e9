// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.llrp;

import java.util.Arrays;

/**
 * C1G2Read (341) of an AccessSpec. A write is taken and answered as failed: this reader's tags are
 * locked.
 *
 * @param read or else a write
 * @param id which the result repeats
 * @param bank 0 reserved, 1 EPC, 2 TID, 3 user
 * @param word where it begins, in words of 16 bits
 * @param words how many; 0 to the end of the bank
 */
record Operation(boolean read, int id, int bank, int word, int words) {

  private static final int READ_RESULT = 349;
  private static final int WRITE_RESULT = 350;

  /** No response from the tag: 2 of a read, 4 of a write. */
  private static final int READ_NO_RESPONSE = 2;

  private static final int WRITE_NO_RESPONSE = 4;

  static Operation parse(Parameter operation) throws Refused {
    boolean read = operation.type() == Parameter.READ;
    if (!read && operation.type() != Parameter.WRITE) {
      throw new Refused(
          Status.parameter(
              operation.type(),
              Status.P_UNSUPPORTED_PARAMETER,
              "operation " + operation.type() + " is not what this reader does"));
    }
    Cursor in = operation.cursor();
    int id = in.u16();
    in.u32();
    int bank = in.u8() >> 6;
    return new Operation(read, id, bank, in.u16(), in.u16());
  }

  /** Writes the result; false when it failed. */
  boolean apply(SimulatedTag tag, Octets out) {
    if (!read) {
      out.tlv(WRITE_RESULT, o -> o.u8(WRITE_NO_RESPONSE).u16(id).u16(0));
      return false;
    }
    byte[] memory = tag.bank(bank);
    int from = 2 * word;
    int to = words == 0 ? memory.length / 2 * 2 : from + 2 * words;
    if (from >= to || to > memory.length) {
      out.tlv(READ_RESULT, o -> o.u8(READ_NO_RESPONSE).u16(id).u16(0));
      return false;
    }
    byte[] data = Arrays.copyOfRange(memory, from, to);
    out.tlv(READ_RESULT, o -> o.u8(0).u16(id).u16(data.length / 2).raw(data));
    return true;
  }
}
