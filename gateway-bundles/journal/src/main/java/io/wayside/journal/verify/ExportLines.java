// SPDX-License-Identifier: Apache-2.0
package io.wayside.journal.verify;

import io.wayside.core.data.Json;
import io.wayside.core.data.Value;
import io.wayside.core.record.JournalRecord;
import io.wayside.journal.record.RecordEnvelope;
import io.wayside.journal.seal.ExportLine;
import io.wayside.journal.seal.SealLine;
import io.wayside.journal.seal.SealingKey;
import io.wayside.journal.seal.SignedSeal;
import io.wayside.journal.store.Extract;
import java.io.IOException;
import java.io.PrintStream;
import java.io.Writer;

/** Writes an export, one JSON object on a line, and counts what is in it. */
final class ExportLines implements Extract.Sink {

  private final Writer to;
  private final PrintStream err;
  private final Progress progress;
  private long records;
  private long links;
  private long gaps;
  private long seals;
  private long faults;

  ExportLines(Writer to, PrintStream err, Progress progress) {
    this.to = to;
    this.err = err;
    this.progress = progress;
  }

  @Override
  public void key(SealingKey key) throws IOException {
    write(SealLine.of(key));
  }

  @Override
  public void record(JournalRecord record) throws IOException {
    records++;
    progress.add(1);
    write(RecordEnvelope.toValue(record));
  }

  @Override
  public void line(ExportLine line) throws IOException {
    if (line instanceof ExportLine.Link) {
      links++;
    } else {
      gaps++;
    }
    write(ExportLine.write(line));
  }

  @Override
  public void seal(SignedSeal seal) throws IOException {
    seals++;
    write(SealLine.of(seal));
  }

  @Override
  public void fault(String what) {
    faults++;
    err.println("wayside export: " + what);
  }

  private void write(Value value) throws IOException {
    to.write(Json.write(value));
    to.write('\n');
  }

  long records() {
    return records;
  }

  long links() {
    return links;
  }

  long gaps() {
    return gaps;
  }

  long seals() {
    return seals;
  }

  long faults() {
    return faults;
  }
}
