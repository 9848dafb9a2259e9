// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.central;

import io.wayside.rig.central.mqtt.SessionFailed;
import io.wayside.rig.central.page.PortTaken;
import io.wayside.rig.central.store.Evidence;
import io.wayside.rig.central.store.StoreFailed;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;

/** {@code ./wayside central run|status|verify|resend|help}. */
public final class Central {

  static final int OK = 0;
  static final int NOT_COMPLETE = 1;
  static final int BAD_ARGUMENTS = 2;
  static final int STORE_FAILED = 3;
  static final int PORT_TAKEN = 4;

  static final int BROKER_FAILED = 5;

  private static final String HELP =
      """
      The reference central subscriber: stores every record once and proves that none is missing.

        central run --broker URL[,URL…] --store STORE --tenant NAME [BROKER OPTIONS]
                    [--group NAME --client-id ID] [--kura] [--key GATEWAY=FILE|HEX]… [--keys FILE]
                    [--page-port 8088] [--page-host 127.0.0.1]
            subscribes and stores until Ctrl-C; page port 0 chooses a free one. The client id is
            the name under which the broker keeps what comes meanwhile: one for each instance.
            With --group, any number of instances share the load (MQTT 5); without, there is one.
        central status --store STORE [--json]
            counts again from the stored records alone; may run beside "run".
        central verify --store STORE [--key GATEWAY=FILE|HEX]… [--keys FILE] [--json]
            recomputes every hash, follows every chain, checks the gateways' signed statements.
        central resend --broker URL --tenant NAME --gateway G [BROKER OPTIONS] [--uplink ID]
                    [--command-key [NAME=]FILE] [--actor NAME]
                    --stream S --from A --to B | --missing --store STORE [--stream S]
            asks the gateway to send records once more, and prints its answers.

        STORE           an SQLite file, or jdbc:postgresql://HOST/DATABASE?user=…&password=…
        URL             tcp://HOST:PORT, ssl://HOST:PORT, ws://…, wss://…
        BROKER OPTIONS  --user NAME --password-file FILE --tls-ca FILE --tls-cert FILE --tls-key FILE
        --keys FILE     lines GATEWAY=FILE or GATEWAY=HEX: public keys of the gateways

      Exit code: 0 all is well (status: nothing missing without an explanation, chains hold, no
      conflict; verify: everything holds; resend: all was answered with done), 1 it is not, 2 bad
      arguments, 3 the store cannot be used, 4 the page's port is taken, 5 the broker cannot be used.
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
        case "run" -> RunVerb.run(rest, out, told);
        case "status" -> status(rest);
        case "verify" -> VerifyVerb.run(rest, out);
        case "resend" -> ResendVerb.run(rest, out);
        case "help", "--help", "-h" -> {
          out.print(HELP);
          yield OK;
        }
        default ->
            throw new BadArguments(
                "there is no \"" + verb + "\", only run, status, verify, resend, help");
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
    } catch (SessionFailed failed) {
      err.println("central: " + failed.getMessage());
      return BROKER_FAILED;
    }
  }

  private int status(List<String> words) throws BadArguments, StoreFailed {
    Arguments given = new Arguments(words, Set.of("--store"), Set.of("--json"));
    Counts counts = new Counts(Evidence.of(given.required("--store")));
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
