// SPDX-License-Identifier: Apache-2.0
package io.wayside.uplink.wire;

import io.wayside.core.data.Value;

/** What the status messages of the Wayside profiles say. */
record WaysideStatus(Topics topics, String release) {

  Value birth(Session session) {
    return Value.Fields.with("online", true)
        .and("gateway", topics.gateway())
        .and("tenant", topics.tenant())
        .and("release", release)
        .and("uplink", session.uplink())
        .and("bootId", session.bootId())
        .and("session", session.number())
        .build();
  }

  Value will() {
    return offline("connection-lost");
  }

  Value offline(String reason) {
    return Value.Fields.with("online", false)
        .and("gateway", topics.gateway())
        .and("tenant", topics.tenant())
        .and("reason", reason)
        .build();
  }
}
