// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.toll.audit;

import io.wayside.core.data.GarbledData;
import io.wayside.core.data.Json;
import io.wayside.core.record.BlobRef;
import io.wayside.core.record.JournalRecord;
import io.wayside.core.record.RecordId;
import io.wayside.journal.record.RecordEnvelope;
import io.wayside.journal.verify.Export;
import io.wayside.journal.verify.JournalListing;
import io.wayside.journal.verify.Verify;
import io.wayside.tolling.passage.Fields;
import io.wayside.tolling.passage.PassageNumber;
import io.wayside.tolling.passage.TollRecords;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A journal as the audit reads it: through its export and its check, never by its tables. */
final class JournalFolder {

  private static final Pattern RECORD =
      Pattern.compile("(?:([\\w.-]+)/)?([\\w.-]+)/([1-9][0-9]{0,11})");

  private final Path journal;
  private final Path work;
  private final PrintStream err;

  JournalFolder(Path journal, Path work, PrintStream err) {
    this.journal = journal;
    this.work = work;
    this.err = err;
  }

  /** By {@code [GATEWAY/]STREAM/NUMBER}, or by the number that drivers know. */
  Optional<JournalRecord> find(String passage) throws IOException {
    Optional<PassageNumber> number = PassageNumber.parse(passage);
    if (number.isPresent()) {
      return find(number.get());
    }
    Matcher id = RECORD.matcher(passage);
    if (!id.matches()) {
      throw new IOException(
          "\""
              + passage
              + "\" is neither STREAM/NUMBER, with or without GATEWAY/ before it, nor a passage number whose check digit holds; look for"
              + " a mistyped digit");
    }
    Optional<String> gateway = Optional.ofNullable(id.group(1));
    return record(id.group(2), Long.parseLong(id.group(3)))
        .filter(record -> gateway.isEmpty() || gateway.get().equals(record.id().gateway()));
  }

  /** Two lanes with one lane number in a site document would give one number twice. */
  private Optional<JournalRecord> find(PassageNumber wanted) throws IOException {
    Optional<JournalRecord> found = Optional.empty();
    for (JournalListing.Entry entry : JournalListing.read(journal)) {
      RecordId id = entry.id();
      if (id.stream().startsWith("toll.") && wanted.fits(id.sequence())) {
        Optional<JournalRecord> record = record(id.stream(), id.sequence());
        if (record.isPresent() && numberOf(record.get()).equals(Optional.of(wanted))) {
          if (found.isPresent()) {
            throw new IOException(
                wanted
                    + " is the number of "
                    + found.get().id()
                    + " and of "
                    + id
                    + ", since two lanes have one lane number; name the record that is meant");
          }
          found = record;
        }
      }
    }
    return found;
  }

  /** As drivers know it; its identity where it has no such number. */
  static String number(JournalRecord record) {
    return numberOf(record).map(PassageNumber::toString).orElse(record.id().toString());
  }

  private static Optional<PassageNumber> numberOf(JournalRecord record) {
    Fields body = new Fields(record.body());
    try {
      return Optional.of(
          PassageNumber.of(
              body.text("station").orElse(""),
              body.text("lane").orElse(""),
              LocalDate.parse(body.text("day").orElse("")),
              record.id().sequence()));
    } catch (IllegalArgumentException | DateTimeException other) {
      return Optional.empty();
    }
  }

  private Optional<JournalRecord> record(String stream, long number) throws IOException {
    Path file = export(stream + "-" + number, "--record", stream + "/" + number);
    return records(file).stream().filter(r -> r.id().sequence() == number).findFirst();
  }

  /** Grant, corrections, proofs and pictures of a record. */
  Evidence evidence(JournalRecord record, Optional<String> key) throws IOException {
    List<JournalRecord> related = related(record);
    Map<String, Path> proof = new LinkedHashMap<>();
    List<JournalRecord> all = new ArrayList<>(related);
    all.add(0, record);
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    boolean holds = true;
    for (JournalRecord one : all) {
      String name = one.id().stream() + "-" + one.id().sequence();
      Path file = work.resolve(name + ".jsonl");
      if (!Files.exists(file)) {
        record(one.id().stream(), one.id().sequence());
      }
      proof.put(name + ".jsonl", file);
      holds &= verify(file, key, said) == 0;
    }
    return new Evidence(
        related, proof, said.toString(StandardCharsets.UTF_8), holds, pictures(record));
  }

  private static int verify(Path file, Optional<String> key, ByteArrayOutputStream said)
      throws IOException {
    List<String> arguments = new ArrayList<>(List.of(file.toString(), "--every-signature"));
    key.ifPresent(given -> arguments.addAll(List.of("--key", given)));
    try (PrintStream to = new PrintStream(said, true, StandardCharsets.UTF_8)) {
      return Verify.run(to, to, arguments.toArray(String[]::new));
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IOException("stopped while the proof was checked", stopped);
    }
  }

  /** The grant before it, and corrections behind it. */
  private List<JournalRecord> related(JournalRecord record) throws IOException {
    String stream = record.id().stream();
    List<JournalRecord> related = new ArrayList<>();
    Optional<Long> grant = new Fields(record.body()).whole("grant");
    if (grant.isPresent() && grant.get() > 0) {
      record(stream, grant.get()).ifPresent(related::add);
    }
    Path later =
        export("later", "--stream", stream, "--first", Long.toString(record.id().sequence()));
    for (JournalRecord other : records(later)) {
      Fields of = new Fields(other.body()).member("of");
      if (other.kind().equals(TollRecords.CORRECTION)
          && of.text("stream").equals(Optional.of(stream))
          && of.whole("number").equals(Optional.of(record.id().sequence()))) {
        related.add(other);
      }
    }
    return related;
  }

  private Path export(String name, String... selection) throws IOException {
    Path file = work.resolve(name + ".jsonl");
    if (Files.exists(file)) {
      return file;
    }
    List<String> arguments = new ArrayList<>(List.of(journal.toString(), "--to", file.toString()));
    arguments.addAll(List.of(selection));
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    try (PrintStream to = new PrintStream(said, true, StandardCharsets.UTF_8);
        PrintStream none = new PrintStream(OutputStream.nullOutputStream())) {
      Export.run(none, to, arguments.toArray(String[]::new));
    }
    if (!Files.exists(file)) {
      err.print(said.toString(StandardCharsets.UTF_8));
      throw new IOException("the journal in " + journal + " could not be exported");
    }
    return file;
  }

  /** The records in an export; a line at a time, since a stream may be long. */
  private static List<JournalRecord> records(Path export) throws IOException {
    List<JournalRecord> records = new ArrayList<>();
    try (BufferedReader lines = Files.newBufferedReader(export)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.contains("\"toll-")) {
          records.add(RecordEnvelope.fromValue(Json.read(line).root()));
        }
      }
      return records;
    } catch (GarbledData garbled) {
      throw new IOException("the export cannot be read: " + garbled.getMessage(), garbled);
    }
  }

  /** Those that are still kept and whose content is what the record says. */
  private Map<String, Path> pictures(JournalRecord record) throws IOException {
    Map<String, Path> pictures = new LinkedHashMap<>();
    for (BlobRef blob : record.blobs()) {
      String hash = blob.sha256();
      Path file = journal.resolve("blobs").resolve(hash.substring(0, 2)).resolve(hash.substring(2));
      if (Files.exists(file) && sha256(file).equals(hash)) {
        pictures.put(hash, file);
      }
    }
    return pictures;
  }

  private static String sha256(Path file) throws IOException {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(Files.readAllBytes(file)));
    } catch (NoSuchAlgorithmException absent) {
      throw new IllegalStateException("SHA-256 is in every JDK but not in this one", absent);
    }
  }
}
