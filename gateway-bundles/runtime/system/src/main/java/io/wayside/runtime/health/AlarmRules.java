// SPDX-License-Identifier: Apache-2.0
package io.wayside.runtime.health;

import io.wayside.core.alarm.Alarm;
import io.wayside.core.alarm.Alarm.Change;
import io.wayside.core.alarm.Alarm.Severity;
import io.wayside.core.health.Health;
import io.wayside.core.health.Health.Status;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Which alarms follow from health: one for each part and reason, raised when it begins and cleared
 * when it ends. A part that starts is left alone for a grace period; one that begins to start again
 * while it is failing stays alarmed until it is well.
 */
public final class AlarmRules {

  private final Duration grace;
  private final Map<String, Alarm> raised = new TreeMap<>();

  public AlarmRules(Duration grace) {
    this.grace = grace;
  }

  /** The changes since the last look, clearing before raising. */
  public List<Alarm> look(Parts parts, long nowNanos) {
    List<Alarm> changes = new ArrayList<>();
    for (Alarm alarm : List.copyOf(raised.values())) {
      if (!parts.byId().containsKey(alarm.source())) {
        changes.add(clear(alarm, "the part is no longer configured"));
      }
    }
    parts.byId().forEach((part, health) -> look(part, health, nowNanos, changes));
    return changes;
  }

  private void look(String part, Health health, long nowNanos, List<Alarm> changes) {
    Alarm before = raised.get(part);
    if (health.status() == Status.STARTING && before != null) {
      return;
    }
    Optional<Severity> severity = severity(health, nowNanos);
    boolean same =
        before != null
            && severity.isPresent()
            && before.code().equals(health.code())
            && before.severity() == severity.get();
    if (same) {
      return;
    }
    if (before != null) {
      changes.add(clear(before, health.message()));
    }
    if (severity.isPresent()) {
      Alarm alarm = new Alarm(part, health.code(), severity.get(), Change.RAISED, health.message());
      raised.put(part, alarm);
      changes.add(alarm);
    }
  }

  private Alarm clear(Alarm alarm, String message) {
    raised.remove(alarm.source());
    return new Alarm(alarm.source(), alarm.code(), alarm.severity(), Change.CLEARED, message);
  }

  private Optional<Severity> severity(Health health, long nowNanos) {
    return switch (health.status()) {
      case OK -> Optional.empty();
      case STARTING ->
          nowNanos - health.sinceMonotonicNanos() > grace.toNanos()
              ? Optional.of(Severity.MINOR)
              : Optional.empty();
      case DEGRADED -> Optional.of(Severity.MINOR);
      case FAILED -> Optional.of(Severity.MAJOR);
    };
  }
}
