// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.central.command;

import io.wayside.core.data.GarbledData;
import io.wayside.core.data.Json;
import io.wayside.core.data.Value;
import io.wayside.rig.central.mqtt.CommandLink;
import io.wayside.rig.central.mqtt.SessionFailed;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/** Asks a gateway to send records once more, and waits for its answer. */
public final class Resend {

  static final Duration PATIENCE = Duration.ofSeconds(30);

  private final CommandLink link;
  private final String topic;
  private final String target;
  private final String actor;
  private final Optional<CommandKey> key;
  private final Clock clock;
  private final Supplier<String> ids;

  /**
   * @param topic of the gateway's commands
   * @param uplink id of the uplink that is to send
   * @param actor who asks, for the gateway's audit
   * @param ids a new one for each command
   */
  public Resend(
      CommandLink link,
      String topic,
      String uplink,
      String actor,
      Optional<CommandKey> key,
      Clock clock,
      Supplier<String> ids) {
    this.link = link;
    this.topic = topic;
    this.target = "uplink." + uplink;
    this.actor = actor;
    this.key = key;
    this.clock = clock;
    this.ids = ids;
  }

  /** The gateway's answer; empty when none came within 30 s. */
  public Optional<Value.Fields> ask(Wanted wanted) throws SessionFailed, InterruptedException {
    String id = ids.get();
    String command = Json.write(command(wanted, id));
    String message = key.isPresent() ? key.get().sign(topic, command) : command;
    link.publish(topic, message.getBytes(StandardCharsets.UTF_8));
    Instant deadline = clock.instant().plus(PATIENCE);
    while (true) {
      Optional<byte[]> heard = link.next(Duration.between(clock.instant(), deadline));
      if (heard.isEmpty()) {
        return Optional.empty();
      }
      Optional<Value.Fields> answer = answer(heard.get(), id);
      if (answer.isPresent()) {
        return answer;
      }
    }
  }

  private Value.Fields command(Wanted wanted, String id) {
    Instant now = clock.instant();
    return Value.Fields.with("id", id)
        .and("target", target)
        .and("verb", "resend")
        .and(
            "arguments",
            Value.Fields.with("stream", wanted.key().stream())
                .and("first", wanted.numbers().first())
                .and("last", wanted.numbers().last())
                .build())
        .and("actor", actor)
        .and("reason", "records are not at the centre")
        .and("issued", now.toString())
        .and("expires", now.plus(PATIENCE).toString())
        .build();
  }

  /** Answers to others' commands come on the same topic. */
  private static Optional<Value.Fields> answer(byte[] message, String id) {
    try {
      String text = new String(message, StandardCharsets.UTF_8);
      return Json.read(text).root() instanceof Value.Fields fields
              && fields.get("id").equals(new Value.Text(id))
          ? Optional.of(fields)
          : Optional.empty();
    } catch (GarbledData notAnAnswer) {
      return Optional.empty();
    }
  }
}
