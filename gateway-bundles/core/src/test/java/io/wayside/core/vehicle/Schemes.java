// SPDX-License-Identifier: Apache-2.0
package io.wayside.core.vehicle;

import io.wayside.core.data.GarbledData;
import io.wayside.core.data.Node;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The schemes that ship, and patterns to classify. */
final class Schemes {

  static final double FOOT = 0.3048;
  static final double KIP = 453.59237;

  private Schemes() {}

  static String text(String name) {
    try {
      return Files.readString(Path.of("../../config/classes", name + ".json"));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  static ClassScheme scheme(String name) {
    try {
      return ClassScheme.from(Node.read(name, text(name)));
    } catch (GarbledData garbled) {
      throw new AssertionError(garbled);
    }
  }

  /** Spacings as text, loads all the same but the first. */
  static AxlePattern pattern(String spacings, double unitM, double firstKg, double grossKg) {
    List<Double> metres = new ArrayList<>();
    for (String spacing : spacings.split(",", -1)) {
      metres.add(Double.parseDouble(spacing) * unitM);
    }
    List<Double> loads = new ArrayList<>();
    loads.add(firstKg);
    metres.forEach(m -> loads.add((grossKg - firstKg) / metres.size()));
    return AxlePattern.of(metres, loads);
  }

  static String classOf(ClassScheme scheme, AxlePattern pattern) {
    return scheme.classify(pattern).choice().map(c -> c.vehicleClass().id()).orElse("none");
  }
}
