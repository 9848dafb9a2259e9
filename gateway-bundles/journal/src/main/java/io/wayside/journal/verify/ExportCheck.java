// SPDX-License-Identifier: Apache-2.0
package io.wayside.journal.verify;

import io.wayside.core.data.GarbledData;
import io.wayside.core.data.Json;
import io.wayside.core.data.Value;
import io.wayside.core.record.JournalRecord;
import io.wayside.journal.record.RecordEnvelope;
import io.wayside.journal.seal.ExportLine;
import io.wayside.journal.seal.Seal;
import io.wayside.journal.seal.SealLine;
import io.wayside.journal.seal.SealingKey;
import io.wayside.journal.seal.SignedSeal;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Checks an export: one JSON object per line, each a record envelope, a link, a gap, a seal or a
 * key. What belongs to a stream is in order. A seal in the file must name the last record or link
 * of each stream, and of each part of it that a gap ends whose end is not named by a seal itself.
 */
final class ExportCheck {

  private static final int LONGEST_LINE = 64 * 1024 * 1024;

  /** The last record or link of a stream so far, or the end of a gap. */
  private record End(long sequence, String hash, boolean isGap) {}

  private final Options options;
  private final Report report;
  private final Progress progress;
  private final Map<String, End> ends = new HashMap<>();
  private final Map<String, Set<Seal.Head>> wanted = new HashMap<>();
  private final Map<String, Set<Seal.Head>> vouched = new HashMap<>();
  private final Map<String, SealingKey> keys = new HashMap<>();
  private final SealRun seals;

  ExportCheck(Options options, Report report, Progress progress) {
    this.options = options;
    this.report = report;
    this.progress = progress;
    options.key().ifPresent(key -> keys.put(key.id(), key));
    this.seals = SealRun.ofSome(keys, options.everySignature(), report);
    report.keys = options.key().map(SealingKey::id).orElse("(named in the export itself)");
  }

  void run(BufferedReader lines) throws IOException {
    long number = 0;
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      number++;
      if (line.isBlank()) {
        continue;
      }
      try {
        if (line.length() > LONGEST_LINE) {
          throw new GarbledData("the line is too long");
        }
        take(Json.read(line).root());
      } catch (GarbledData garbled) {
        report.fault("line " + number + ": " + garbled.getMessage());
      }
    }
    seals.end();
    ends.forEach(this::wants);
    wanted.forEach(
        (name, heads) -> {
          for (Seal.Head head : heads) {
            if (!vouched.getOrDefault(name, Set.of()).contains(head)) {
              Report.Stream stream = report.stream(name);
              stream.sealed = false;
              stream.bad(head.sequence(), "no seal in the export vouches for it");
            }
          }
        });
  }

  private void take(Value value) throws GarbledData {
    if (SealLine.isSeal(value)) {
      seal(SealLine.seal(value));
    } else if (SealLine.isKey(value)) {
      SealingKey key = SealLine.key(value);
      if (options.key().isEmpty()) {
        keys.put(key.id(), key);
      }
    } else if (ExportLine.isOne(value)) {
      line(ExportLine.read(value));
    } else {
      record(RecordEnvelope.fromValue(value));
    }
  }

  private void record(JournalRecord record) {
    Report.Stream stream = report.stream(record.id().gateway() + "/" + record.id().stream());
    long sequence = record.id().sequence();
    follow(stream, sequence, record.previousHash());
    if (!RecordEnvelope.hashHolds(record)) {
      stream.chainHolds = false;
      stream.bad(sequence, "content and previous hash do not give its hash");
    }
    stream.first = stream.count == 0 ? sequence : stream.first;
    stream.last = sequence;
    stream.count++;
    ends.put(stream.name, new End(sequence, record.hash(), false));
    progress.add(1);
  }

  private void line(ExportLine line) throws GarbledData {
    Report.Stream stream = report.stream(line.gateway() + "/" + line.stream());
    if (line instanceof ExportLine.Link link) {
      follow(stream, link.sequence(), link.previousHash());
      if (!link.hashHolds()) {
        stream.chainHolds = false;
        stream.bad(link.sequence(), "digest and previous hash do not give its hash");
      }
      if (link.thinned()) {
        stream.thinned(link.sequence());
      } else {
        stream.links++;
      }
      ends.put(stream.name, new End(link.sequence(), link.hash(), false));
    } else if (line instanceof ExportLine.Gap gap) {
      End end = ends.get(stream.name);
      if (end != null && gap.first() != end.sequence + 1) {
        throw new GarbledData("a gap of " + stream.name + " does not begin where records end");
      }
      wants(stream.name, end == null ? new End(0, "", true) : end);
      stream.gaps.add(gap.first() + "-" + gap.last() + " (" + gap.cause() + ")");
      ends.put(stream.name, new End(gap.last(), gap.hash(), true));
    }
  }

  /** A record or link after what was before it. */
  private void follow(Report.Stream stream, long sequence, String previousHash) {
    End end = ends.get(stream.name);
    if (end == null) {
      return;
    }
    if (sequence != end.sequence + 1) {
      stream.gaps.add((end.sequence + 1) + "-" + (sequence - 1) + " (unexplained)");
      stream.chainHolds = false;
      wants(stream.name, end);
    } else if (!previousHash.equals(end.hash)) {
      stream.chainHolds = false;
      stream.bad(sequence, "it does not follow what is before it");
    }
  }

  /** What ends here has nothing behind it that vouches for it but a seal of its own. */
  private void wants(String stream, End end) {
    if (!end.isGap) {
      String name = stream.substring(stream.indexOf('/') + 1);
      wanted
          .computeIfAbsent(stream, s -> new HashSet<>())
          .add(new Seal.Head(name, end.sequence, end.hash));
    }
  }

  private void seal(SignedSeal signed) throws GarbledData {
    long batch = Seal.decode(signed.content()).batch();
    Optional<Seal> read = seals.next(batch, signed);
    if (read.isPresent()) {
      Seal seal = read.get();
      for (Seal.Head head : seal.heads()) {
        vouch(seal.gateway() + "/" + head.stream(), head);
      }
    }
  }

  /** Only a head of what is in the file, or may still come, is of interest. */
  private void vouch(String stream, Seal.Head head) {
    End end = ends.get(stream);
    boolean wantedNow = wanted.getOrDefault(stream, Set.of()).contains(head);
    if (wantedNow || end == null || head.sequence() >= end.sequence) {
      vouched.computeIfAbsent(stream, s -> new HashSet<>()).add(head);
    }
  }
}
