// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.llrp.cli;

import io.wayside.core.data.GarbledData;
import io.wayside.core.data.Node;
import io.wayside.core.data.Value;
import io.wayside.driver.llrp.codec.Definition;
import io.wayside.driver.llrp.codec.Field;
import io.wayside.driver.llrp.codec.FieldKind;
import io.wayside.driver.llrp.codec.FieldValue;
import io.wayside.driver.llrp.codec.Octets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** The fields of a message or parameter; each must be there but reserved bits. */
final class FieldsFromJson {

  private FieldsFromJson() {}

  static List<FieldValue> read(Node json, Definition definition) throws GarbledData {
    json.only(definition.fields().stream().map(Field::name).toArray(String[]::new));
    List<FieldValue> values = new ArrayList<>();
    for (Field field : definition.fields()) {
      Optional<Node> given = json.optional(field.name());
      if (given.isEmpty() && field.kind() == FieldKind.RESERVED) {
        values.add(new FieldValue.Whole(0));
      } else {
        values.add(value(json.member(field.name()), field));
      }
    }
    return values;
  }

  private static FieldValue value(Node json, Field field) throws GarbledData {
    if (field.kind().isNumber()) {
      return new FieldValue.Whole(number(json, field));
    }
    Octets octets = octets(json, field);
    Optional<String> wrong = field.refusal(octets);
    if (wrong.isPresent()) {
      throw json.wrong(wrong.get());
    }
    return octets;
  }

  static long number(Node json, Field field) throws GarbledData {
    long number;
    if (json.value() instanceof Value.Whole whole) {
      number = whole.value();
    } else if (json.value() instanceof Value.Text text && field.bits() == Long.SIZE) {
      return unsigned(json, text.value());
    } else {
      throw json.wrong("must be a whole number");
    }
    if (field.bits() == Long.SIZE ? number < 0 : !field.holds(number)) {
      throw json.wrong(number + " does not fit into " + field.bits() + " bits");
    }
    return number;
  }

  private static long unsigned(Node json, String text) throws GarbledData {
    try {
      return Long.parseUnsignedLong(text);
    } catch (NumberFormatException notNumber) {
      throw json.wrong("must be a whole number below 2^64, not \"" + text + "\"");
    }
  }

  private static Octets octets(Node json, Field field) throws GarbledData {
    return switch (field.kind()) {
      case BITS -> bits(json.only("bits", "hex"));
      case TEXT ->
          json.value() instanceof Value.Text text
              ? Octets.ofText(text.value())
              : Octets.of(hex(json.only("hex").member("hex")));
      case SHORTS ->
          Octets.ofShorts(Arrays.stream(items(json, 16)).mapToInt(n -> (int) n).toArray());
      case INTS -> Octets.ofInts(items(json, 32));
      default -> Octets.of(hex(json));
    };
  }

  private static Octets bits(Node json) throws GarbledData {
    int bits = json.member("bits").whole(0, 0xFFFF);
    byte[] bytes = hex(json.member("hex"));
    if (bytes.length != (bits + 7) / 8) {
      throw json.member("hex").wrong("holds " + bytes.length + " bytes for " + bits + " bits");
    }
    return Octets.ofBits(bits, bytes);
  }

  private static long[] items(Node json, int width) throws GarbledData {
    Field item = new Field("item", FieldKind.UNSIGNED, width);
    List<Node> elements = json.elements();
    long[] numbers = new long[elements.size()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = number(elements.get(i), item);
    }
    return numbers;
  }

  static byte[] hex(Node json) throws GarbledData {
    if (json.value() instanceof Value.Text text) {
      try {
        return HexFormat.of().parseHex(text.value());
      } catch (IllegalArgumentException notHex) {
        throw json.wrong("must be hexadecimal digits, two for each byte");
      }
    }
    throw json.wrong("must be text of hexadecimal digits");
  }
}
