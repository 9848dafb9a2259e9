// SPDX-License-Identifier: Apache-2.0
package io.wayside.uplink;

import io.wayside.core.data.Value;
import io.wayside.core.health.Health;
import io.wayside.core.time.Stamp;
import io.wayside.core.time.TimeSource;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** What a centre may read of an uplink by a request. */
record Readings(UplinkPlan plan, UplinkState state, LongSupplier backlog, TimeSource time) {

  Map<String, Supplier<Value.Fields>> all() {
    return Map.of("status", this::status, "health", this::health);
  }

  private Value.Fields status() {
    Stamp now = time.now();
    return Value.Fields.with("online", true)
        .and("gateway", plan.gateway())
        .and("tenant", plan.tenant())
        .and("release", plan.release())
        .and("bootId", now.bootId())
        .and("clock", now.clock().state().name())
        .and("waiting", backlog.getAsLong())
        .build();
  }

  private Value.Fields health() {
    Health now = state.health();
    return Value.Fields.with("part", "uplink." + plan.uplinkId())
        .and("status", now.status().name())
        .and("code", now.code())
        .and("message", now.message())
        .build();
  }
}
