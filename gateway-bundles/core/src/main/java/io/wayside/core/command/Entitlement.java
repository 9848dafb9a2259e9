// SPDX-License-Identifier: Apache-2.0
package io.wayside.core.command;

import io.wayside.core.command.CommandResult.Refused;
import java.util.Optional;

/** Whether an actor may have a verb carried out, and has said why where that is asked. */
final class Entitlement {

  private Entitlement() {}

  static Optional<Refused> missing(Command command, Permission needed) {
    if (!command.actor().permissions().contains(needed)) {
      return Optional.of(
          new Refused(
              "not-permitted",
              "\""
                  + command.verb()
                  + "\" needs the permission "
                  + needed
                  + ", which "
                  + command.actor().name()
                  + " does not have by way of "
                  + command.actor().face()));
    }
    if (asksForReason(needed) && command.reason().isBlank()) {
      return Optional.of(
          new Refused(
              "reason-missing",
              "\"" + command.verb() + "\" needs a reason; say why and send again"));
    }
    return Optional.empty();
  }

  private static boolean asksForReason(Permission permission) {
    return permission == Permission.MAINTAIN || permission == Permission.ADMINISTER;
  }
}
