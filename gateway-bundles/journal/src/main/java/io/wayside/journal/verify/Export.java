// SPDX-License-Identifier: Apache-2.0
package io.wayside.journal.verify;

import io.wayside.journal.store.Extract;
import java.io.BufferedWriter;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Locale;

/** The command {@code wayside export}: takes records out of a journal with what proves them. */
public final class Export {

  private Export() {}

  public static void main(String[] arguments) {
    PrintStream out =
        new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);
    PrintStream err =
        new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
    int status = run(out, err, arguments);
    out.flush();
    System.exit(status);
  }

  /** Does it and returns the exit status. */
  public static int run(PrintStream out, PrintStream err, String... arguments) {
    if (Arrays.asList(arguments).contains("--help")) {
      out.print(ExportOptions.USAGE);
      return 0;
    }
    ExportOptions options;
    try {
      options = ExportOptions.parse(arguments);
    } catch (Options.Wrong wrong) {
      err.println("wayside export: " + wrong.getMessage());
      err.print(ExportOptions.USAGE);
      return 2;
    }
    try {
      ExportLines lines =
          options.to().isEmpty() ? toStream(options, out, err) : toFile(options, err);
      err.printf(
          Locale.ROOT,
          "%,d records, %,d links, %,d gaps, %,d seals%n",
          lines.records(),
          lines.links(),
          lines.gaps(),
          lines.seals());
      return lines.faults() == 0 ? 0 : 1;
    } catch (SQLException unreadable) {
      err.println("wayside export: the journal cannot be read: " + unreadable.getMessage());
      return 1;
    } catch (IOException failed) {
      err.println("wayside export: " + failed.getMessage());
      return 1;
    }
  }

  private static ExportLines toStream(ExportOptions options, PrintStream out, PrintStream err)
      throws SQLException, IOException {
    Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    ExportLines lines = export(options, writer, err);
    writer.flush();
    if (out.checkError()) {
      throw new IOException("standard output was closed before everything was written");
    }
    return lines;
  }

  /** Under another name until it is whole. */
  private static ExportLines toFile(ExportOptions options, PrintStream err)
      throws SQLException, IOException {
    Path file = options.to().orElseThrow();
    Path part = file.resolveSibling(file.getFileName() + ".part");
    ExportLines lines;
    try (Writer writer = Files.newBufferedWriter(part, StandardCharsets.UTF_8)) {
      lines = export(options, writer, err);
    } catch (SQLException | IOException failed) {
      Files.deleteIfExists(part);
      throw failed;
    }
    Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
    return lines;
  }

  private static ExportLines export(ExportOptions options, Writer writer, PrintStream err)
      throws SQLException, IOException {
    ExportLines lines = new ExportLines(writer, err, new Progress(err, System::nanoTime));
    try (JournalCopy copy = JournalCopy.open(options.database());
        Extract extract = new Extract(copy.connection(), options.selection(), lines)) {
      extract.run();
    }
    if (options.isOneRecord() && lines.records() == 0) {
      lines.fault(
          "there is no record " + options.wanted() + "; it may be thinned, gone, or to come");
    }
    return lines;
  }
}
