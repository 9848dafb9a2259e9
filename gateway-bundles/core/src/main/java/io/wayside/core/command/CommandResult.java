// SPDX-License-Identifier: Apache-2.0
package io.wayside.core.command;

import io.wayside.core.data.Value;

/** What became of a command. */
public sealed interface CommandResult {

  /** Carried out. */
  record Done(Value.Fields answer) implements CommandResult {}

  /** Not carried out, nothing changed; a stable code and words with the remedy. */
  record Refused(String code, String message) implements CommandResult {}

  /** Begun and not finished; what changed is said in the message. */
  record Failed(String code, String message) implements CommandResult {}
}
