// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.detector.card;

import io.wayside.core.data.GarbledData;
import io.wayside.core.data.Node;
import io.wayside.core.device.CardWord.Vehicle;
import io.wayside.core.device.DeviceException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * Vehicles in registers, each in the place of its number, over and over: number {@code n} is in
 * place {@code n mod slots}. The numbers count without a gap, by 16 bits.
 *
 * @param newest number of the last vehicle; 0 may stand for none
 * @param stride registers of one vehicle
 * @param number where its own number is among them: another one there has been told over
 * @param channel which place of counting; without it there is one
 * @param acknowledge where the number of the last vehicle that was read is to be written
 */
record Ring(
    Place newest,
    int first,
    int stride,
    int slots,
    int number,
    OptionalInt channel,
    Optional<Scaled> speedMps,
    Optional<Scaled> lengthM,
    Optional<Scaled> ageS,
    OptionalInt code,
    Map<Integer, String> classes,
    OptionalInt acknowledge) {

  static final int MODULO = 1 << 16;
  private static final int LONGEST = 32;

  /** A number at an offset, that times this; what is in {@code none} is not measured. */
  record Scaled(int offset, double scale, OptionalInt none) {

    OptionalDouble of(int[] cells) {
      int raw = cells[offset];
      return none.isPresent() && none.getAsInt() == raw
          ? OptionalDouble.empty()
          : OptionalDouble.of(raw * scale);
    }
  }

  Ring {
    classes = Map.copyOf(classes);
  }

  static Ring from(Node node) throws GarbledData {
    int stride = node.member("stride").whole(1, LONGEST);
    Node fields = node.member("fields");
    Map<Integer, String> classes = new HashMap<>();
    Optional<Node> named = node.optional("classes");
    if (named.isPresent()) {
      for (Map.Entry<String, Node> each : named.get().members().entrySet()) {
        classes.put(code(each.getKey(), each.getValue()), each.getValue().text());
      }
    }
    Optional<Node> acknowledge = node.optional("acknowledge");
    Place newest = Place.from(node.member("newest"));
    if (newest.modulo() != MODULO) {
      throw node.wrong("numbers its vehicles by 16 bits");
    }
    int slots = node.member("slots").whole(2, 4096);
    if (MODULO % slots != 0) {
      throw node.wrong("has slots that 65536 is no multiple of: places would move at its end");
    }
    return new Ring(
        newest,
        node.member("first").whole(0, 65_536 - stride * slots),
        stride,
        slots,
        fields.member("number").whole(0, stride - 1),
        offset(fields, "channel", stride),
        scaled(fields, "speed", stride, 1 / 3.6),
        scaled(fields, "length", stride, 1),
        scaled(fields, "age", stride, 1),
        offset(fields, "class", stride),
        classes,
        acknowledge.isEmpty()
            ? OptionalInt.empty()
            : OptionalInt.of(acknowledge.get().whole(0, 65_535)));
  }

  private static int code(String text, Node at) throws GarbledData {
    if (!text.matches("\\d{1,5}")) {
      throw at.wrong("is of \"" + text + "\", which is no number in a register");
    }
    return Integer.parseInt(text);
  }

  private static OptionalInt offset(Node fields, String name, int stride) throws GarbledData {
    Optional<Node> field = fields.optional(name);
    return field.isEmpty() ? OptionalInt.empty() : OptionalInt.of(field.get().whole(0, stride - 1));
  }

  /**
   * @param unit what one of the profile's units is: km/h, m, s
   */
  private static Optional<Scaled> scaled(Node fields, String name, int stride, double unit)
      throws GarbledData {
    Optional<Node> field = fields.optional(name);
    if (field.isEmpty()) {
      return Optional.empty();
    }
    Optional<Node> none = field.get().optional("none");
    return Optional.of(
        new Scaled(
            field.get().member("offset").whole(0, stride - 1),
            unit * field.get().member("scale").number(1e-6, 1e6),
            none.isEmpty() ? OptionalInt.empty() : OptionalInt.of(none.get().whole(0, 0xFFFF))));
  }

  int[] entry(Cells cells, int sequence) throws DeviceException {
    return cells.read(newest.table(), first + sequence % slots * stride, stride);
  }

  /** Whether these registers are of that vehicle, and not told over. */
  boolean isOf(int[] entry, int sequence) {
    return entry[number] == sequence;
  }

  Vehicle vehicle(int[] entry, int only, long nanos) {
    double age = ageS.map(field -> field.of(entry).orElse(0)).orElse(0.0);
    return new Vehicle(
        channel.isPresent() ? entry[channel.getAsInt()] : only,
        nanos - Math.round(age * 1e9),
        speedMps.map(field -> field.of(entry)).orElse(OptionalDouble.empty()),
        lengthM.map(field -> field.of(entry)).orElse(OptionalDouble.empty()),
        code.isPresent()
            ? Optional.ofNullable(classes.get(entry[code.getAsInt()]))
            : Optional.empty());
  }
}
