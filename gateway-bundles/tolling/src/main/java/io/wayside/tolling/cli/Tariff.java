// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.cli;

import io.wayside.core.data.Json;
import io.wayside.core.data.Wording.Language;
import io.wayside.tolling.tariff.Amount;
import io.wayside.tolling.tariff.Plan;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;

/** The command {@code wayside tariff}: what a stay costs, and why. */
public final class Tariff {

  private static final String USAGE =
      """
      usage: wayside tariff --plan FILE --entry T --exit T --class C [options]

        --plan FILE        prices, such as config/tolling/tariffs-example-vn.json
        --calendar FILE    holidays; else the calendar the plan names, of config/calendars
        --entry T          2026-11-21T08:00 in the plan's local time, or with an offset:
        --exit T           2026-11-21T08:00:00+07:00
        --class C          a class of the plan
        --pass ID:FIRST-DAY/LAST-DAY
                           a pass that is held; may be given several times
        --discount CODE    a code; may be given several times
        --paid AMOUNT@T    a payment in the smallest unit; may be given several times
        --lost-ticket      adds what a lost ticket costs; --entry may then be missing
        --clock-doubt MIN  the clock may be off so far either way
        --lang vi|en       language of the text; en when not given
        --json             the amount as one JSON object

      exit status: 0 worked out; 2 wrong usage; 3 a document that cannot be used
      """;

  private Tariff() {}

  public static void main(String[] arguments) {
    PrintStream out =
        new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
    PrintStream err =
        new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
    Path home = Path.of(System.getProperty("wayside.home", "."));
    System.exit(run(new TariffFiles(home), out, err, arguments));
  }

  /** Does it and returns the exit status. */
  static int run(TariffFiles files, PrintStream out, PrintStream err, String... arguments) {
    if (Arrays.asList(arguments).contains("--help")) {
      out.print(USAGE);
      return 0;
    }
    try {
      print(files, out, arguments);
      return 0;
    } catch (Refused refused) {
      String line = String.valueOf(refused.getMessage()).replaceAll("\\R", " ");
      err.println("wayside tariff: " + line);
      return refused.status();
    }
  }

  private static void print(TariffFiles files, PrintStream out, String... arguments)
      throws Refused {
    Options options =
        Options.parse(
            Set.of(
                "--plan", "--calendar", "--entry", "--exit", "--class", "--clock-doubt", "--lang"),
            Set.of("--pass", "--discount", "--paid"),
            Set.of("--lost-ticket", "--json"),
            arguments);
    Language language = language(options.one("--lang").orElse("en"));
    Plan plan = files.plan(options.required("--plan"));
    io.wayside.tolling.tariff.Tariff tariff =
        new io.wayside.tolling.tariff.Tariff(plan, files.calendar(options.one("--calendar"), plan));
    Amount amount = tariff.amount(new StayOptions(options, plan).stay());
    AmountPrint print = new AmountPrint(plan, files.wordings(), language);
    if (options.has("--json")) {
      out.println(Json.write(print.json(amount)));
    } else {
      print.lines(amount).forEach(out::println);
    }
  }

  private static Language language(String text) throws Refused {
    return switch (text) {
      case "vi" -> Language.VI;
      case "en" -> Language.EN;
      default -> throw Refused.usage("--lang: \"" + text + "\" is neither vi nor en");
    };
  }
}
