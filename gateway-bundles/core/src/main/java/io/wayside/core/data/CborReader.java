// SPDX-License-Identifier: Apache-2.0
package io.wayside.core.data;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads one value and accepts only what {@link CborWriter} writes. Announced lengths are compared
 * with what is left before anything is allocated for them.
 */
final class CborReader {

  private final byte[] bytes;
  private final ByteBuffer in; // big-endian by default

  CborReader(byte[] bytes) {
    this.bytes = bytes;
    this.in = ByteBuffer.wrap(bytes);
  }

  Value document() throws GarbledData {
    Value value = value(0);
    if (in.hasRemaining()) {
      throw garbled(in.position(), "expected the end but found " + in.remaining() + " more bytes");
    }
    return value;
  }

  private Value value(int depth) throws GarbledData {
    int at = in.position();
    requireBytes(at, 1, "a value");
    int initial = in.get() & 0xff;
    return switch (initial >>> 5) {
      case CborForm.WHOLE -> new Value.Whole(argument(at, initial));
      case CborForm.NEGATIVE -> new Value.Whole(~argument(at, initial));
      case CborForm.BYTES ->
          throw garbled(at, "expected no byte string; bytes are written as hexadecimal text");
      case CborForm.TEXT -> new Value.Text(text(at, initial));
      case CborForm.LIST -> list(at, initial, depth);
      case CborForm.FIELDS -> fields(at, initial, depth);
      case CborForm.TAG -> throw garbled(at, "expected no tag");
      default -> simpleOrReal(at, initial);
    };
  }

  private Value simpleOrReal(int at, int initial) throws GarbledData {
    return switch (initial) {
      case CborForm.FALSE -> new Value.Truth(false);
      case CborForm.TRUE -> new Value.Truth(true);
      case CborForm.NULL -> Value.ABSENT;
      case CborForm.REAL_16 -> {
        requireBytes(at, 2, "a 16-bit real");
        double value = HalfFloat.value(in.getShort() & 0xffff);
        requireFinite(at, value);
        if (value == 0 && 1 / value < 0) {
          throw garbled(at, "expected zero without a sign");
        }
        yield new Value.Real(value);
      }
      case CborForm.REAL_32 -> {
        requireBytes(at, 4, "a 32-bit real");
        float value = in.getFloat();
        requireFinite(at, value);
        if (HalfFloat.bitsOf(value).isPresent()) {
          throw garbled(at, "expected " + value + " as a 16-bit real, its shortest form");
        }
        yield new Value.Real(value);
      }
      case CborForm.REAL_64 -> {
        requireBytes(at, 8, "a 64-bit real");
        double value = in.getDouble();
        requireFinite(at, value);
        if ((float) value == value) {
          throw garbled(at, "expected " + value + " as a shorter real that keeps its value");
        }
        yield new Value.Real(value);
      }
      default ->
          throw garbled(
              at, "expected false, true, null or a real but found 0x" + hexadecimal(initial));
    };
  }

  private static void requireFinite(int at, double value) throws GarbledData {
    if (!Double.isFinite(value)) {
      throw garbled(at, "expected a finite real but found " + value);
    }
  }

  private String text(int at, int initial) throws GarbledData {
    int length = count(at, initial, 1, "bytes of text");
    int start = in.position();
    if (isAscii(start, start + length)) {
      in.position(start + length);
      return new String(bytes, start, length, StandardCharsets.ISO_8859_1);
    }
    ByteBuffer utf8 = in.slice(in.position(), length);
    in.position(in.position() + length);
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(utf8).toString();
    } catch (CharacterCodingException notUtf8) {
      throw garbled(in.position() - length + utf8.position(), "expected well-formed UTF-8");
    }
  }

  /** Nearly all texts are, and those need no decoder. */
  private boolean isAscii(int start, int end) {
    for (int i = start; i < end; i++) {
      if (bytes[i] < 0) {
        return false;
      }
    }
    return true;
  }

  private Value list(int at, int initial, int depth) throws GarbledData {
    requireShallow(at, depth);
    int count = count(at, initial, 1, "elements");
    List<Value> elements = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      elements.add(value(depth + 1));
    }
    return new Value.Many(elements);
  }

  private Value fields(int at, int initial, int depth) throws GarbledData {
    requireShallow(at, depth);
    int count = count(at, initial, 2, "fields");
    Map<String, Value> fields = new LinkedHashMap<>();
    int previousStart = 0;
    int previousEnd = 0;
    for (int i = 0; i < count; i++) {
      int start = in.position();
      requireBytes(start, 1, "a key");
      int keyInitial = in.get() & 0xff;
      if (keyInitial >>> 5 != CborForm.TEXT) {
        throw garbled(start, "expected text as a key but found 0x" + hexadecimal(keyInitial));
      }
      String name = text(start, keyInitial);
      int end = in.position();
      int order = Arrays.compareUnsigned(bytes, previousStart, previousEnd, bytes, start, end);
      if (order >= 0) {
        throw garbled(
            start,
            order == 0
                ? "expected each key once but found one again"
                : "expected keys in the bytewise order of their encoded form");
      }
      previousStart = start;
      previousEnd = end;
      fields.put(name, value(depth + 1));
    }
    return new Value.Fields(fields);
  }

  /** A length that what is left of the input can hold, at {@code leastBytes} for each. */
  private int count(int at, int initial, int leastBytes, String what) throws GarbledData {
    long count = argument(at, initial);
    if (count > in.remaining() / leastBytes) {
      throw garbled(
          at, "expected " + count + " " + what + " but only " + in.remaining() + " bytes are left");
    }
    return (int) count;
  }

  /** The argument of an initial byte (RFC 8949, 3), at most {@link Long#MAX_VALUE}. */
  private long argument(int at, int initial) throws GarbledData {
    int low = initial & 0x1f;
    if (low < CborForm.ONE_BYTE) {
      return low;
    }
    if (low > CborForm.EIGHT_BYTES) {
      throw garbled(
          at,
          low == CborForm.INDEFINITE
              ? "expected a definite length"
              : "expected a length or number but found the reserved 0x" + hexadecimal(initial));
    }
    int size = 1 << (low - CborForm.ONE_BYTE);
    requireBytes(at, size, "a number of " + size + " bytes");
    long argument =
        switch (size) {
          case 1 -> in.get() & 0xffL;
          case 2 -> in.getShort() & 0xffffL;
          case 4 -> in.getInt() & 0xffff_ffffL;
          default -> in.getLong();
        };
    if (argument < 0) {
      throw garbled(at, "expected a whole number of at most 63 bits and a sign");
    }
    long leastOfThisSize = size == 1 ? CborForm.ONE_BYTE : 1L << (4 * size);
    if (argument < leastOfThisSize) {
      throw garbled(
          at, "expected " + argument + " in its shortest form, not in " + size + " bytes");
    }
    return argument;
  }

  private static void requireShallow(int at, int depth) throws GarbledData {
    if (depth == Cbor.DEEPEST) {
      throw garbled(at, "expected lists and fields nested at most " + Cbor.DEEPEST + " deep");
    }
  }

  private void requireBytes(int at, int wanted, String what) throws GarbledData {
    if (in.remaining() < wanted) {
      throw garbled(at, "expected " + what + " but the input ends");
    }
  }

  private static String hexadecimal(int initial) {
    return Integer.toHexString(initial);
  }

  private static GarbledData garbled(int offset, String expectation) {
    return new GarbledData("CBOR byte " + offset + ": " + expectation);
  }
}
