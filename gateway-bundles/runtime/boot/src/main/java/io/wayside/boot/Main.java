// SPDX-License-Identifier: Apache-2.0
package io.wayside.boot;

import java.io.IOException;
import java.util.List;

/** The one entry: a verb, options, and what the verb needs. */
public final class Main {

  private static final String VERBS = "start, check, health, reload, command, stop";

  private Main() {}

  public static void main(String[] arguments) {
    Terminal terminal = Terminal.ofProcess();
    System.exit(run(List.of(arguments), terminal));
  }

  static int run(List<String> arguments, Terminal terminal) {
    try {
      if (arguments.isEmpty()) {
        throw Options.usage("no verb given", "known: " + VERBS);
      }
      Options options = Options.parse(arguments.subList(1, arguments.size()));
      return dispatch(arguments.get(0), options, terminal);
    } catch (BootFailure failure) {
      terminal.err().println(failure.lines());
      return failure.exitCode().number();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return ExitCode.FAULT.number();
    } catch (IOException | RuntimeException fault) {
      fault.printStackTrace(terminal.err());
      return ExitCode.FAULT.number();
    }
  }

  private static int dispatch(String verb, Options options, Terminal terminal)
      throws BootFailure, InterruptedException, IOException {
    return switch (verb) {
      case "start" -> new Start(options, terminal).run().number();
      case "warm-up" -> new WarmUp(options, terminal).run().number();
      case "check" -> new CheckSite(options, terminal).run().number();
      case "health", "reload", "stop", "command" -> new Ask(options, terminal).run(verb);
      default -> throw Options.usage("unknown verb " + verb, "known: " + VERBS);
    };
  }
}
