// SPDX-License-Identifier: Apache-2.0
package io.wayside.uplink.command;

import io.wayside.core.command.Actor;
import io.wayside.core.command.Command;
import io.wayside.core.command.Permission;
import io.wayside.core.data.Value;
import java.time.Instant;
import java.util.Set;

/** A command as its sender wrote it. */
record CommandMessage(
    String id,
    String target,
    String verb,
    Value.Fields arguments,
    String actor,
    String reason,
    Instant issued,
    Instant expires) {

  private static final String FACE = "central";

  static CommandMessage read(Value content) throws BadCommand {
    Members members = Members.of("a command", content);
    members.allow("id", "target", "verb", "arguments", "actor", "reason", "issued", "expires");
    return new CommandMessage(
        members.text("id"),
        members.text("target"),
        members.text("verb"),
        members.object("arguments"),
        members.text("actor"),
        members.text("reason"),
        members.time("issued"),
        members.time("expires"));
  }

  /**
   * For the command path.
   *
   * @param name the actor as it is to stand in the audit
   */
  Command by(String name, Set<Permission> permissions) {
    return new Command(
        id, target, verb, arguments, new Actor(name, FACE, permissions), reason, expires);
  }
}
