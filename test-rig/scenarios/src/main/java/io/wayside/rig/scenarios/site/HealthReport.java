// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.site;

import io.wayside.core.data.Json;
import io.wayside.core.data.Value;
import java.util.Map;
import java.util.TreeMap;

/** What {@code wayside-gateway health} says. */
public final class HealthReport {

  /** Of a gateway that does not answer: no part, no status. */
  public static final HealthReport NONE = new HealthReport(new Value.Fields(Map.of()));

  private final Value.Fields report;

  HealthReport(Value.Fields report) {
    this.report = report;
  }

  /**
   * How a part is.
   *
   * @param forS for so many seconds it has been so
   */
  public record Part(String status, String code, String message, long forS) {}

  /** The worst of all parts: ok, starting, degraded or failed. */
  public String status() {
    return text(report, "status");
  }

  /** The hash of the configuration in force. */
  public String configuration() {
    return text(report, "configuration");
  }

  /** By id, such as {@code device.scale-1}. */
  public Map<String, Part> parts() {
    Map<String, Part> parts = new TreeMap<>();
    if (report.get("parts") instanceof Value.Many many) {
      for (Value each : many.values()) {
        if (each instanceof Value.Fields part) {
          parts.put(
              text(part, "id"),
              new Part(
                  text(part, "status"),
                  text(part, "code"),
                  text(part, "message"),
                  part.get("forS") instanceof Value.Whole whole ? whole.value() : 0));
        }
      }
    }
    return parts;
  }

  /** The code of a part, or nothing when there is no such part. */
  public String code(String part) {
    Part found = parts().get(part);
    return found == null ? "" : found.code();
  }

  private static String text(Value.Fields fields, String name) {
    return fields.get(name) instanceof Value.Text text ? text.value() : "";
  }

  @Override
  public String toString() {
    return Json.writeIndented(report);
  }
}
