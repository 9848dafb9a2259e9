// SPDX-License-Identifier: Apache-2.0
package io.wayside.uplink;

import io.wayside.core.command.CommandResult;
import io.wayside.core.time.TimeSource;
import io.wayside.uplink.command.CommandDesk;
import io.wayside.uplink.command.CommandIntake;
import io.wayside.uplink.command.CommandRules;
import io.wayside.uplink.command.CommandTopics;
import java.util.Optional;
import java.util.Set;

/** A command desk at which nothing is carried out. */
final class FixedCommands implements AutoCloseable {

  private CommandDesk desk;

  CommandDesk desk(Mailbox mailbox, TimeSource time) {
    CommandIntake intake =
        new CommandIntake(
            "gw-1",
            CommandTopics.of("demo", "gw-1"),
            new CommandRules(Optional.empty(), Set.of(), false),
            command -> new CommandResult.Refused("never", "nothing is carried out here"),
            time);
    desk = new CommandDesk("commands", intake, Optional.empty(), mailbox::answer);
    return desk;
  }

  @Override
  public void close() {
    desk.close();
  }
}
