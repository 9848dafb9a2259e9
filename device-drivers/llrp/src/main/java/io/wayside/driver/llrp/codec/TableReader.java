// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.llrp.codec;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads lines of the tables: {@code number NAME | fields | parameters within}.
 *
 * <p>Fields: {@code name:u8} and {@code name:s8} numbers of so many bits; {@code _7} reserved bits;
 * {@code b12} bytes; {@code u1v} counted bits, {@code u8v} bytes, {@code utf8v} text, {@code u16v}
 * and {@code u32v} numbers, {@code w16v} words of memory; {@code rest} all that is left.
 *
 * <p>Parameters: a name or {@code (one,of,these)}, then {@code ?} at most one, {@code *} any
 * number, {@code +} at least one, nothing for exactly one.
 */
final class TableReader {

  private TableReader() {}

  static List<Definition> read(String table) {
    return table.lines().map(TableReader::definition).toList();
  }

  private static Definition definition(String line) {
    String[] parts = line.split("\\|", -1);
    String[] head = parts[0].trim().split(" ", -1);
    return new Definition(
        Integer.parseInt(head[0]), head[1], true, fields(parts[1]), slots(parts[2]));
  }

  private static List<Field> fields(String words) {
    List<Field> fields = new ArrayList<>();
    int reserved = 0;
    for (String word : words.trim().split(" +", -1)) {
      if (word.startsWith("_")) {
        String name = reserved++ == 0 ? "reserved" : "reserved" + reserved;
        fields.add(new Field(name, FieldKind.RESERVED, number(word)));
      } else if (!word.isEmpty()) {
        String[] parts = word.split(":", -1);
        fields.add(field(parts[0], parts[1]));
      }
    }
    return fields;
  }

  private static Field field(String name, String form) {
    return switch (form) {
      case "u1v" -> new Field(name, FieldKind.BITS, 0);
      case "u8v" -> new Field(name, FieldKind.BYTES, 0);
      case "utf8v" -> new Field(name, FieldKind.TEXT, 0);
      case "u16v" -> new Field(name, FieldKind.SHORTS, 0);
      case "w16v" -> new Field(name, FieldKind.WORDS, 0);
      case "u32v" -> new Field(name, FieldKind.INTS, 0);
      case "rest" -> new Field(name, FieldKind.REST, 0);
      default ->
          switch (form.charAt(0)) {
            case 'u' -> new Field(name, FieldKind.UNSIGNED, number(form));
            case 's' -> new Field(name, FieldKind.SIGNED, number(form));
            case 'b' -> new Field(name, FieldKind.FIXED, number(form) * Byte.SIZE);
            default -> throw new IllegalArgumentException("no form of a field: " + form);
          };
    };
  }

  private static int number(String word) {
    return Integer.parseInt(word.substring(1));
  }

  private static List<Slot> slots(String words) {
    List<Slot> slots = new ArrayList<>();
    for (String word : words.trim().split(" +", -1)) {
      if (!word.isEmpty()) {
        slots.add(slot(word));
      }
    }
    return slots;
  }

  private static Slot slot(String word) {
    char last = word.charAt(word.length() - 1);
    boolean marked = last == '?' || last == '*' || last == '+';
    String names = (marked ? word.substring(0, word.length() - 1) : word).replaceAll("[()]", "");
    return new Slot(
        List.of(names.split(",", -1)),
        last == '?' || last == '*' ? 0 : 1,
        last == '*' || last == '+');
  }
}
