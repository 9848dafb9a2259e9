// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.aids;

import io.wayside.waterway.availability.Window;
import io.wayside.waterway.cli.AidHistory;
import io.wayside.waterway.cli.AidHistory.Row;
import io.wayside.waterway.cli.AidTable;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** The command {@code wayside aids}. Changes nothing in the journal. */
public final class AidsVerb {

  private static final int WRONG_USAGE = 2;

  private AidsVerb() {}

  public static void main(String[] arguments) {
    PrintStream out =
        new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
    PrintStream err =
        new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
    System.exit(run(out, err, Clock.systemUTC().instant(), arguments));
  }

  /** Does it and returns the exit status. */
  static int run(PrintStream out, PrintStream err, Instant now, String... arguments) {
    if (Arrays.asList(arguments).contains("--help")) {
      out.print(AidsOptions.USAGE);
      return 0;
    }
    AidsOptions options;
    try {
      options = AidsOptions.parse(now, arguments);
    } catch (AidsOptions.Wrong wrong) {
      err.println("wayside aids: " + wrong.getMessage());
      err.print(AidsOptions.USAGE);
      return WRONG_USAGE;
    }
    try {
      return report(options, out, err);
    } catch (IOException failed) {
      err.println("wayside aids: " + failed.getMessage());
      return 1;
    }
  }

  private static int report(AidsOptions options, PrintStream out, PrintStream err)
      throws IOException {
    List<Row> rows = rows(options, AidRecordFile.read(options.in()));
    if (rows.isEmpty()) {
      err.println("wayside aids: there is no record of an aid of that time in " + options.in());
      return 1;
    }
    String table = options.csv() ? AidTable.csv(rows) : AidTable.text(rows, options.zone());
    if (options.out().equals("-")) {
      out.print(table);
      out.flush();
    } else {
      Files.writeString(Path.of(options.out()), table);
    }
    return 0;
  }

  private static List<Row> rows(AidsOptions options, Map<String, AidHistory> aids) {
    Window rolling = Window.rolling(options.to(), options.zone());
    Window whole =
        options.from().map(from -> new Window("all", from, options.to())).orElse(rolling);
    List<Window> windows = new ArrayList<>(List.of(whole));
    windows.addAll(Window.years(whole.from(), whole.to(), options.zone()));
    List<Row> rows = new ArrayList<>();
    aids.forEach(
        (aid, history) -> windows.forEach(window -> history.row(aid, window).ifPresent(rows::add)));
    return rows;
  }
}
