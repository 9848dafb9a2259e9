// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.journal;

import io.wayside.rig.scenarios.disk.DiskModel;
import io.wayside.rig.scenarios.disk.TraceEntry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * All that a {@link BusySite} did to its files and said, in one order.
 *
 * @param folder the folder that was traced; the journal is below it
 * @param start its files before
 * @param saidBefore what was said before
 */
@SuppressWarnings("ArrayRecordComponent") // handed over, never compared
record Recording(
    Path folder, Map<String, DiskModel.Start> start, byte[] saidBefore, List<TraceEntry> entries) {

  static final String JOURNAL = "journal";
  static final String SAID = "said";

  /**
   * Runs a site over what is in this folder and writes down what happens.
   *
   * @param shim the compiled {@code trace-disk}
   */
  static Recording of(Path folder, Path shim, Child.Work work)
      throws IOException, InterruptedException {
    Path traced = folder.toRealPath();
    Path said = traced.resolve(SAID);
    Path trace = traced.resolveSibling(traced.getFileName() + ".trace");
    Path log = traced.resolveSibling(traced.getFileName() + ".log");
    byte[] before = Files.exists(said) ? Files.readAllBytes(said) : new byte[0];
    Map<String, DiskModel.Start> start = DiskModel.start(traced);
    Process process =
        Child.start(
            traced.resolve(JOURNAL),
            said,
            work,
            log,
            Map.of(
                "LD_PRELOAD",
                shim.toString(),
                "WAYSIDE_TRACE",
                trace.toString(),
                "WAYSIDE_TRACE_FOLDER",
                traced.toString()));
    if (process.waitFor() != 0) {
      throw new IOException("the site under trace failed:\n" + Files.readString(log));
    }
    List<TraceEntry> entries = TraceEntry.read(trace);
    Files.delete(trace);
    return new Recording(traced, start, before, entries);
  }
}
