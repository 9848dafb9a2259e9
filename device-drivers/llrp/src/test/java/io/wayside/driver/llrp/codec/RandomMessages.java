// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.llrp.codec;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Messages made by chance along the tables, with unknown ones and odd bits among them. */
public final class RandomMessages {

  private static final int UNKNOWN = 900;

  private final Random random;

  public RandomMessages(long seed) {
    this.random = new Random(seed);
  }

  public Message next() {
    List<Definition> all = Dictionary.messages();
    return random.nextInt(20) == 0 ? unknown() : of(all.get(random.nextInt(all.size())));
  }

  private Message unknown() {
    return new Message(version(), UNKNOWN, id(), 0, List.of(), List.of(), octets(40));
  }

  Message of(Definition definition) {
    return new Message(
        version(),
        definition.type(),
        id(),
        random.nextInt(10) == 0 ? random.nextInt(8) : 0,
        fields(definition),
        within(definition, 1),
        Octets.NONE);
  }

  private int version() {
    return 1 + random.nextInt(2);
  }

  private long id() {
    return random.nextInt() & 0xFFFF_FFFFL;
  }

  private List<Parameter> within(Definition definition, int depth) {
    List<Parameter> parameters = new ArrayList<>();
    for (Slot slot : definition.slots()) {
      int most = slot.many() ? 3 : 1;
      int count = slot.least() + random.nextInt(most + 1 - slot.least());
      for (int i = 0; i < count && depth <= Decoder.DEEPEST; i++) {
        String name = slot.names().get(random.nextInt(slot.names().size()));
        parameters.add(parameter(Dictionary.parameterNamed(name).orElseThrow(), depth));
      }
    }
    if (!definition.slots().isEmpty() && depth <= Decoder.DEEPEST && random.nextInt(15) == 0) {
      parameters.add(new Parameter(UNKNOWN, random.nextInt(32), List.of(), List.of(), octets(20)));
    }
    return parameters;
  }

  private Parameter parameter(Definition definition, int depth) {
    boolean withLength = definition.type() >= 128;
    return new Parameter(
        definition.type(),
        withLength && random.nextInt(10) == 0 ? random.nextInt(32) : 0,
        fields(definition),
        within(definition, depth + 1),
        withLength && canHaveARest(definition) && random.nextInt(15) == 0
            ? octets(8)
            : Octets.NONE);
  }

  /** Bytes behind the last field are no parameters only where there can be none. */
  private static boolean canHaveARest(Definition definition) {
    List<Field> fields = definition.fields();
    return definition.slots().isEmpty()
        && (fields.isEmpty() || fields.get(fields.size() - 1).kind() != FieldKind.REST);
  }

  private List<FieldValue> fields(Definition definition) {
    return definition.fields().stream().map(this::value).toList();
  }

  private FieldValue value(Field field) {
    return switch (field.kind()) {
      case UNSIGNED -> new FieldValue.Whole(number(field.bits()));
      case SIGNED -> new FieldValue.Whole(random.nextLong() >> (Long.SIZE - field.bits()));
      case RESERVED -> new FieldValue.Whole(random.nextInt(8) == 0 ? number(field.bits()) : 0);
      case FIXED -> bytes(field.bits() / 8);
      case BITS -> {
        int bits = random.nextInt(500);
        yield Octets.ofBits(bits, bytes((bits + 7) / 8).bytes());
      }
      case BYTES, TEXT, REST -> octets(30);
      case SHORTS, WORDS -> bytes(2 * random.nextInt(8));
      case INTS -> bytes(4 * random.nextInt(60));
    };
  }

  private long number(int bits) {
    return bits == Long.SIZE ? random.nextLong() : random.nextLong() & (1L << bits) - 1;
  }

  private Octets octets(int most) {
    return bytes(random.nextInt(most));
  }

  private Octets bytes(int count) {
    byte[] bytes = new byte[count];
    random.nextBytes(bytes);
    return Octets.of(bytes);
  }
}
