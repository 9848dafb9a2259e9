// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.lane;

import io.wayside.core.data.Value;
import io.wayside.core.health.Health;
import io.wayside.core.health.HealthSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** What devices and stations say of themselves, as lines: one when status or code changes. */
final class HealthLines {

  private final List<HealthSource> sources;
  private final Consumer<Value.Fields> lines;
  private final Map<String, Health> said = new HashMap<>();

  HealthLines(List<HealthSource> sources, Consumer<Value.Fields> lines) {
    this.sources = List.copyOf(sources);
    this.lines = lines;
  }

  /** Called now and then, by one thread. */
  void look() {
    for (HealthSource source : sources) {
      Health now = source.health();
      Health before = said.put(source.healthId(), now);
      if (before == null || before.status() != now.status() || !before.code().equals(now.code())) {
        lines.accept(
            Value.Fields.with("health", source.healthId())
                .and("status", now.toValue().get("status"))
                .and("code", now.code())
                .and("message", now.message())
                .build());
      }
    }
  }
}
