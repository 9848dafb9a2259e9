// SPDX-License-Identifier: Apache-2.0
package io.wayside.core.command;

import java.util.Map;

/** A station's side of commands; offered as a service. Permission and expiry are checked before. */
public interface CommandHandler {

  /** The target name under which commands reach this handler. */
  String target();

  /** The verbs it knows and the permission each asks for. */
  Map<String, Permission> verbs();

  /** Carries a command out, quickly; long work is started and reported by records. */
  CommandResult handle(Command command);
}
