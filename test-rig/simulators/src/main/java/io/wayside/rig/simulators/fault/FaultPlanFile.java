// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.fault;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Properties;

/**
 * A fault plan as a properties file: {@code seed=7}, {@code stall.perFrame=0.01}, {@code
 * stall.lastingMs=1500}, {@code garbage.atMost=24}.
 */
public final class FaultPlanFile {

  private FaultPlanFile() {}

  /**
   * Reads a plan; what the file does not name does not strike.
   *
   * @throws IOException when the file cannot be read
   * @throws IllegalArgumentException when it says something that is no fault plan
   */
  public static FaultPlan read(Path file) throws IOException {
    Properties lines = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      lines.load(reader);
    }
    FaultPlan plan = FaultPlan.none();
    try {
      for (FaultKind kind : FaultKind.values()) {
        plan = plan.with(kind, takeRule(lines, kind.name().toLowerCase(Locale.ROOT)));
      }
      plan = plan.withSeed((long) takeNumber(lines, "seed"));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(file + ": " + e.getMessage(), e);
    }
    if (!lines.isEmpty()) {
      throw new IllegalArgumentException(
          file
              + ": unknown "
              + lines.stringPropertyNames()
              + "; known are seed and KIND.perFrame, KIND.lastingMs, KIND.atMost");
    }
    return plan;
  }

  private static FaultRule takeRule(Properties lines, String kind) {
    return FaultRule.of(takeNumber(lines, kind + ".perFrame"))
        .lasting(Duration.ofMillis((long) takeNumber(lines, kind + ".lastingMs")))
        .atMost((int) takeNumber(lines, kind + ".atMost"));
  }

  private static double takeNumber(Properties lines, String key) {
    Object text = lines.remove(key);
    if (text == null) {
      return 0;
    }
    try {
      return Double.parseDouble(text.toString().trim());
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(key + " '" + text + "' is no number; write one", e);
    }
  }
}
