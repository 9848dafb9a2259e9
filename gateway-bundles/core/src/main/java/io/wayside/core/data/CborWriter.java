// SPDX-License-Identifier: Apache-2.0
package io.wayside.core.data;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;

/** Writes one value in core deterministic encoding; numbers are big-endian. */
final class CborWriter {

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  byte[] bytes() {
    return out.toByteArray();
  }

  void write(Value value, int depth) {
    if (value instanceof Value.Whole whole) {
      writeWhole(whole.value());
    } else if (value instanceof Value.Real real) {
      writeReal(real.value());
    } else if (value instanceof Value.Text text) {
      out.writeBytes(encodedText(text.value()));
    } else if (value instanceof Value.Truth truth) {
      out.write(truth.value() ? CborForm.TRUE : CborForm.FALSE);
    } else if (value instanceof Value.Absent) {
      out.write(CborForm.NULL);
    } else if (value instanceof Value.Many many) {
      requireShallow(depth);
      writeHead(CborForm.LIST, many.values().size());
      many.values().forEach(element -> write(element, depth + 1));
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
      out.write(CborForm.REAL_64);
      writeBigEndian(Double.doubleToLongBits(value), 8);
      return;
    }
    OptionalInt half = HalfFloat.bitsOf(single);
    if (half.isPresent()) {
      out.write(CborForm.REAL_16);
      writeBigEndian(half.getAsInt(), 2);
    } else {
      out.write(CborForm.REAL_32);
      writeBigEndian(Float.floatToIntBits(single), 4);
    }
  }

  private void writeFields(Map<String, Value> fields, int depth) {
    SortedMap<byte[], Value> inOrder = new TreeMap<>(Arrays::compareUnsigned);
    fields.forEach((name, value) -> inOrder.put(encodedText(name), value));
    writeHead(CborForm.FIELDS, inOrder.size());
    inOrder.forEach(
        (name, value) -> {
          out.writeBytes(name);
          write(value, depth + 1);
        });
  }

  private static byte[] encodedText(String text) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    CborWriter writer = new CborWriter();
    writer.writeHead(CborForm.TEXT, utf8.length);
    writer.out.writeBytes(utf8);
    return writer.bytes();
  }

  private void writeHead(int majorType, long argument) {
    int type = majorType << 5;
    if (argument < CborForm.ONE_BYTE) {
      out.write(type | (int) argument);
    } else if (argument <= 0xff) {
      out.write(type | CborForm.ONE_BYTE);
      writeBigEndian(argument, 1);
    } else if (argument <= 0xffff) {
      out.write(type | CborForm.TWO_BYTES);
      writeBigEndian(argument, 2);
    } else if (argument <= 0xffff_ffffL) {
      out.write(type | CborForm.FOUR_BYTES);
      writeBigEndian(argument, 4);
    } else {
      out.write(type | CborForm.EIGHT_BYTES);
      writeBigEndian(argument, 8);
    }
  }

  private void writeBigEndian(long value, int bytes) {
    for (int shift = 8 * (bytes - 1); shift >= 0; shift -= 8) {
      out.write((int) (value >>> shift));
    }
  }
}
