// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.llrp.codec;

import java.io.ByteArrayOutputStream;
import java.util.List;

/** Messages to bytes, exactly as they stand: neither order nor number of parameters is judged. */
public final class Encoder {

  /** Reserved (6), type (10), length of the whole parameter (16). */
  static final int PARAMETER_HEADER = 4;

  private static final int LONGEST_PARAMETER = 0xFFFF;

  private Encoder() {}

  /**
   * The bytes of a message.
   *
   * @throws IllegalArgumentException when a parameter is longer than 65,535 bytes, or the fields
   *     are not those of the tables
   */
  public static byte[] encode(Message message) {
    byte[] body = body(message);
    BitWriter out = new BitWriter();
    out.number(message.reserved(), 3);
    out.number(message.version(), 3);
    out.number(message.type(), 10);
    out.number(Frame.HEADER + (long) body.length, 32);
    out.number(message.id(), 32);
    out.bytes(body);
    return out.toByteArray();
  }

  private static byte[] body(Element element) {
    BitWriter out = new BitWriter();
    fields(element, out);
    for (Parameter parameter : element.parameters()) {
      parameter(parameter, out);
    }
    out.bytes(element.rest().shared());
    return out.toByteArray();
  }

  private static void parameter(Parameter parameter, BitWriter out) {
    if (parameter.type() < Dictionary.FIRST_WITH_LENGTH) {
      out.number(0x80L | parameter.type(), Byte.SIZE);
      fields(parameter, out);
      return;
    }
    byte[] body = body(parameter);
    int length = PARAMETER_HEADER + body.length;
    if (length > LONGEST_PARAMETER) {
      throw new IllegalArgumentException(
          parameter.name()
              + " would have "
              + length
              + " bytes; no parameter has more than "
              + LONGEST_PARAMETER);
    }
    out.number(parameter.reserved(), 6);
    out.number(parameter.type(), 10);
    out.number(length, 16);
    out.bytes(body);
  }

  private static void fields(Element element, BitWriter out) {
    List<Field> fields = element.definition().fields();
    if (fields.size() != element.fields().size()) {
      throw new IllegalArgumentException(
          element.definition().name() + " has " + fields.size() + " fields");
    }
    for (int i = 0; i < fields.size(); i++) {
      field(element, fields.get(i), element.fields().get(i), out);
    }
  }

  private static void field(Element element, Field field, FieldValue value, BitWriter out) {
    if (value instanceof FieldValue.Whole whole && field.kind().isNumber()) {
      out.number(whole.value(), field.bits());
    } else if (value instanceof Octets octets && field.refusal(octets).isEmpty()) {
      int item = field.kind().itemBits();
      if (item > 0) {
        out.number(octets.bits() / item, Short.SIZE);
      }
      out.bytes(octets.shared());
    } else {
      throw new IllegalArgumentException(
          element.definition().name() + "." + field.name() + " does not hold " + value);
    }
  }

  /** Collects bits and bytes. */
  private static final class BitWriter {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private int open;
    private int held;

    void number(long number, int width) {
      for (int i = width - 1; i >= 0; i--) {
        open = open << 1 | (int) (number >> i & 1);
        held++;
        if (held == Byte.SIZE) {
          out.write(open);
          open = 0;
          held = 0;
        }
      }
    }

    void bytes(byte[] bytes) {
      out.writeBytes(bytes);
    }

    byte[] toByteArray() {
      return out.toByteArray();
    }
  }
}
