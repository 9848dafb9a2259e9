// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.law;

import io.wayside.core.data.GarbledData;
import io.wayside.core.quality.Flags;
import io.wayside.weighing.rig.ShippedData;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;

/** The packs that ship, and vehicles to hold against them. */
final class Packs {

  static final LawPack VN = pack("vn");
  static final LawPack US = pack("us-bridge-formula-b");
  static final LocalDate DAY = LocalDate.of(2025, 9, 1);

  private Packs() {}

  private static LawPack pack(String name) {
    try {
      return LawPack.from(ShippedData.document("law/" + name + ".json"));
    } catch (GarbledData garbled) {
      throw new AssertionError(garbled);
    }
  }

  /** Such as {@code 6500,9000@3.6} in kg and metres. */
  static Weighed vehicle(String text, double uncertaintyKg) {
    String[] parts = text.split("@", -1);
    List<Double> loads = numbers(parts[0]);
    List<Double> spacings = parts.length == 1 ? List.of() : numbers(parts[1]);
    return vehicle(loads, spacings, uncertaintyKg);
  }

  static Weighed vehicle(List<Double> loads, List<Double> spacings, double uncertaintyKg) {
    return new Weighed(
        loads,
        Collections.nCopies(loads.size(), uncertaintyKg),
        spacings,
        0,
        0,
        List.of(),
        Flags.NONE);
  }

  private static List<Double> numbers(String text) {
    List<Double> numbers = new ArrayList<>();
    for (String part : text.split(",", -1)) {
      numbers.add(Double.valueOf(part));
    }
    return numbers;
  }

  /** Any vehicle of two to seven axles, sensible or not. */
  static Weighed random(Random random) {
    int axles = 2 + random.nextInt(6);
    List<Double> loads = new ArrayList<>();
    List<Double> spacings = new ArrayList<>();
    for (int i = 0; i < axles; i++) {
      loads.add(2000 + 12_000 * random.nextDouble());
      spacings.add(
          random.nextBoolean() ? 0.9 + random.nextDouble() : 2.5 + 5 * random.nextDouble());
    }
    spacings.remove(0);
    return vehicle(loads, spacings, random.nextInt(3) * 300.0);
  }

  static Circumstances kingpin(double metres) {
    return with(Optional.empty(), OptionalDouble.of(metres), OptionalDouble.empty());
  }

  static Circumstances registered(double kg) {
    return with(Optional.empty(), OptionalDouble.empty(), OptionalDouble.of(kg));
  }

  static Circumstances layout(String id) {
    return with(Optional.of(id), OptionalDouble.empty(), OptionalDouble.empty());
  }

  private static Circumstances with(
      Optional<String> layout, OptionalDouble kingpin, OptionalDouble registered) {
    return new Circumstances(
        DAY,
        registered,
        layout,
        kingpin,
        OptionalDouble.empty(),
        Optional.empty(),
        OptionalDouble.empty());
  }

  static Finding gross(Decision decision) {
    return decision.findings().stream()
        .filter(finding -> finding.subject() == Subject.GROSS)
        .findAny()
        .orElseThrow();
  }
}
