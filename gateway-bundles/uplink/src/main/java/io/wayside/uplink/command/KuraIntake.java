// SPDX-License-Identifier: Apache-2.0
package io.wayside.uplink.command;

import io.wayside.core.command.Permission;
import io.wayside.core.data.GarbledData;
import io.wayside.core.data.Json;
import io.wayside.core.data.Value;
import io.wayside.core.time.TimeSource;
import io.wayside.uplink.command.CommandAnswer.Said;
import io.wayside.uplink.command.CommandIntake.Named;
import io.wayside.uplink.wire.Message;
import io.wayside.uplink.wire.kura.KuraAddress;
import io.wayside.uplink.wire.kura.KuraCodec;
import io.wayside.uplink.wire.kura.KuraPayload;
import io.wayside.uplink.wire.kura.KuraReplies;
import io.wayside.uplink.wire.kura.KuraRequest;
import io.wayside.uplink.wire.kura.KuraRequest.Method;
import io.wayside.uplink.wire.kura.KuraTopics;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Kura's requests to this gateway. {@code EXEC command} is another wrapping of a command and goes
 * the same way under the same rules; {@code GET} reads what may be read. What cannot be answered is
 * counted and nothing happens.
 */
public final class KuraIntake {

  private static final Logger LOG = LoggerFactory.getLogger(KuraIntake.class);
  private static final Set<String> UNKNOWN = Set.of("unknown-target", "unknown-verb");
  private static final Set<String> OUR_FAULT =
      Set.of("not-ready", "command-path-fault", "clock-unsynchronised", "no-audit");

  private final KuraTopics topics;
  private final CommandIntake commands;
  private final CommandRules rules;
  private final Map<String, Supplier<Value.Fields>> readable;
  private final TimeSource time;
  private final KuraReplies replies;
  private final AtomicLong unanswerable = new AtomicLong();

  /**
   * @param readable what may be got, by name
   */
  public KuraIntake(
      KuraTopics topics,
      CommandIntake commands,
      CommandRules rules,
      Map<String, Supplier<Value.Fields>> readable,
      TimeSource time) {
    this.topics = topics;
    this.commands = commands;
    this.rules = rules;
    this.readable = Map.copyOf(readable);
    this.time = time;
    this.replies = new KuraReplies(topics);
  }

  /** What is subscribed to hear requests. */
  String filter() {
    return topics.requests();
  }

  /** Messages that came here and had no address for an answer. */
  public long unanswerable() {
    return unanswerable.get();
  }

  /** The answer, where there is somebody to give it to. */
  Optional<Message> receive(String topic, byte[] message, boolean retained) {
    if (KuraRequest.isEcho(topics, topic)) {
      return Optional.empty();
    }
    KuraPayload payload;
    KuraAddress from;
    try {
      payload = KuraCodec.read(message);
      from = KuraAddress.read(payload);
    } catch (GarbledData unreadable) {
      unanswerable.incrementAndGet();
      LOG.debug("a request on {} cannot be answered: {}", topic, unreadable.getMessage());
      return Optional.empty();
    }
    return Optional.of(answer(from, topic, payload, retained));
  }

  private Message answer(KuraAddress from, String topic, KuraPayload payload, boolean retained) {
    KuraRequest request;
    try {
      request = KuraRequest.read(topics, topic);
    } catch (GarbledData noRequest) {
      return refuse(from, KuraReplies.BAD_REQUEST, String.valueOf(noRequest.getMessage()));
    }
    List<String> resource = request.resource();
    boolean command = resource.size() == 1 || resource.size() == 3;
    if (request.method() == Method.EXEC && command && resource.get(0).equals("command")) {
      return carryOut(from, resource, payload, retained);
    }
    if (request.method() == Method.GET && resource.size() == 1) {
      return read(from, resource.get(0));
    }
    return refuse(
        from,
        KuraReplies.NOT_FOUND,
        "there is no "
            + Members.shown(request.method() + " " + String.join("/", resource))
            + " here; known are EXEC command and GET "
            + String.join(", ", readable.keySet().stream().sorted().toList()));
  }

  private Message carryOut(
      KuraAddress from, List<String> resource, KuraPayload payload, boolean retained) {
    Optional<Named> named =
        resource.size() == 3
            ? Optional.of(new Named(resource.get(1), resource.get(2)))
            : Optional.empty();
    Said said = commands.judge(payload.body().orElse(new byte[0]), retained, named);
    int code = code(said);
    Instant now = time.now().wall();
    return code == KuraReplies.DONE
        ? replies.done(from, now, said.json())
        : replies.refused(
            from, now, code, said.code() + ": " + said.message(), Optional.of(said.json()));
  }

  /** Kura knows four codes; the answer's own code says more. */
  private static int code(Said said) {
    return switch (said.outcome()) {
      case "done" -> KuraReplies.DONE;
      case "refused" ->
          UNKNOWN.contains(said.code())
              ? KuraReplies.NOT_FOUND
              : OUR_FAULT.contains(said.code()) ? KuraReplies.FAILED : KuraReplies.BAD_REQUEST;
      default -> KuraReplies.FAILED;
    };
  }

  private Message read(KuraAddress from, String name) {
    Supplier<Value.Fields> found = readable.get(name);
    if (found == null) {
      return refuse(
          from,
          KuraReplies.NOT_FOUND,
          "there is no \""
              + Members.shown(name)
              + "\" to get; known are "
              + String.join(", ", readable.keySet().stream().sorted().toList()));
    }
    if (!rules.permissions().contains(Permission.WATCH)) {
      return refuse(
          from,
          KuraReplies.BAD_REQUEST,
          "not-permitted: this site's commandPermissions do not let the centre WATCH");
    }
    return replies.done(
        from, time.now().wall(), Json.write(found.get()).getBytes(StandardCharsets.UTF_8));
  }

  private Message refuse(KuraAddress from, int code, String reason) {
    return replies.refused(from, time.now().wall(), code, reason, Optional.empty());
  }
}
