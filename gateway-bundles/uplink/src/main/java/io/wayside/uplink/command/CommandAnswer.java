// SPDX-License-Identifier: Apache-2.0
package io.wayside.uplink.command;

import io.wayside.core.command.CommandResult;
import io.wayside.core.data.FieldsBuilder;
import io.wayside.core.data.Json;
import io.wayside.core.data.Value;
import io.wayside.core.time.Stamp;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/** What the gateway says to a command, as JSON. */
final class CommandAnswer {

  private static final Value.Fields NOTHING = new Value.Fields(Map.of());

  private final String gateway;

  /**
   * What was said.
   *
   * @param outcome done, refused or failed
   * @param code stable, for programs
   * @param message for people
   * @param json all of it
   */
  @SuppressWarnings("ArrayRecordComponent") // made once, sent once, never compared
  record Said(String outcome, String code, String message, byte[] json) {}

  CommandAnswer(String gateway) {
    this.gateway = gateway;
  }

  Said of(String id, CommandResult result, Stamp at) {
    if (result instanceof CommandResult.Done done) {
      return write(Optional.of(id), "done", "done", "", done.answer(), at);
    }
    if (result instanceof CommandResult.Refused refused) {
      return write(Optional.of(id), "refused", refused.code(), refused.message(), NOTHING, at);
    }
    CommandResult.Failed failed = (CommandResult.Failed) result;
    return write(Optional.of(id), "failed", failed.code(), failed.message(), NOTHING, at);
  }

  /**
   * Refused before the command path.
   *
   * @param id as far as it could be read
   */
  Said refused(Optional<String> id, String code, String message, Stamp at) {
    return write(id, "refused", code, message, NOTHING, at);
  }

  private Said write(
      Optional<String> id,
      String outcome,
      String code,
      String message,
      Value.Fields answer,
      Stamp at) {
    FieldsBuilder fields = Value.Fields.with("v", 1).and("gateway", gateway);
    id.ifPresent(known -> fields.and("id", wellFormed(known)));
    byte[] json =
        Json.write(
                fields
                    .and("outcome", outcome)
                    .and("code", code)
                    .and("message", wellFormed(message))
                    .and("answer", answer)
                    .and("decided", at.wall().toString())
                    .and("clock", at.clock().state().name())
                    .build())
            .getBytes(StandardCharsets.UTF_8);
    return new Said(outcome, code, wellFormed(message), json);
  }

  /** Half a surrogate pair in a handler's words must not cost the answer. */
  private static String wellFormed(String text) {
    return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
  }
}
