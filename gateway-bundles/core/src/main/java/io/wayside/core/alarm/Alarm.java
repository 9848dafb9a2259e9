// SPDX-License-Identifier: Apache-2.0
package io.wayside.core.alarm;

import io.wayside.core.data.Value;
import io.wayside.core.record.RecordKind;
import java.util.Locale;

/**
 * A change of an alarm: raised or cleared. Each change is a record of kind {@link #KIND}.
 *
 * @param source what it is about, a health id such as {@code device.scale-1}
 * @param code a stable reason, lower-case words joined by hyphens
 * @param severity how urgent it is
 * @param change raised or cleared
 * @param message for people: names the thing, the place and the remedy
 */
public record Alarm(String source, String code, Severity severity, Change change, String message) {

  public static final RecordKind KIND = new RecordKind("alarm", 1);

  /** The stream of all alarms of a gateway. */
  public static final String STREAM = "alarms";

  /** How urgent, most urgent first. */
  public enum Severity {
    CRITICAL,
    MAJOR,
    MINOR
  }

  /** What happened to the alarm. */
  public enum Change {
    RAISED,
    CLEARED
  }

  /** As record content. */
  public Value.Fields toValue() {
    return Value.Fields.with("source", source)
        .and("code", code)
        .and("severity", severity.name().toLowerCase(Locale.ROOT))
        .and("change", change.name().toLowerCase(Locale.ROOT))
        .and("message", message)
        .build();
  }
}
