// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.modbus;

import io.wayside.rig.simulators.modbus.RegisterImage.Refused;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * Answers requests (function code and data, highest byte first) from an image; pure but for the
 * image. Functions 1 to 6, 15 and 16.
 */
final class ModbusUnit {

  /** Section 6 of the application protocol. */
  private static final int MOST_BITS_READ = 2000;

  private static final int MOST_REGISTERS_READ = 125;
  private static final int MOST_BITS_WRITTEN = 1968;
  private static final int MOST_REGISTERS_WRITTEN = 123;
  private static final int EXCEPTION = 0x80;

  private ModbusUnit() {}

  static byte[] answer(byte[] request, RegisterImage image) {
    try {
      return carriedOut(request, image);
    } catch (Refused e) {
      return exception(request[0], e.code());
    }
  }

  static byte[] exception(byte function, int code) {
    return new byte[] {(byte) (function | EXCEPTION), (byte) code};
  }

  private static byte[] carriedOut(byte[] request, RegisterImage image) throws Refused {
    ByteBuffer in = ByteBuffer.wrap(request);
    int function = in.get() & 0xFF;
    if (function < 1 || (function > 6 && function != 15 && function != 16)) {
      throw new Refused(Refused.ILLEGAL_FUNCTION);
    }
    if (request.length < 5) {
      throw new Refused(Refused.ILLEGAL_VALUE);
    }
    int address = in.getShort() & 0xFFFF;
    int second = in.getShort() & 0xFFFF;
    return switch (function) {
      case 1 -> bits(function, image.coils(address, count(second, MOST_BITS_READ, request, 5)));
      case 2 ->
          bits(function, image.discreteInputs(address, count(second, MOST_BITS_READ, request, 5)));
      case 3 ->
          registers(
              function,
              image.holdingRegisters(address, count(second, MOST_REGISTERS_READ, request, 5)));
      case 4 ->
          registers(
              function,
              image.inputRegisters(address, count(second, MOST_REGISTERS_READ, request, 5)));
      case 5 -> {
        image.writeCoils(address, new boolean[] {coil(second, request)});
        yield request;
      }
      case 6 -> {
        count(1, 1, request, 5);
        image.writeHoldingRegisters(address, new int[] {second});
        yield request;
      }
      case 15 -> {
        image.writeCoils(address, writtenBits(request, second));
        yield Arrays.copyOf(request, 5);
      }
      default -> {
        image.writeHoldingRegisters(address, writtenRegisters(request, second));
        yield Arrays.copyOf(request, 5);
      }
    };
  }

  private static int count(int count, int most, byte[] request, int length) throws Refused {
    if (count < 1 || count > most || request.length != length) {
      throw new Refused(Refused.ILLEGAL_VALUE);
    }
    return count;
  }

  private static boolean coil(int value, byte[] request) throws Refused {
    if ((value != 0 && value != 0xFF00) || request.length != 5) {
      throw new Refused(Refused.ILLEGAL_VALUE);
    }
    return value != 0;
  }

  private static byte[] bits(int function, boolean[] bits) {
    byte[] answer = new byte[2 + (bits.length + 7) / 8];
    answer[0] = (byte) function;
    answer[1] = (byte) (answer.length - 2);
    for (int i = 0; i < bits.length; i++) {
      answer[2 + i / 8] |= (byte) ((bits[i] ? 1 : 0) << (i % 8));
    }
    return answer;
  }

  private static byte[] registers(int function, int[] registers) {
    ByteBuffer answer = ByteBuffer.allocate(2 + 2 * registers.length);
    answer.put((byte) function).put((byte) (2 * registers.length));
    for (int register : registers) {
      answer.putShort((short) register);
    }
    return answer.array();
  }

  private static boolean[] writtenBits(byte[] request, int count) throws Refused {
    int bytes = (count + 7) / 8;
    count(count, MOST_BITS_WRITTEN, request, 6 + bytes);
    checkByteCount(request, bytes);
    boolean[] bits = new boolean[count];
    for (int i = 0; i < count; i++) {
      bits[i] = (request[6 + i / 8] >> (i % 8) & 1) == 1;
    }
    return bits;
  }

  private static int[] writtenRegisters(byte[] request, int count) throws Refused {
    count(count, MOST_REGISTERS_WRITTEN, request, 6 + 2 * count);
    checkByteCount(request, 2 * count);
    int[] registers = new int[count];
    for (int i = 0; i < count; i++) {
      registers[i] = ByteBuffer.wrap(request).getShort(6 + 2 * i) & 0xFFFF;
    }
    return registers;
  }

  private static void checkByteCount(byte[] request, int bytes) throws Refused {
    if ((request[5] & 0xFF) != bytes) {
      throw new Refused(Refused.ILLEGAL_VALUE);
    }
  }
}
