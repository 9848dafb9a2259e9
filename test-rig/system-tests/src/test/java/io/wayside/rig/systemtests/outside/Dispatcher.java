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

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final String topic;
  private final CommandLink link;

  Dispatcher(String broker) throws Exception {
    this(broker, WeighSite.GATEWAY);
  }

  Dispatcher(String broker, String gateway) throws Exception {
    topic = "way/v1/demo/" + gateway + "/command";
    link = CommandLink.open(BrokerPlan.of(broker, "dispatcher"), topic + "-result");
  }

  /** A command that expires in so many seconds, and its answer. */
  Value.Fields command(String id, String target, String verb, long expiresInS) throws Exception {
    return command(id, target, verb, Value.Fields.with("by", "test").build(), expiresInS);
  }

  /** The same with arguments. */
  Value.Fields command(
      String id, String target, String verb, Value.Fields arguments, long expiresInS)
      throws Exception {
    Instant now = Instant.now();
    return send(
        Json.write(
            Value.Fields.with("id", id)
                .and("target", target)
                .and("verb", verb)
                .and("arguments", arguments)
                .and("actor", "dispatch")
                .and("reason", "to see it answered")
                .and("issued", now.toString())
                .and("expires", now.plusSeconds(expiresInS).toString())
                .build()));
  }

  /** Any text on the command topic, and its answer. */
  Value.Fields send(String text) throws Exception {
    link.publish(topic, text.getBytes(StandardCharsets.UTF_8));
    byte[] answer = link.next(PATIENCE).orElseThrow(() -> new AssertionError("no answer"));
    return (Value.Fields) Json.read(new String(answer, StandardCharsets.UTF_8)).root();
  }

  @Override
  public void close() {
    link.close();
  }
}
