// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.llrp.codec;

import java.util.ArrayList;
import java.util.List;

/**
 * Frames to messages, by the tables. It is lenient about what is in which order, how often and
 * where, since readers differ; it keeps what it does not know, so that encoding gives the same
 * bytes; and it refuses lengths that cannot be.
 *
 * <p>An unknown parameter with a length is kept as its bytes. An unknown one without a length
 * cannot be skipped: it and all behind it in the enclosing one is the latter's rest.
 */
public final class Decoder {

  /** Parameters within parameters; seven are needed by a ROSpec with a mask. */
  public static final int DEEPEST = 8;

  private final int mostParameters;

  /**
   * @param mostParameters of one message; bounds the memory that a message can take
   */
  public Decoder(int mostParameters) {
    this.mostParameters = mostParameters;
  }

  /**
   * Decodes one frame.
   *
   * @throws Garbled when a length or a count leads outside
   */
  public Message decode(Frame frame) throws Garbled {
    return new Reading(frame).message();
  }

  private final class Reading {

    private final Frame frame;
    private final BitReader bits;
    private int parameters;

    Reading(Frame frame) {
      this.frame = frame;
      this.bits = new BitReader(frame.buffer(), frame.start() + Frame.HEADER);
    }

    Message message() throws Garbled {
      Definition definition = Dictionary.message(frame.type());
      List<FieldValue> fields = fields(definition, frame.end());
      List<Parameter> within = within(definition, frame.end(), 1);
      return new Message(
          frame.version(),
          frame.type(),
          frame.id(),
          frame.reserved(),
          fields,
          within,
          rest(frame.end()));
    }

    private List<FieldValue> fields(Definition definition, int end) throws Garbled {
      List<Field> known = definition.fields();
      if (known.isEmpty()) {
        return List.of();
      }
      FieldValue[] values = new FieldValue[known.size()];
      for (int i = 0; i < values.length; i++) {
        values[i] = value(definition, known.get(i), end);
      }
      return List.of(values);
    }

    private FieldValue value(Definition definition, Field field, int end) throws Garbled {
      int before = bits.at();
      switch (field.kind()) {
        case UNSIGNED, RESERVED, SIGNED -> {
          if (bits.bitsTo(end) >= field.bits()) {
            return FieldValue.Whole.of(bits.number(field.bits(), field.kind()));
          }
        }
        case FIXED -> {
          if (bits.bitsTo(end) >= field.bits()) {
            return bits.octets(field.bits());
          }
        }
        case REST -> {
          return rest(end);
        }
        default -> {
          if (bits.bitsTo(end) >= Short.SIZE) {
            int count = (int) bits.number(Short.SIZE, FieldKind.UNSIGNED);
            int wanted = count * field.kind().itemBits();
            if (bits.bitsTo(end) >= wanted) {
              return bits.octets(wanted);
            }
          }
        }
      }
      throw frame.garbled(before, definition.name() + " ends within its field " + field.name());
    }

    private List<Parameter> within(Definition definition, int end, int depth) throws Garbled {
      if (definition.slots().isEmpty() || bits.at() == end) {
        return List.of();
      }
      List<Parameter> list = new ArrayList<>();
      while (bits.at() < end) {
        int first = frame.buffer()[bits.at()];
        if (first < 0 && !Dictionary.knowsParameter(first & 0x7F)) {
          break;
        }
        count(depth);
        list.add(first < 0 ? withoutLength(first & 0x7F, end) : withLength(end, depth));
      }
      return List.copyOf(list);
    }

    private void count(int depth) throws Garbled {
      if (depth > DEEPEST) {
        throw frame.garbled(bits.at(), "parameters are nested deeper than " + DEEPEST);
      }
      if (++parameters > mostParameters) {
        throw frame.garbled(bits.at(), "there are more than " + mostParameters + " parameters");
      }
    }

    private Parameter withoutLength(int type, int end) throws Garbled {
      bits.skip(1);
      return new Parameter(
          type, 0, fields(Dictionary.parameter(type), end), List.of(), Octets.NONE);
    }

    private Parameter withLength(int end, int depth) throws Garbled {
      int start = bits.at();
      if (end - start < Encoder.PARAMETER_HEADER) {
        throw frame.garbled(start, "the bytes end within the header of a parameter");
      }
      int head = Octet.u16(frame.buffer(), start);
      int type = head & 0x3FF;
      int length = Octet.u16(frame.buffer(), start + 2);
      if (type < Dictionary.FIRST_WITH_LENGTH) {
        throw frame.garbled(start, "parameter type " + type + " has no form with a length");
      }
      if (length < Encoder.PARAMETER_HEADER || length > end - start) {
        throw frame.garbled(
            start + 2,
            "a length of %d for parameter type %d is not from 4 to %d"
                .formatted(length, type, end - start));
      }
      bits.skip(Encoder.PARAMETER_HEADER);
      Definition definition = Dictionary.parameter(type);
      int own = start + length;
      List<FieldValue> fields = fields(definition, own);
      List<Parameter> within = within(definition, own, depth + 1);
      return new Parameter(type, head >> 10, fields, within, rest(own));
    }

    private Octets rest(int end) {
      return bits.octets(bits.bitsTo(end));
    }
  }
}
