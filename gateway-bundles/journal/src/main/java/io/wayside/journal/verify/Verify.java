// SPDX-License-Identifier: Apache-2.0
package io.wayside.journal.verify;

import io.wayside.core.data.Json;
import io.wayside.journal.store.Layout;
import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;

/** The command {@code wayside verify}: checks a journal or an export from its raw bytes. */
public final class Verify {

  private static final byte[] SQLITE = "SQLite format 3".getBytes(StandardCharsets.US_ASCII);

  private Verify() {}

  public static void main(String[] arguments) throws InterruptedException {
    PrintStream out =
        new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
    PrintStream err =
        new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
    System.exit(run(out, err, arguments));
  }

  /** Does it and returns the exit status. */
  public static int run(PrintStream out, PrintStream err, String... arguments)
      throws InterruptedException {
    if (Arrays.asList(arguments).contains("--help")) {
      out.print(Options.USAGE);
      return 0;
    }
    Options options;
    try {
      options = Options.parse(arguments);
    } catch (Options.Wrong wrong) {
      err.println("wayside verify: " + wrong.getMessage());
      err.print(Options.USAGE);
      return 2;
    }
    Report report = new Report();
    check(options, report, new Progress(err, System::nanoTime));
    if (options.json()) {
      out.println(Json.write(report.toValue()));
    } else {
      print(report, out);
    }
    return report.holds() ? 0 : 1;
  }

  private static void check(Options options, Report report, Progress progress)
      throws InterruptedException {
    Path target = options.target();
    try {
      if (Files.isDirectory(target)) {
        target = target.resolve("journal.db");
      }
      if (!isDatabase(target) && !target.endsWith("journal.db")) {
        export(target, options, report, progress);
        return;
      }
      Layout layout = new Layout(target.toAbsolutePath().resolveSibling("."));
      Map<String, Long> heads = layout.knownHeads(); // before the database, which goes on growing
      try (JournalCopy copy = JournalCopy.open(target)) {
        if (copy.hidesCommits()) {
          report.fault("the log is damaged: commits behind the damage are lost");
        }
        new JournalCheck(copy.connection(), layout.blobs(), heads, options, report, progress).run();
      }
    } catch (SQLException unreadable) {
      report.fault("the database cannot be read: " + unreadable.getMessage());
    } catch (IOException unreadable) {
      report.fault(target + " cannot be read: " + unreadable.getMessage());
    }
  }

  private static void export(Path file, Options options, Report report, Progress progress)
      throws IOException {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                Files.newInputStream(file),
                StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPLACE)
                    .onUnmappableCharacter(CodingErrorAction.REPLACE)))) {
      new ExportCheck(options, report, progress).run(lines);
    }
    if (report.records() == 0) {
      report.fault(file + " holds no record");
    }
  }

  private static boolean isDatabase(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return Arrays.equals(in.readNBytes(SQLITE.length), SQLITE);
    }
  }

  private static void print(Report report, PrintStream out) {
    out.printf(
        Locale.ROOT,
        "%-32s %12s %12s %12s %9s  %-6s %-10s%n",
        "stream",
        "first",
        "last",
        "count",
        "thinned",
        "chain",
        "signatures");
    for (Report.Stream s : report.streams()) {
      out.printf(
          Locale.ROOT,
          "%-32s %12d %12d %12d %9d  %-6s %-10s%n",
          s.name,
          s.first,
          s.last,
          s.count,
          s.thinned,
          s.chainHolds ? "holds" : "BROKEN",
          s.sealed ? "hold" : "BROKEN");
      if (s.thinned > 0) {
        out.println("    thinned " + s.thinnedNumbers());
      }
      if (s.links > 0) {
        out.printf(Locale.ROOT, "    and %,d links to a sealed head%n", s.links);
      }
      s.gaps.forEach(gap -> out.println("    gap " + gap));
      s.firstBad.ifPresent(bad -> out.println("    first bad record " + bad));
    }
    report.faults().forEach(fault -> out.println("  " + fault));
    out.printf(
        Locale.ROOT,
        "%,d records, %,d seals, %,d signatures checked, keys %s%n",
        report.records(),
        report.seals,
        report.signaturesChecked,
        report.keys);
    out.println(report.holds() ? "everything holds" : "NOT EVERYTHING HOLDS");
  }
}
