// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.modbus.codec;

import io.wayside.core.device.RegisterDevice.Table;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * One request and how its answer is read. One cell is written by functions 5 and 6, several by 15
 * and 16. Numbers are sent highest byte first, bits lowest first.
 */
public final class Request {

  /** Section 6 of the application protocol. */
  private static final int MOST_BITS_READ = 2000;

  private static final int MOST_REGISTERS_READ = 125;
  private static final int MOST_BITS_WRITTEN = 1968;
  private static final int MOST_REGISTERS_WRITTEN = 123;

  private static final int ADDRESSES = 65_536;
  private static final int WRITE_COIL = 5;
  private static final int WRITE_REGISTER = 6;
  private static final int WRITE_COILS = 15;
  private static final int WRITE_REGISTERS = 16;
  private static final int COIL_ON = 0xFF00;
  private static final int EXCEPTION = 0x80;
  private static final int ECHO_BYTES = 5;

  private final byte[] pdu;
  private final int count;

  private Request(byte[] pdu, int count) {
    this.pdu = pdu;
    this.count = count;
  }

  /**
   * Asks for cells.
   *
   * @throws IllegalArgumentException for what no device can answer in one go
   */
  public static Request reading(Table table, int address, int count) {
    check(table, address, count, isBits(table) ? MOST_BITS_READ : MOST_REGISTERS_READ, "read");
    int function =
        switch (table) {
          case COILS -> 1;
          case DISCRETE_INPUTS -> 2;
          case HOLDING_REGISTERS -> 3;
          case INPUT_REGISTERS -> 4;
        };
    return new Request(fixed(function, address, count), count);
  }

  /**
   * Sets cells.
   *
   * @throws IllegalArgumentException for a table that can only be read, and for values that a cell
   *     cannot hold
   */
  public static Request writing(Table table, int address, int... values) {
    return switch (table) {
      case COILS -> writingCoils(address, values);
      case HOLDING_REGISTERS -> writingRegisters(address, values);
      default ->
          throw new IllegalArgumentException(
              table + " can only be read; write to COILS or HOLDING_REGISTERS");
    };
  }

  private static Request writingCoils(int address, int[] values) {
    check(Table.COILS, address, values.length, MOST_BITS_WRITTEN, "write");
    checkValues(values, 1);
    if (values.length == 1) {
      return single(WRITE_COIL, address, values[0] == 1 ? COIL_ON : 0);
    }
    byte[] bits = new byte[(values.length + 7) / 8];
    for (int i = 0; i < values.length; i++) {
      bits[i / 8] |= (byte) (values[i] << (i % 8));
    }
    return several(WRITE_COILS, address, values.length, bits);
  }

  private static Request writingRegisters(int address, int[] values) {
    check(Table.HOLDING_REGISTERS, address, values.length, MOST_REGISTERS_WRITTEN, "write");
    checkValues(values, 0xFFFF);
    if (values.length == 1) {
      return single(WRITE_REGISTER, address, values[0]);
    }
    byte[] data = new byte[2 * values.length];
    ByteBuffer out = ByteBuffer.wrap(data);
    for (int value : values) {
      out.putShort((short) value);
    }
    return several(WRITE_REGISTERS, address, values.length, data);
  }

  private static Request single(int function, int address, int value) {
    return new Request(fixed(function, address, value), 0);
  }

  private static Request several(int function, int address, int count, byte[] data) {
    byte[] pdu = Arrays.copyOf(fixed(function, address, count), ECHO_BYTES + 1 + data.length);
    pdu[ECHO_BYTES] = (byte) data.length;
    System.arraycopy(data, 0, pdu, ECHO_BYTES + 1, data.length);
    return new Request(pdu, 0);
  }

  private static byte[] fixed(int function, int address, int second) {
    return new byte[] {
      (byte) function, (byte) (address >> 8), (byte) address, (byte) (second >> 8), (byte) second
    };
  }

  private static void check(Table table, int address, int count, int most, String what) {
    if (count < 1 || count > most || address < 0 || address + count > ADDRESSES) {
      throw new IllegalArgumentException(
          "cannot %s %d cells of %s from %d: one request has 1 to %d, and addresses run from 0 to 65535"
              .formatted(what, count, table, address, most));
    }
  }

  private static void checkValues(int[] values, int most) {
    for (int value : values) {
      if (value < 0 || value > most) {
        throw new IllegalArgumentException(value + " does not fit: a cell holds 0 to " + most);
      }
    }
  }

  private static boolean isBits(Table table) {
    return table == Table.COILS || table == Table.DISCRETE_INPUTS;
  }

  /** Function code and data. */
  byte[] pdu() {
    return pdu.clone();
  }

  private int function() {
    return pdu[0] & 0xFF;
  }

  private boolean isRead() {
    return function() < WRITE_COIL;
  }

  private int dataBytes() {
    return function() < 3 ? (count + 7) / 8 : 2 * count;
  }

  /**
   * Length of function code and data of an answer that begins with these two bytes; 0 when no
   * answer to this request begins so.
   */
  int answerLength(byte functionByte, byte second) {
    int answered = functionByte & 0xFF;
    if (answered == (function() | EXCEPTION)) {
      return 2;
    }
    if (answered != function()) {
      return 0;
    }
    if (!isRead()) {
      return ECHO_BYTES;
    }
    return (second & 0xFF) == dataBytes() ? 2 + dataBytes() : 0;
  }

  /** Reads function code and data of an answer, {@code bytes[from]} to before {@code to}. */
  Answer answer(byte[] bytes, int from, int to) {
    if (to - from < 2) {
      return new Answer.Unreadable("an answer of " + (to - from) + " bytes");
    }
    int length = answerLength(bytes[from], bytes[from + 1]);
    if (length == 0 || length != to - from) {
      return new Answer.Unreadable(
          "function %d with %d bytes in answer to function %d"
              .formatted(bytes[from] & 0xFF, to - from, function()));
    }
    if (length == 2 && (bytes[from] & EXCEPTION) != 0) {
      return new Answer.Exceptional(bytes[from + 1] & 0xFF);
    }
    if (isRead()) {
      return new Answer.Cells(cells(ByteBuffer.wrap(bytes, from + 2, length - 2)));
    }
    for (int i = 0; i < ECHO_BYTES; i++) {
      if (bytes[from + i] != pdu[i]) {
        return new Answer.Unreadable("the confirmation of another write");
      }
    }
    return new Answer.Cells(new int[0]);
  }

  private int[] cells(ByteBuffer data) {
    int[] cells = new int[count];
    for (int i = 0; i < count; i++) {
      cells[i] =
          function() < 3
              ? (data.get(data.position() + i / 8) >> (i % 8)) & 1
              : data.getShort(data.position() + 2 * i) & 0xFFFF;
    }
    return cells;
  }
}
