// SPDX-License-Identifier: Apache-2.0
package io.wayside.uplink;

import io.wayside.core.command.Command;
import io.wayside.core.command.CommandHandler;
import io.wayside.core.command.CommandResult;
import io.wayside.core.command.Permission;
import io.wayside.core.journal.Journal;
import io.wayside.core.journal.JournalException;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Reference;

/**
 * Offers the commands of an uplink. Beside {@link MqttUplink} and with its configuration, because
 * that one waits for the command path, which gathers what is offered here.
 */
@Component(
    name = "io.wayside.uplink.resend",
    configurationPid = "io.wayside.uplink.mqtt",
    configurationPolicy = ConfigurationPolicy.REQUIRE)
public final class ResendDesk implements CommandHandler {

  private final ResendCommand command;

  @Activate
  public ResendDesk(Config config, @Reference Journal journal) throws JournalException {
    this.command = new ResendCommand(config.uplink_id(), journal.outbox(config.uplink_id()));
  }

  @Override
  public String target() {
    return command.target();
  }

  @Override
  public Map<String, Permission> verbs() {
    return command.verbs();
  }

  @Override
  public CommandResult handle(Command wish) {
    return command.handle(wish);
  }
}
