// SPDX-License-Identifier: Apache-2.0
package io.wayside.journal.verify;

import io.wayside.core.data.GarbledData;
import io.wayside.journal.record.Chain;
import io.wayside.journal.seal.SealingKey;
import io.wayside.journal.seal.SignedSeal;
import io.wayside.journal.verify.RowCheck.Fault;
import io.wayside.journal.verify.RowCheck.Row;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Checks a database: one thread reads it from end to end, all processors hash. */
final class JournalCheck {

  private static final long APPLICATION_ID = 0x776a726e;
  private static final int SEQUENCE_BITS = 40;
  private static final long SEQUENCE_MASK = (1L << SEQUENCE_BITS) - 1;

  /** Where a stream begins, and the gaps it is known to have. */
  @SuppressWarnings("ArrayRecordComponent") // read once; never compared
  private record Begin(String name, long anchor, byte[] hash, Map<Long, Gap> gaps) {}

  @SuppressWarnings("ArrayRecordComponent") // read once; never compared
  private record Gap(long last, byte[] hash, String cause) {}

  private final Connection connection;
  private final Options options;
  private final Report report;
  private final Hashing hashing;
  private final Map<String, Long> knownHeads;
  private long form;

  /**
   * @param knownHeads the last number of each stream that the heads files beside it know of
   */
  JournalCheck(
      Connection connection,
      Path blobs,
      Map<String, Long> knownHeads,
      Options options,
      Report report,
      Progress progress) {
    this.connection = connection;
    this.knownHeads = knownHeads;
    this.options = options;
    this.report = report;
    this.hashing = new Hashing(new RowCheck(blobs), report, progress);
  }

  void run() throws SQLException, InterruptedException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("BEGIN"); // one state of a journal in use, from here to the end
      if (number(statement, "PRAGMA application_id") != APPLICATION_ID) {
        report.fault("the database is not that of a journal");
        return;
      }
      form = number(statement, "PRAGMA user_version");
      if (form < 1 || form > 3) {
        report.fault("the journal is in a form this release does not read");
        return;
      }
    }
    seals();
    try {
      Map<Integer, Begin> begins = begins();
      for (Map.Entry<Integer, Begin> entry : begins.entrySet()) {
        try {
          stream(entry.getKey(), entry.getValue());
        } catch (SQLException unreadable) {
          Report.Stream stream = report.stream(entry.getValue().name);
          stream.chainHolds = false;
          stream.bad(stream.last + 1, "the database cannot be read: " + unreadable.getMessage());
        }
      }
      strays(begins.keySet());
      behind(begins.values());
    } finally {
      hashing.finish();
    }
  }

  private void stream(int id, Begin begin) throws SQLException, InterruptedException {
    Report.Stream stream = report.stream(begin.name);
    byte[] previous = begin.hash;
    long expected = begin.anchor + 1;
    begin.gaps.forEach(
        (first, gap) -> stream.gaps.add(first + "-" + gap.last + " (" + gap.cause + ")"));
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT place, batch, importance, hash, kept.content, digest, seal.content FROM "
                + table(form, id)
                + " AS kept LEFT JOIN seal USING (batch) WHERE place BETWEEN ? AND ? ORDER BY place")) {
      select.setLong(1, (long) id << SEQUENCE_BITS);
      select.setLong(2, ((long) id << SEQUENCE_BITS) | SEQUENCE_MASK);
      try (ResultSet row = select.executeQuery()) {
        Row held = null;
        while (row.next()) {
          long sequence = row.getLong(1) & SEQUENCE_MASK;
          if (sequence != expected) {
            Gap gap = begin.gaps.get(expected);
            if (gap != null && gap.last == sequence - 1) {
              previous = gap.hash;
            } else {
              stream.gaps.add(expected + "-" + (sequence - 1) + " (unexplained)");
              stream.chainHolds = false;
              stream.bad(expected, "the record is missing");
            }
          }
          Row next =
              new Row(
                  begin.name,
                  sequence,
                  row.getLong(2),
                  row.getInt(3),
                  previous,
                  row.getBytes(4),
                  row.getBytes(5),
                  row.getBytes(6),
                  true,
                  row.getBytes(7));
          if (held != null) {
            hashing.add(held.batch() == next.batch() ? withinBatch(held) : held);
          }
          held = next;
          stream.first = stream.count == 0 ? sequence : stream.first;
          stream.last = sequence;
          stream.count++;
          if (next.content() == null) {
            stream.thinned(sequence);
          }
          previous = next.hash() == null ? Chain.origin() : next.hash();
          expected = sequence + 1;
        }
        if (held != null) {
          hashing.add(held);
        }
      }
    }
  }

  private static Row withinBatch(Row row) {
    return new Row(
        row.stream(),
        row.sequence(),
        row.batch(),
        row.rank(),
        row.previous(),
        row.hash(),
        row.content(),
        row.digest(),
        false,
        null);
  }

  private void seals() throws SQLException {
    Map<String, SealingKey> keys = keys();
    SealRun run = new SealRun(keys, options.everySignature(), report);
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT batch, key, content, signature FROM seal ORDER BY batch")) {
      while (row.next()) {
        String key = row.getString(2);
        byte[] content = row.getBytes(3);
        byte[] signature = row.getBytes(4);
        if (key == null || content == null || signature == null) {
          report.fault("seal " + row.getLong(1) + " is empty");
        } else {
          run.next(row.getLong(1), new SignedSeal(key, content, signature));
        }
      }
    }
    run.end();
    if (report.seals == 0 && !begins().isEmpty()) {
      report.fault("there is no seal");
    }
  }

  private Map<String, SealingKey> keys() throws SQLException {
    if (options.key().isPresent()) {
      SealingKey key = options.key().get();
      report.keys = key.id();
      return Map.of(key.id(), key);
    }
    Map<String, SealingKey> keys = new TreeMap<>();
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT id, public FROM sealing_key")) {
      while (row.next()) {
        byte[] encoded = row.getBytes(2);
        try {
          SealingKey key = SealingKey.of(encoded == null ? new byte[0] : encoded);
          keys.put(key.id(), key);
        } catch (GarbledData garbled) {
          report.fault("sealing key " + row.getString(1) + ": " + garbled.getMessage());
        }
      }
    }
    report.keys = String.join(" ", keys.keySet()) + " (named in the journal itself)";
    return keys;
  }

  private Map<Integer, Begin> begins() throws SQLException {
    Map<Integer, Begin> begins = new LinkedHashMap<>();
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT id, name, anchor, anchor_hash FROM stream ORDER BY id")) {
      while (row.next()) {
        byte[] hash = row.getBytes(4);
        begins.put(
            row.getInt(1),
            new Begin(
                Optional.ofNullable(row.getString(2)).orElse("?"),
                row.getLong(3),
                hash == null ? Chain.origin() : hash,
                new TreeMap<>()));
      }
    }
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery("SELECT stream, first, last, hash, cause FROM gap")) {
      while (row.next()) {
        Begin begin = begins.get(row.getInt(1));
        byte[] hash = row.getBytes(4);
        if (begin == null || hash == null) {
          report.fault("a gap belongs to no stream");
        } else {
          begin.gaps.put(row.getLong(2), new Gap(row.getLong(3), hash, row.getString(5)));
        }
      }
    }
    return begins;
  }

  /** What the heads files know of must be there, or have been there. */
  private void behind(Collection<Begin> begins) {
    Map<String, Long> reached = new TreeMap<>();
    for (Begin begin : begins) {
      long last = Math.max(begin.anchor, report.stream(begin.name).last);
      for (Gap gap : begin.gaps.values()) {
        last = Math.max(last, gap.last);
      }
      reached.put(begin.name, last);
    }
    knownHeads.forEach(
        (name, head) -> {
          if (head > reached.getOrDefault(name, 0L)) {
            report.fault(
                "the heads file knows of " + name + "/" + head + ", which is not in the database");
          }
        });
  }

  /** The table of a stream's records: up to form 2 all lie in one. */
  static String table(long form, int stream) {
    return form < 3 ? "record" : "record_" + stream;
  }

  /** Rows under no stream would otherwise go unseen. */
  private void strays(Collection<Integer> streams) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      long strays =
          form < 3
              ? number(
                  statement,
                  "SELECT count(*) FROM (SELECT 1 FROM record WHERE (place >> 40) NOT IN"
                      + " (SELECT id FROM stream) LIMIT 1)")
              : number(
                  statement,
                  "SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name GLOB 'record*'"
                      + " AND name NOT IN (SELECT 'record_' || id FROM stream)");
      for (int stream : streams) {
        strays += form < 3 ? 0 : strays(statement, stream);
      }
      if (strays > 0) {
        report.fault("there are records under no stream");
      }
    }
  }

  /** Whether the table of one stream begins or ends with a row of another. */
  private long strays(Statement statement, int stream) {
    String table = table(3, stream);
    long first = (long) stream << SEQUENCE_BITS;
    try {
      return number(
          statement,
          "SELECT EXISTS (SELECT 1 FROM "
              + table
              + " WHERE place < "
              + first
              + ") OR EXISTS (SELECT 1 FROM "
              + table
              + " WHERE place > "
              + (first | SEQUENCE_MASK)
              + ")");
    } catch (SQLException unreadable) {
      report.fault(table + " cannot be read: " + unreadable.getMessage());
      return 0;
    }
  }

  private static long number(Statement statement, String sql) throws SQLException {
    try (ResultSet row = statement.executeQuery(sql)) {
      return row.next() ? row.getLong(1) : 0;
    }
  }

  /** Faults of rows, as they are known. */
  static void note(Report report, String stream, Fault fault) {
    Report.Stream of = report.stream(stream);
    if (fault.inSeal()) {
      of.sealed = false;
    } else {
      of.chainHolds = false;
    }
    of.bad(fault.sequence(), fault.reason());
  }
}
