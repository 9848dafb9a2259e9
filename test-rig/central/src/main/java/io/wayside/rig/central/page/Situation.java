// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.central.page;

import io.wayside.core.data.Value;
import io.wayside.rig.central.intake.GatewayState;
import io.wayside.rig.central.store.GatewayKey;
import io.wayside.rig.central.store.StoredRecord;
import io.wayside.rig.central.store.StreamCount;
import java.util.List;

/**
 * Everything the page shows but the records.
 *
 * @param tenant whose gateways
 * @param broker its address
 * @param connected whether the centre is subscribed
 * @param trouble why nothing can be stored; empty when all is well
 * @param gateways which are connected
 * @param streams how complete each is
 * @param alarms records of the open alarms
 * @param strangeKeys keys that gateways sign with and nobody vouched for
 */
public record Situation(
    String tenant,
    String broker,
    boolean connected,
    String trouble,
    List<GatewayState> gateways,
    List<StreamCount> streams,
    List<StoredRecord> alarms,
    List<GatewayKey> strangeKeys) {

  /** Whether records come in and are kept. */
  boolean working() {
    return connected && trouble.isEmpty();
  }

  /** As JSON content; alarms come as records, see {@link RecordJson}. */
  Value.Fields toValue() {
    return Value.Fields.with("tenant", tenant)
        .and("broker", broker)
        .and("connected", connected)
        .and("trouble", trouble)
        .and("gateways", gateways.stream().map(Situation::gateway).toList())
        .and("streams", streams.stream().map(count -> StreamJson.of(count, 20)).toList())
        .and("strangeKeys", strangeKeys.stream().map(Situation::key).toList())
        .build();
  }

  private static Value key(GatewayKey key) {
    return Value.Fields.with("gateway", key.gateway())
        .and("key", key.id())
        .and("since", key.since().toString())
        .build();
  }

  private static Value gateway(GatewayState state) {
    return Value.Fields.with("gateway", state.gateway())
        .and("online", state.online())
        .and("release", state.release())
        .and("reason", state.reason())
        .and("heard", state.heard().toString())
        .build();
  }
}
