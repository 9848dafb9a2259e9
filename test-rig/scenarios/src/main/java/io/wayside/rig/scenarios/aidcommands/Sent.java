// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.aidcommands;

import io.wayside.core.command.Command;

/**
 * A command as its sender meant it.
 *
 * @param mode of a {@link TrueLamp} that it wants
 * @param leaseS zero for what is not leased
 * @param fair whether nothing was wrong with it when it was sent
 */
record Sent(Command command, String mode, int leaseS, boolean fair) {

  String id() {
    return command.id();
  }
}
