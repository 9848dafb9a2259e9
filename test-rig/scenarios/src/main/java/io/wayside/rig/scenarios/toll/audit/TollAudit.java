// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.toll.audit;

import io.wayside.core.record.JournalRecord;
import io.wayside.tolling.audit.Complaint;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The command {@code wayside toll-audit}. Changes nothing in the journal. */
public final class TollAudit {

  private static final int WRONG_USAGE = 2;

  private TollAudit() {}

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
      out.print(AuditOptions.USAGE);
      return 0;
    }
    Optional<AuditOptions> options = AuditOptions.parse(err, arguments);
    if (options.isEmpty()) {
      err.print(AuditOptions.USAGE);
      return WRONG_USAGE;
    }
    try {
      return pack(options.get(), out, err);
    } catch (IOException failed) {
      err.println("wayside toll-audit: " + failed.getMessage());
      return 1;
    }
  }

  private static int pack(AuditOptions options, PrintStream out, PrintStream err)
      throws IOException {
    Path work = Files.createTempDirectory("toll-audit");
    try {
      JournalFolder journal = new JournalFolder(options.journal(), work, err);
      Optional<JournalRecord> found = journal.find(options.passage());
      if (found.isEmpty()) {
        err.println(
            "wayside toll-audit: there is no record "
                + options.passage()
                + " in "
                + options.journal()
                + "; mind that a number may be of another gateway, thinned or gone");
        return 1;
      }
      Evidence evidence = journal.evidence(found.get(), options.key());
      List<String> pictures = new ArrayList<>(evidence.pictures().keySet());
      Complaint complaint =
          new Complaint(
              found.get(),
              JournalFolder.number(found.get()),
              evidence.related(),
              pictures,
              evidence.proofHolds());
      Pack.write(options.out(), complaint, evidence);
      out.println(
          options.out()
              + ": "
              + complaint.number()
              + ", "
              + evidence.related().size()
              + " related records, "
              + pictures.size()
              + " of "
              + found.get().blobs().size()
              + " pictures, proof "
              + (evidence.proofHolds() ? "holds" : "DOES NOT HOLD"));
      return evidence.proofHolds() ? 0 : 1;
    } finally {
      Pack.remove(work);
    }
  }
}
