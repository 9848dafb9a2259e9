// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.systemtests.outside;

import io.wayside.core.data.Json;
import io.wayside.core.data.Value;
import io.wayside.rig.central.mqtt.BrokerPlan;
import io.wayside.rig.central.mqtt.CommandLink;
import io.wayside.rig.scenarios.site.WeighSite;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;

/** Someone at the centre who commands a gateway, over the broker that the gateway uses. */
final class Dispatcher implements AutoCloseable {

  private static final String TOPIC = "way/v1/demo/" + WeighSite.GATEWAY + "/command";
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final CommandLink link;

  Dispatcher(String broker) throws Exception {
    link = CommandLink.open(BrokerPlan.of(broker, "dispatcher"), TOPIC + "-result");
  }

  /** A command that expires in so many seconds, and its answer. */
  Value.Fields command(String id, String target, String verb, long expiresInS) throws Exception {
    Instant now = Instant.now();
    return send(
        Json.write(
            Value.Fields.with("id", id)
                .and("target", target)
                .and("verb", verb)
                .and("arguments", Value.Fields.with("by", "test").build())
                .and("actor", "dispatch")
                .and("reason", "to see it answered")
                .and("issued", now.toString())
                .and("expires", now.plusSeconds(expiresInS).toString())
                .build()));
  }

  /** Any text on the command topic, and its answer. */
  Value.Fields send(String text) throws Exception {
    link.publish(TOPIC, text.getBytes(StandardCharsets.UTF_8));
    byte[] answer = link.next(PATIENCE).orElseThrow(() -> new AssertionError("no answer"));
    return (Value.Fields) Json.read(new String(answer, StandardCharsets.UTF_8)).root();
  }

  @Override
  public void close() {
    link.close();
  }
}
