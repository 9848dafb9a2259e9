// SPDX-License-Identifier: Apache-2.0
package io.wayside.core.command;

/** The one path of commands from any face to any station; offered as a service. */
public interface CommandPath {

  /**
   * Checks permission, expiry and repetition, hands the command to its target and writes one audit
   * record, whatever the outcome. A repeated id gets the first result again and does nothing.
   */
  CommandResult submit(Command command);
}
