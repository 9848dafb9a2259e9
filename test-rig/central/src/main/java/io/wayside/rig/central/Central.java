// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.central;

import io.wayside.rig.central.page.PortTaken;
import io.wayside.rig.central.store.Evidence;
import io.wayside.rig.central.store.StoreFailed;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;

/** {@code ./wayside central run|status|help}. */
public final class Central {

  static final int OK = 0;
  static final int NOT_COMPLETE = 1;
  static final int BAD_ARGUMENTS = 2;
  static final int STORE_FAILED = 3;
  static final int PORT_TAKEN = 4;

  private static final String HELP =
      """
      The reference central subscriber: stores every record once and proves that none is missing.

        central run --broker tcp://HOST:PORT --store FILE --tenant NAME
                    [--page-port 8088] [--page-host 127.0.0.1] [--client-id ID]
            subscribes and stores until Ctrl-C; page port 0 chooses a free one. The client id is
            the name under which the broker keeps what comes meanwhile: one for each store.
        central status --store FILE [--json]
            counts again from the stored rows alone; may run beside "run".

      Exit code: 0 all is well (status: nothing missing, chains hold, no conflict), 1 status: not
      complete, 2 bad arguments, 3 the store cannot be used, 4 the page's port is taken.
      """;

  private final PrintStream out;
  private final PrintStream err;
  private final CountDownLatch told;

  /**
   * @param told counted down when a running centre shall end
   */
  Central(PrintStream out, PrintStream err, CountDownLatch told) {
    this.out = out;
    this.err = err;
    this.told = told;
  }

  public static void main(String[] words) throws InterruptedException {
    if (System.getProperty("logback.configurationFile") == null) {
      System.setProperty("logback.configurationFile", "central-logback.xml");
    }
    CountDownLatch told = new CountDownLatch(1);
    CountDownLatch ended = new CountDownLatch(1);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> end(told, ended), "central-end"));
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
    int code = new Central(out, err, told).run(List.of(words));
    ended.countDown();
    if (told.getCount() > 0) {
      System.exit(code);
    }
  }

  int run(List<String> words) throws InterruptedException {
    String verb = words.isEmpty() ? "help" : words.get(0);
    List<String> rest = words.subList(Math.min(1, words.size()), words.size());
    try {
      return switch (rest.contains("--help") || rest.contains("-h") ? "help" : verb) {
        case "run" -> serve(rest);
        case "status" -> status(rest);
        case "help", "--help", "-h" -> {
          out.print(HELP);
          yield OK;
        }
        default -> throw new BadArguments("there is no \"" + verb + "\", only run, status, help");
      };
    } catch (BadArguments bad) {
      err.println("central: " + bad.getMessage() + "; \"central help\" lists all");
      return BAD_ARGUMENTS;
    } catch (StoreFailed failed) {
      err.println("central: " + failed.getMessage());
      return STORE_FAILED;
    } catch (PortTaken taken) {
      err.println("central: " + taken.getMessage());
      return PORT_TAKEN;
    }
  }

  private int serve(List<String> words)
      throws BadArguments, StoreFailed, PortTaken, InterruptedException {
    CentralPlan plan = plan(words);
    try (CentralSubscriber centre = CentralSubscriber.start(plan, record -> {})) {
      out.println(
          "centre of tenant "
              + plan.tenant()
              + ": "
              + plan.broker()
              + " -> "
              + plan.store()
              + ", page http://"
              + plan.pageHost()
              + ":"
              + centre.pagePort()
              + "/");
      told.await();
    }
    return OK;
  }

  private static CentralPlan plan(List<String> words) throws BadArguments {
    Arguments given =
        new Arguments(
            words,
            Set.of("--broker", "--store", "--tenant", "--page-port", "--page-host", "--client-id"),
            Set.of());
    String tenant = given.required("--tenant");
    try {
      return new CentralPlan(
          given.required("--broker"),
          Path.of(given.required("--store")),
          tenant,
          given.optional("--client-id", CentralPlan.clientIdOf(tenant)),
          given.optional("--page-host", "127.0.0.1"),
          given.number("--page-port", 8088));
    } catch (InvalidPathException notAPath) {
      throw new BadArguments("--store: " + notAPath.getMessage());
    } catch (IllegalArgumentException outOfRange) {
      throw new BadArguments(String.valueOf(outOfRange.getMessage()));
    }
  }

  private int status(List<String> words) throws BadArguments, StoreFailed {
    Arguments given = new Arguments(words, Set.of("--store"), Set.of("--json"));
    Counts counts;
    try {
      counts = new Counts(Evidence.of(Path.of(given.required("--store"))));
    } catch (InvalidPathException notAPath) {
      throw new BadArguments("--store: " + notAPath.getMessage());
    }
    out.print(given.has("--json") ? StatusReport.json(counts) + "\n" : StatusReport.text(counts));
    return counts.proven() ? OK : NOT_COMPLETE;
  }

  /** On SIGTERM and Ctrl-C: lets the centre store what it has before the process goes. */
  private static void end(CountDownLatch told, CountDownLatch ended) {
    told.countDown();
    try {
      ended.await();
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
    }
  }
}
