// SPDX-License-Identifier: Apache-2.0
package io.wayside.uplink.command;

import io.wayside.core.command.Command;
import io.wayside.core.command.CommandPath;
import io.wayside.core.command.CommandResult;
import io.wayside.core.data.Value;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Keeps what reached the command path. */
final class FakePath implements CommandPath {

  final List<Command> submitted = new CopyOnWriteArrayList<>();
  volatile CommandResult result =
      new CommandResult.Done(Value.Fields.with("grossKg", 16_000.0).build());

  @Override
  public CommandResult submit(Command command) {
    submitted.add(command);
    return result;
  }
}
