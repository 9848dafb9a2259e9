// SPDX-License-Identifier: Apache-2.0
package io.wayside.waterway.cli;

import io.wayside.core.data.Json;
import io.wayside.waterway.light.LightCharacter;
import io.wayside.waterway.light.LightRules;
import io.wayside.waterway.light.LightSyntax;
import io.wayside.waterway.light.Rhythm;
import io.wayside.waterway.mark.LightTable;
import java.io.BufferedInputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** {@code ./wayside light}: what a light character looks like, and which one a lamp shows. */
public final class LightVerb {

  private static final int DONE = 0;
  private static final int NO_MATCH = 1;
  private static final int WRONG = 2;

  private static final String USAGE =
      """
      usage: ./wayside light "Fl(2+1) R 10s" [--list SECONDS] [--json]
             ./wayside light --observe FILE.csv [--characters LIST | --table NAME] [--json]
             ./wayside light --table [NAME]

        --list SECONDS     light, dark, light, dark of this lantern, such as "0.3 0.7 0.3 8.7",
                           instead of the usual lengths; they must keep the character
        --observe FILE     samples of a lamp's current or a photodiode, columns ms,level; - for the
                           standard input. Says which character it shows; status 1 if none
        --characters LIST  separated by semicolons: "Fl R 3s; Fl(2) R 6s"
        --table NAME       table of prescribed lights that comes with the software, or a path;
                           vn without a name
        --json             for programs

      Lengths of flashes are a convention; docs/lights.md lists those that are used.
      """;

  private LightVerb() {}

  public static void main(String[] arguments) {
    InputStream in = new BufferedInputStream(new FileInputStream(FileDescriptor.in));
    PrintStream out =
        new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
    PrintStream err =
        new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
    System.exit(run(in, out, err, arguments));
  }

  static int run(InputStream in, PrintStream out, PrintStream err, String... arguments) {
    if (Arrays.asList(arguments).contains("--help")) {
      out.print(USAGE);
      return DONE;
    }
    try {
      LightArguments given = LightArguments.of(arguments);
      if (given.observe().isPresent()) {
        return observe(in, out, given);
      }
      if (given.table().isPresent()) {
        LightTable table = TableFile.read(given.table().get());
        out.print(
            given.json() ? Json.write(TablePrint.json(table)) + "\n" : TablePrint.text(table));
        return DONE;
      }
      return layOut(out, err, given);
    } catch (Refused refused) {
      err.println("wayside light: " + String.valueOf(refused.getMessage()).replaceAll("\\R", " "));
      return WRONG;
    }
  }

  private static int layOut(PrintStream out, PrintStream err, LightArguments given) throws Refused {
    String text = given.character().orElseThrow();
    String shown = text;
    try {
      LightCharacter character = LightCharacter.parse(text);
      shown = given.list().orElse("");
      if (given.list().isEmpty() && character.open().isPresent()) {
        throw new Refused(character + ": " + character.open().get());
      }
      Rhythm rhythm =
          given.list().isPresent() ? character.rhythm(given.list().get()) : character.rhythm();
      List<String> faults = LightRules.faults(character, rhythm);
      out.print(
          given.json()
              ? Json.write(RhythmPrint.json(character, rhythm, faults)) + "\n"
              : RhythmPrint.text(character, rhythm, faults));
      return DONE;
    } catch (LightSyntax wrong) {
      err.println(shown);
      err.println(" ".repeat(wrong.position()) + "^");
      throw new Refused(String.valueOf(wrong.getMessage()));
    }
  }

  private static int observe(InputStream in, PrintStream out, LightArguments given) throws Refused {
    List<LightCharacter> characters = Observation.characters(given);
    Observation observation = Observation.read(in, given.observe().orElseThrow());
    Observation.Answer answer = observation.against(characters);
    out.print(given.json() ? Json.write(answer.json()) + "\n" : answer.text());
    return answer.matched() ? DONE : NO_MATCH;
  }
}
