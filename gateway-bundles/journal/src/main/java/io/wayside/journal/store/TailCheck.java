// SPDX-License-Identifier: Apache-2.0
package io.wayside.journal.store;

import io.wayside.core.data.GarbledData;
import io.wayside.journal.record.Chain;
import io.wayside.journal.seal.Seal;
import io.wayside.journal.seal.SealingKey;
import io.wayside.journal.seal.SignedSeal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Checks the end of every stream before the journal is used: the last records against their hashes,
 * and the last record against the seal of its batch. The time it takes grows with the number of
 * streams, not of records.
 */
final class TailCheck {

  private static final int LAST_RECORDS = 64;

  private final Connection connection;
  private final Filing filing;
  private final RecordReader reader;
  private final Map<String, SealingKey> keys = new HashMap<>();

  TailCheck(Connection connection) throws SQLException {
    this.connection = connection;
    this.filing = Filing.of(connection);
    this.reader = new RecordReader(connection);
  }

  /** The first thing that is wrong, in words; empty when all holds. */
  Optional<String> firstFault(Contents contents) throws SQLException {
    try {
      readKeys();
      Map<Long, Seal> seals = new HashMap<>();
      for (StreamState stream : contents.streams().values()) {
        check(stream, contents, seals);
      }
      return Optional.empty();
    } catch (GarbledData fault) {
      return Optional.of(String.valueOf(fault.getMessage()));
    }
  }

  /**
   * What is wrong with the last record of a stream, for a journal of which nothing was left half
   * done: its storage may have lost what it kept.
   */
  Optional<String> faultOfLast(Contents contents) throws SQLException {
    try {
      for (StreamState stream : contents.streams().values()) {
        RecordReader.Run run = reader.read(stream, stream.head(), stream.head());
        for (KeptRow row : run.rows()) { // none within a gap
          var unused = before(row, run.before().orElse(null));
        }
      }
      return Optional.empty();
    } catch (GarbledData fault) {
      return Optional.of(String.valueOf(fault.getMessage()));
    }
  }

  /** The hash before a record, from which its own follows. */
  private static byte[] before(KeptRow row, byte @Nullable [] previous) throws GarbledData {
    if (previous == null || !row.follows(previous)) {
      throw new GarbledData(
          row.stream() + "/" + row.sequence() + " does not match its hash in the chain");
    }
    return previous;
  }

  private void check(StreamState stream, Contents contents, Map<Long, Seal> seals)
      throws SQLException, GarbledData {
    checkBegin(stream, contents);
    long first = Math.max(stream.anchor() + 1, lastRecord(stream) - LAST_RECORDS + 1);
    first = endOfGapAt(contents.gaps(), stream, first) + 1;
    RecordReader.Run run = reader.read(stream, first, stream.head());
    if (run.rows().isEmpty()) {
      return;
    }
    byte[] previous = run.before().orElse(null);
    KeptRow last = run.rows().get(run.rows().size() - 1);
    long expected = first;
    for (KeptRow row : run.rows()) {
      if (row.sequence() != expected) {
        Contents.Gap gap = gapBetween(contents.gaps(), stream, expected, row.sequence());
        if (gap == null) {
          throw new GarbledData(stream.name() + "/" + expected + " is missing");
        }
        previous = gap.hash();
      }
      byte[] before = before(row, previous);
      if (!row.isThinned()) {
        row.record(before);
      }
      previous = row.hash();
      expected = row.sequence() + 1;
    }
    checkSeal(stream, last, seals);
  }

  /** The last number of the gap that this number is in; else the number before it. */
  private static long endOfGapAt(List<Contents.Gap> gaps, StreamState stream, long number) {
    for (Contents.Gap gap : gaps) {
      if (gap.stream().equals(stream.name()) && gap.first() <= number && number <= gap.last()) {
        return gap.last();
      }
    }
    return number - 1;
  }

  /** The first record that is kept follows the anchor, and none lies before it. */
  private void checkBegin(StreamState stream, Contents contents) throws SQLException, GarbledData {
    if (lastRecord(stream) == 0) {
      return;
    }
    long first = firstRecord(stream);
    byte[] previous = stream.anchorHash();
    if (first != stream.anchor() + 1) {
      Contents.Gap gap = gapBetween(contents.gaps(), stream, stream.anchor() + 1, first);
      if (gap == null) {
        throw new GarbledData(
            stream.name() + " begins with " + first + " after " + stream.anchor());
      }
      previous = gap.hash();
    }
    List<KeptRow> rows = reader.read(stream, first, first).rows();
    if (rows.isEmpty() || !rows.get(0).follows(previous)) {
      throw new GarbledData(stream.name() + "/" + first + " does not follow what was before it");
    }
  }

  private long firstRecord(StreamState stream) throws SQLException {
    return sequence(stream, "min");
  }

  private long lastRecord(StreamState stream) throws SQLException {
    return sequence(stream, "max");
  }

  private long sequence(StreamState stream, String which) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT "
                + which
                + "(place) FROM "
                + filing.table(stream.id())
                + " WHERE place BETWEEN ? AND ?")) {
      select.setLong(1, Place.of(stream.id(), 0));
      select.setLong(2, Place.of(stream.id(), Place.LAST_SEQUENCE));
      try (ResultSet row = select.executeQuery()) {
        return row.next() ? Place.sequence(row.getLong(1)) : 0;
      }
    }
  }

  private void checkSeal(StreamState stream, KeptRow last, Map<Long, Seal> seals)
      throws SQLException, GarbledData {
    Seal seal = seals.get(last.batch());
    if (seal == null) {
      seal = readSeal(last.batch());
      seals.put(last.batch(), seal);
    }
    Seal.Head head = new Seal.Head(stream.name(), last.sequence(), Chain.hex(last.hash()));
    if (!seal.heads().contains(head)) {
      throw new GarbledData(
          "seal " + last.batch() + " does not vouch for " + stream.name() + "/" + last.sequence());
    }
  }

  private Seal readSeal(long batch) throws SQLException, GarbledData {
    try (PreparedStatement select =
        connection.prepareStatement("SELECT key, content, signature FROM seal WHERE batch = ?")) {
      select.setLong(1, batch);
      try (ResultSet row = select.executeQuery()) {
        if (!row.next()) {
          throw new GarbledData("seal " + batch + " is missing");
        }
        SignedSeal signed = new SignedSeal(row.getString(1), row.getBytes(2), row.getBytes(3));
        if (!isSigned(signed)) {
          throw new GarbledData("the signature of seal " + batch + " does not hold");
        }
        Seal seal = Seal.decode(signed.content());
        if (seal.batch() != batch) {
          throw new GarbledData("at seal " + batch + " lies the seal " + seal.batch());
        }
        return seal;
      }
    }
  }

  private boolean isSigned(SignedSeal signed) {
    SealingKey key = keys.get(signed.keyId());
    return key != null && key.accepts(signed.content(), signed.signature());
  }

  private void readKeys() throws SQLException, GarbledData {
    try (PreparedStatement select =
            connection.prepareStatement("SELECT id, public FROM sealing_key");
        ResultSet row = select.executeQuery()) {
      while (row.next()) {
        SealingKey key = SealingKey.of(row.getBytes(2));
        if (!key.id().equals(row.getString(1))) {
          throw new GarbledData("the sealing key " + row.getString(1) + " is not its own id");
        }
        keys.put(key.id(), key);
      }
    }
  }

  private static Contents.@Nullable Gap gapBetween(
      List<Contents.Gap> gaps, StreamState stream, long first, long next) {
    for (Contents.Gap gap : gaps) {
      if (gap.stream().equals(stream.name()) && gap.first() == first && gap.last() == next - 1) {
        return gap;
      }
    }
    return null;
  }
}
