// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.toll.desk;

import io.wayside.core.data.FieldsBuilder;
import io.wayside.core.data.Json;
import io.wayside.core.data.Value;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;

/** The command {@code wayside toll-shift}: shows the report of a station's shift. */
public final class TollShift {

  private static final String USAGE =
      """
      usage: wayside toll-shift --station ID [--day DAY --shift N] [--form text|json]
                                [--state FOLDER]

      Shows what a shift of a toll station came to, lane by lane and altogether, and by how
      much counts differ that should be the same.

        --station ID     the station of type toll-shifts in the site document
        --day DAY        a business day, YYYY-MM-DD
        --shift N        which of that day, from 1 on; without both the latest report
        --form json      the record's body instead of a page
        --state FOLDER   of the gateway; /var/lib/wayside without it

      exit status: 0 shown, 1 there is no such report, 2 wrong usage, 4 no gateway answers
      """;

  private static final Set<String> KNOWN =
      Set.of("--station", "--day", "--shift", "--form", "--state");

  private TollShift() {}

  public static void main(String[] arguments) {
    PrintStream out =
        new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
    PrintStream err =
        new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
    System.exit(run(out, err, arguments));
  }

  /** Does it and returns the exit status. */
  public static int run(PrintStream out, PrintStream err, String... arguments) {
    if (Arrays.asList(arguments).contains("--help")) {
      out.print(USAGE);
      return Desk.DONE;
    }
    try {
      DeskOptions options = DeskOptions.parse(KNOWN, arguments);
      boolean asPage = asPage(options);
      Desk.Answer answer = Desk.ask(options.state(), command(options));
      if (!answer.isDone()) {
        err.println("wayside toll-shift: " + answer.why());
        return Desk.REFUSED;
      }
      Value body = answer.answer().member("report").value();
      out.print(asPage ? ShiftPage.of(answer.answer()) : Json.writeIndented(body) + "\n");
      out.flush();
      return Desk.DONE;
    } catch (DeskOptions.Wrong wrong) {
      err.println("wayside toll-shift: " + wrong.getMessage());
      err.print(USAGE);
      return Desk.WRONG_USAGE;
    } catch (IOException nobody) {
      err.println("wayside toll-shift: " + nobody.getMessage());
      return Desk.NO_GATEWAY;
    }
  }

  private static boolean asPage(DeskOptions options) throws DeskOptions.Wrong {
    String form = options.text("--form").orElse("text");
    if (!form.equals("text") && !form.equals("json")) {
      throw new DeskOptions.Wrong("--form must be text or json, not \"" + form + "\"");
    }
    return form.equals("text");
  }

  private static Value.Fields command(DeskOptions options) throws DeskOptions.Wrong {
    FieldsBuilder command =
        Value.Fields.with("target", "station." + options.wanted("--station")).and("verb", "shift");
    if (options.text("--day").isPresent() || options.text("--shift").isPresent()) {
      command.and(
          "arguments",
          Value.Fields.with("day", options.wanted("--day"))
              .and("shift", options.whole("--shift"))
              .build());
    }
    return command.build();
  }
}
