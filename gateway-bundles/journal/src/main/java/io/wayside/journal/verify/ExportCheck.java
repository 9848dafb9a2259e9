// SPDX-License-Identifier: Apache-2.0
package io.wayside.journal.verify;

import io.wayside.core.data.GarbledData;
import io.wayside.core.data.Json;
import io.wayside.core.data.Value;
import io.wayside.core.record.JournalRecord;
import io.wayside.journal.record.RecordEnvelope;
import io.wayside.journal.seal.Seal;
import io.wayside.journal.seal.SealLine;
import io.wayside.journal.seal.SealingKey;
import io.wayside.journal.seal.SignedSeal;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/**
 * Checks an export: one JSON object per line, each a record envelope, a seal or a key. Records of a
 * stream are in order. A stream's last record must be a head of a seal in the file.
 */
final class ExportCheck {

  private static final int LONGEST_LINE = 64 * 1024 * 1024;

  private final Options options;
  private final Report report;
  private final Progress progress;
  private final Map<String, JournalRecord> last = new HashMap<>();
  private final Map<String, Seal.Head> vouched = new HashMap<>();
  private final Map<String, SealingKey> keys = new HashMap<>();

  ExportCheck(Options options, Report report, Progress progress) {
    this.options = options;
    this.report = report;
    this.progress = progress;
    options.key().ifPresent(key -> keys.put(key.id(), key));
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
        Value value = Json.read(line).root();
        if (SealLine.isSeal(value)) {
          seal(SealLine.seal(value));
        } else if (SealLine.isKey(value)) {
          SealingKey key = SealLine.key(value);
          if (options.key().isEmpty()) {
            keys.put(key.id(), key);
          }
        } else {
          record(RecordEnvelope.fromValue(value));
        }
      } catch (GarbledData garbled) {
        report.fault("line " + number + ": " + garbled.getMessage());
      }
    }
    for (Report.Stream stream : report.streams()) {
      JournalRecord end = last.get(stream.name);
      Seal.Head head = vouched.get(stream.name);
      if (end == null
          || head == null
          || head.sequence() != end.id().sequence()
          || !head.hash().equals(end.hash())) {
        stream.sealed = false;
        stream.bad(stream.last, "no seal in the export vouches for it");
      }
    }
  }

  private void record(JournalRecord record) {
    Report.Stream stream = report.stream(record.id().gateway() + "/" + record.id().stream());
    long sequence = record.id().sequence();
    JournalRecord before = last.put(stream.name, record);
    if (before == null) {
      stream.first = sequence;
    } else if (sequence != before.id().sequence() + 1) {
      stream.gaps.add((before.id().sequence() + 1) + "-" + (sequence - 1));
    } else if (!record.previousHash().equals(before.hash())) {
      stream.chainHolds = false;
      stream.bad(sequence, "it does not follow the record before it");
    }
    if (!RecordEnvelope.hashHolds(record)) {
      stream.chainHolds = false;
      stream.bad(sequence, "content and previous hash do not give its hash");
    }
    stream.last = sequence;
    stream.count++;
    progress.add(1);
  }

  private void seal(SignedSeal signed) throws GarbledData {
    report.seals++;
    report.signaturesChecked++;
    Seal seal = Seal.decode(signed.content());
    SealingKey key = keys.get(signed.keyId());
    if (key == null || !key.accepts(signed.content(), signed.signature())) {
      throw new GarbledData("the signature of seal " + seal.batch() + " does not hold");
    }
    for (Seal.Head head : seal.heads()) {
      vouched.put(seal.gateway() + "/" + head.stream(), head);
    }
  }
}
