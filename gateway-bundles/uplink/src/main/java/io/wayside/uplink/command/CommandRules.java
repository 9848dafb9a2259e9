// SPDX-License-Identifier: Apache-2.0
package io.wayside.uplink.command;

import io.wayside.core.command.Permission;
import java.util.Optional;
import java.util.Set;

/**
 * Whose commands are accepted.
 *
 * @param keys when present, every command must be signed by one of them; otherwise whoever the
 *     broker lets publish is believed
 * @param permissions what the centre may do here
 * @param withoutClock whether commands are accepted before the clock was ever set
 */
public record CommandRules(
    Optional<SenderKeys> keys, Set<Permission> permissions, boolean withoutClock) {

  public CommandRules {
    permissions = Set.copyOf(permissions);
  }
}
