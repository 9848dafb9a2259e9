// SPDX-License-Identifier: Apache-2.0
package io.wayside.boot;

import io.wayside.core.data.Json;
import io.wayside.core.data.Value;

/**
 * The verbs that ask a running gateway: {@code health}, {@code reload}, {@code command}, {@code
 * stop}.
 */
final class Ask {

  private final Options options;
  private final Terminal terminal;

  Ask(Options options, Terminal terminal) {
    this.options = options;
    this.terminal = terminal;
  }

  /** Prints the answer and returns the exit code the gateway gave. */
  int run(String verb) throws BootFailure {
    ControlClient.Answer answer =
        new ControlClient(options.state())
            .ask(verb.equals("command") ? "command " + command() : verb);
    terminal.out().println(answer.text());
    return answer.exitCode();
  }

  /** A command as one line of JSON: as given, or made of a target and a verb. */
  private String command() throws BootFailure {
    if (options.rest().size() == 1) {
      return options.rest().get(0).replace('\n', ' ');
    }
    if (options.rest().size() == 2) {
      return Json.write(
          Value.Fields.with("target", options.rest().get(0))
              .and("verb", options.rest().get(1))
              .build());
    }
    throw Options.usage(
        "which command?", "write command TARGET VERB, or command '{\"target\": \u2026}'");
  }
}
