// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.toll.desk;

import io.wayside.core.data.FieldsBuilder;
import io.wayside.core.data.Value;
import io.wayside.tolling.passage.Fields;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import java.util.UUID;

/** The command {@code wayside toll-correct}: a person says what a passage is to cost instead. */
public final class TollCorrect {

  private static final String USAGE =
      """
      usage: wayside toll-correct --lane ID --passage ID --to SUM --code CODE --reason WORDS
                                  --by NAME [--id ID] [--state FOLDER]
             wayside toll-correct --lane ID --agree ID --by NAME [--state FOLDER]

      Asks the running gateway to correct a passage of one of its toll lanes. The passage stays
      as it is: the correction is a new record of the lane, with a number of its own.

        --lane ID        the lane's station in the site document, such as lane-1
        --passage ID     GATEWAY/STREAM/NUMBER such as gate-7/toll.lane-1/4711, STREAM/NUMBER, or
                         the number drivers know, SSSS-LLL-YYYYMMDD-NNNNNN-C
        --to SUM         what the passage is to cost, in the smallest unit of the currency;
                         0 gives all of it back
        --code CODE      why, as a code: charged-twice, wrong-group, reviewed
        --reason WORDS   why, in words; kept with the record
        --by NAME        who asks, or agrees
        --id ID          of the correction; the same one is written once, however often it is
                         asked for. Without it one is made up and printed
        --agree ID       a second person agrees: where somebody pays more, where a charge was
                         entered by hand, and where more is given back than the policy's
                         corrections.aloneUpTo. Within an hour
        --state FOLDER   of the gateway; /var/lib/wayside without it

      exit status: 0 on record (now or before), 1 refused or not recorded, 2 wrong usage,
      3 waits for a second person, 4 no gateway answers
      """;

  private static final Set<String> KNOWN =
      Set.of(
          "--lane",
          "--passage",
          "--to",
          "--code",
          "--reason",
          "--by",
          "--id",
          "--agree",
          "--state");

  private TollCorrect() {}

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
      Value.Fields command = options.text("--agree").isPresent() ? agree(options) : wish(options);
      return say(options, Desk.ask(options.state(), command), out, err);
    } catch (DeskOptions.Wrong wrong) {
      err.println("wayside toll-correct: " + wrong.getMessage());
      err.print(USAGE);
      return Desk.WRONG_USAGE;
    } catch (IOException nobody) {
      err.println("wayside toll-correct: " + nobody.getMessage());
      return Desk.NO_GATEWAY;
    }
  }

  private static Value.Fields wish(DeskOptions options) throws DeskOptions.Wrong {
    return command(options, "correct")
        .and("reason", options.wanted("--reason"))
        .and(
            "arguments",
            Value.Fields.with(
                    "id", options.text("--id").orElseGet(() -> "c-" + UUID.randomUUID().toString()))
                .and("passage", options.wanted("--passage"))
                .and("after", options.whole("--to"))
                .and("code", options.wanted("--code"))
                .build())
        .build();
  }

  private static Value.Fields agree(DeskOptions options) throws DeskOptions.Wrong {
    for (String other : Set.of("--passage", "--to", "--code", "--reason", "--id")) {
      if (options.text(other).isPresent()) {
        throw new DeskOptions.Wrong(other + " has no place beside --agree: that was said before");
      }
    }
    return command(options, "agree")
        .and("arguments", Value.Fields.with("id", options.wanted("--agree")).build())
        .build();
  }

  private static FieldsBuilder command(DeskOptions options, String verb) throws DeskOptions.Wrong {
    return Value.Fields.with("target", "station." + options.wanted("--lane"))
        .and("verb", verb)
        .and("name", options.wanted("--by"));
  }

  private static int say(
      DeskOptions options, Desk.Answer answer, PrintStream out, PrintStream err) {
    if (!answer.isDone()) {
      err.println("wayside toll-correct: " + answer.why());
      return Desk.REFUSED;
    }
    Fields said = answer.answer();
    String id = said.text("id").orElse("");
    String when = said.text("when").orElse("");
    if (when.equals("waits-for-second")) {
      out.println(
          id
              + " waits for a second person, for "
              + said.whole("withinS").orElse(0L) / 60
              + " min: ./wayside toll-correct --lane "
              + options.text("--lane").orElse("")
              + " --agree "
              + id
              + " --by NAME --state "
              + options.state());
      return Desk.WAITS;
    }
    String unit = " " + said.text("currency").orElse("");
    out.println(
        said.text("record").orElse("")
            + (when.equals("already") ? " (on record before)" : "")
            + ": correction "
            + id
            + " of "
            + said.member("of").text("stream").orElse("")
            + "/"
            + said.member("of").whole("number").orElse(0L)
            + ", from "
            + said.whole("beforeMinor").orElse(0L)
            + unit
            + " to "
            + said.whole("afterMinor").orElse(0L)
            + unit
            + ", in shift "
            + said.text("day").orElse("")
            + "/"
            + said.whole("shift").orElse(0L)
            + (said.truth("postedLate") ? ", which gets a new report" : ""));
    return Desk.DONE;
  }
}
