// SPDX-License-Identifier: Apache-2.0
package io.wayside.core.data;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** Writes values in core deterministic encoding; numbers are big-endian. */
final class CborWriter {

  private static final int USUAL_BYTES = 512;

  private byte[] out = new byte[USUAL_BYTES];
  private int length;

  byte[] bytes() {
    return Arrays.copyOf(out, length);
  }

  void write(Value value, int depth) {
    if (value instanceof Value.Whole whole) {
      writeWhole(whole.value());
    } else if (value instanceof Value.Real real) {
      writeReal(real.value());
    } else if (value instanceof Value.Text text) {
      writeText(text.value());
    } else if (value instanceof Value.Truth truth) {
      put(truth.value() ? CborForm.TRUE : CborForm.FALSE);
    } else if (value instanceof Value.Absent) {
      put(CborForm.NULL);
    } else if (value instanceof Value.Many many) {
      requireShallow(depth);
      writeHead(CborForm.LIST, many.values().size());
      for (Value element : many.values()) {
        write(element, depth + 1);
      }
    } else if (value instanceof Value.Fields fields) {
      requireShallow(depth);
      writeFields(fields.values(), depth);
    }
  }

  private static void requireShallow(int depth) {
    if (depth == Cbor.DEEPEST) {
      throw new IllegalArgumentException(
          "lists and fields are nested deeper than " + Cbor.DEEPEST + "; flatten the content");
    }
  }

  private void writeWhole(long value) {
    if (value >= 0) {
      writeHead(CborForm.WHOLE, value);
    } else {
      writeHead(CborForm.NEGATIVE, ~value); // major type 1 holds -1 - n
    }
  }

  private void writeReal(double value) {
    float single = (float) value;
    if (single != value) {
      put(CborForm.REAL_64);
      writeBigEndian(Double.doubleToLongBits(value), 8);
      return;
    }
    OptionalInt half = HalfFloat.bitsOf(single);
    if (half.isPresent()) {
      put(CborForm.REAL_16);
      writeBigEndian(half.getAsInt(), 2);
    } else {
      put(CborForm.REAL_32);
      writeBigEndian(Float.floatToIntBits(single), 4);
    }
  }

  private void writeFields(Map<String, Value> fields, int depth) {
    List<Field> inOrder = new ArrayList<>(fields.size());
    for (Map.Entry<String, Value> field : fields.entrySet()) {
      inOrder.add(new Field(field.getKey().getBytes(StandardCharsets.UTF_8), field.getValue()));
    }
    inOrder.sort(Field.AS_ENCODED);
    writeHead(CborForm.FIELDS, inOrder.size());
    for (Field field : inOrder) {
      writeText(field.name);
      write(field.value, depth + 1);
    }
  }

  /** A field with its name in UTF-8. */
  @SuppressWarnings("ArrayRecordComponent") // lives while one map is written; never compared
  private record Field(byte[] name, Value value) {

    /** An encoded text begins with its length, so that of two the shorter comes first. */
    static final Comparator<Field> AS_ENCODED =
        (one, other) ->
            one.name.length == other.name.length
                ? Arrays.compareUnsigned(one.name, other.name)
                : Integer.compare(one.name.length, other.name.length);
  }

  private void writeText(String text) {
    writeText(text.getBytes(StandardCharsets.UTF_8));
  }

  private void writeText(byte[] utf8) {
    writeHead(CborForm.TEXT, utf8.length);
    makeRoom(utf8.length);
    System.arraycopy(utf8, 0, out, length, utf8.length);
    length += utf8.length;
  }

  private void writeHead(int majorType, long argument) {
    int type = majorType << 5;
    if (argument < CborForm.ONE_BYTE) {
      put(type | (int) argument);
    } else if (argument <= 0xff) {
      put(type | CborForm.ONE_BYTE);
      writeBigEndian(argument, 1);
    } else if (argument <= 0xffff) {
      put(type | CborForm.TWO_BYTES);
      writeBigEndian(argument, 2);
    } else if (argument <= 0xffff_ffffL) {
      put(type | CborForm.FOUR_BYTES);
      writeBigEndian(argument, 4);
    } else {
      put(type | CborForm.EIGHT_BYTES);
      writeBigEndian(argument, 8);
    }
  }

  private void writeBigEndian(long value, int bytes) {
    makeRoom(bytes);
    for (int shift = 8 * (bytes - 1); shift >= 0; shift -= 8) {
      out[length++] = (byte) (value >>> shift);
    }
  }

  private void put(int oneByte) {
    makeRoom(1);
    out[length++] = (byte) oneByte;
  }

  private void makeRoom(int bytes) {
    if (out.length - length < bytes) {
      out = Arrays.copyOf(out, Math.max(2 * out.length, length + bytes));
    }
  }
}
