// SPDX-License-Identifier: Apache-2.0
package io.wayside.runtime;

import io.wayside.core.command.Command;
import io.wayside.core.command.CommandGate;
import io.wayside.core.command.CommandHandler;
import io.wayside.core.command.CommandPath;
import io.wayside.core.command.CommandResult;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** The one path of commands: one at a time through the gate, each with an audit record. */
@Component
public final class Commands implements CommandPath {

  @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
  private final List<CommandHandler> handlers = new CopyOnWriteArrayList<>();

  private final GatewayRun run;
  private final CommandGate gate = new CommandGate();

  @Activate
  public Commands(@Reference GatewayRun run) {
    this.run = run;
  }

  @Override
  public synchronized CommandResult submit(Command command) {
    if (!run.hasRoom()) {
      return new CommandResult.Refused(
          "no-audit",
          "the journal takes no records, so a command could not be accounted for; see the health of"
              + " the journal and send it again");
    }
    CommandGate.Outcome outcome = gate.submit(command, handlers, run.now(), run.by());
    run.record(outcome.audit());
    return outcome.result();
  }
}
