// SPDX-License-Identifier: Apache-2.0
package io.wayside.runtime;

import io.wayside.core.command.Command;
import io.wayside.core.command.CommandAudit;
import io.wayside.core.command.CommandGate;
import io.wayside.core.command.CommandHandler;
import io.wayside.core.command.CommandPath;
import io.wayside.core.command.CommandResult;
import io.wayside.core.journal.JournalException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one path of commands: one at a time through the gate, each with an audit record. What was
 * carried out before a restart is known from those records.
 */
@Component
public final class Commands implements CommandPath {

  @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
  private final List<CommandHandler> handlers = new CopyOnWriteArrayList<>();

  private static final Logger LOG = LoggerFactory.getLogger(Commands.class);

  /** Audit entries read at the first command: refusals and repetitions are among them. */
  private static final int RECALLED = 4 * CommandGate.REMEMBERED;

  private final GatewayRun run;
  private final CommandGate gate = new CommandGate();
  private boolean recalled;

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
    recall();
    CommandGate.Outcome outcome = gate.submit(command, handlers, run.now(), run.by());
    run.record(outcome.audit());
    return outcome.result();
  }

  /** Once, and not before there is a journal; without one a person at the box must not wait. */
  private void recall() {
    if (recalled) {
      return;
    }
    try {
      run.last(CommandAudit.STREAM, RECALLED)
          .ifPresent(
              audits -> {
                gate.recall(audits);
                recalled = true;
              });
    } catch (JournalException unreadable) {
      LOG.warn(
          "commands of before the start are not known, and one of them could be carried out again:"
              + " {}",
          unreadable.getMessage());
    }
  }
}
