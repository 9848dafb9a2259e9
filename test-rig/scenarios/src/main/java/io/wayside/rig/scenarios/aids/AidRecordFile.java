// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.aids;

import io.wayside.core.data.GarbledData;
import io.wayside.core.data.Json;
import io.wayside.core.record.JournalRecord;
import io.wayside.journal.record.RecordEnvelope;
import io.wayside.journal.verify.Export;
import io.wayside.waterway.cli.AidHistory;
import io.wayside.waterway.record.AidRecords;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Records of aids, from an export or from a journal by its export. */
final class AidRecordFile {

  private static final Pattern NAMED =
      Pattern.compile("^wayside export: (the journal cannot be read: )?");

  private AidRecordFile() {}

  /** All aids of a journal, a gateway's folder of state, or an export, by their ids. */
  static Map<String, AidHistory> read(Path in) throws IOException {
    if (Files.isRegularFile(in) && !in.endsWith("journal.db")) {
      return export(in);
    }
    Path journal = Files.isDirectory(in.resolve("journal")) ? in.resolve("journal") : in;
    Path folder = Files.createTempDirectory("aids");
    Path file = folder.resolve("records.jsonl");
    try {
      take(journal, file);
      return export(file);
    } finally {
      Files.deleteIfExists(file);
      Files.delete(folder);
    }
  }

  private static void take(Path journal, Path file) throws IOException {
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    try (PrintStream to = new PrintStream(said, true, StandardCharsets.UTF_8);
        PrintStream none = new PrintStream(OutputStream.nullOutputStream())) {
      // It may say that something is missing; that is unknown in the report too.
      Export.run(none, to, journal.toString(), "--to", file.toString());
      if (!Files.exists(file)) {
        throw new IOException("the journal in " + journal + " cannot be read: " + why(said));
      }
    }
  }

  /** Its words without its name: who asked for a report did not ask for an export. */
  private static String why(ByteArrayOutputStream said) {
    String first = said.toString(StandardCharsets.UTF_8).lines().findFirst().orElse("");
    return NAMED.matcher(first).replaceFirst("");
  }

  /** A line at a time: years of reports may be in it. */
  private static Map<String, AidHistory> export(Path file) throws IOException {
    Map<String, AidHistory> aids = new TreeMap<>();
    try (BufferedReader lines = Files.newBufferedReader(file)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.contains("\"" + AidRecords.STREAMS) && line.contains("\"aid-")) {
          add(aids, RecordEnvelope.fromValue(Json.read(line).root()));
        }
      }
      return aids;
    } catch (GarbledData garbled) {
      throw new IOException(file + " is no export: " + garbled.getMessage(), garbled);
    }
  }

  private static void add(Map<String, AidHistory> aids, JournalRecord record) {
    String id = record.id().stream().substring(AidRecords.STREAMS.length());
    aids.computeIfAbsent(id, aid -> new AidHistory()).add(record);
  }
}
