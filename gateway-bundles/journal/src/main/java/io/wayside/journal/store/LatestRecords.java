// SPDX-License-Identifier: Apache-2.0
package io.wayside.journal.store;

import io.wayside.core.data.GarbledData;
import io.wayside.core.record.JournalRecord;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The end of a stream, without what was thinned out, is damaged or was never there. */
final class LatestRecords {

  private static final Logger LOG = LoggerFactory.getLogger(LatestRecords.class);

  private LatestRecords() {}

  static List<JournalRecord> of(RecordReader reader, StreamState stream, int most)
      throws SQLException {
    long first = Math.max(stream.anchor(), stream.head() - Math.max(0, most)) + 1;
    RecordReader.Run run = reader.read(stream, first, stream.head());
    List<JournalRecord> records = new ArrayList<>(run.rows().size());
    byte[] previous = run.before().orElse(null);
    long expected = first;
    for (KeptRow row : run.rows()) {
      if (row.sequence() > expected) {
        previous = reader.read(stream, row.sequence(), row.sequence()).before().orElse(null);
      }
      if (!row.isThinned() && previous != null) {
        add(row, previous, records);
      }
      previous = row.hash();
      expected = row.sequence() + 1;
    }
    return records;
  }

  private static void add(KeptRow row, byte[] previous, List<JournalRecord> records) {
    try {
      records.add(row.record(previous));
    } catch (GarbledData damaged) {
      LOG.warn("a record is passed over: {}", damaged.getMessage()); // delivery reports it
    }
  }
}
