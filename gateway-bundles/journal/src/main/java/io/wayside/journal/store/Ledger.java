// SPDX-License-Identifier: Apache-2.0
package io.wayside.journal.store;

import io.wayside.core.record.BlobRef;
import io.wayside.core.record.Importance;
import io.wayside.core.record.RecordId;
import io.wayside.journal.record.Chain;
import io.wayside.journal.record.RecordCodec;
import io.wayside.journal.seal.Seal;
import io.wayside.journal.seal.SignedSeal;
import io.wayside.journal.seal.Signer;
import io.wayside.journal.seal.SigningFailed;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Adds batches of records to the database, each in one transaction with its numbers, its links in
 * the chains and its seal. Used by the writer's thread only; {@link #streams()} may be read by all.
 */
final class Ledger implements AutoCloseable {

  /** What a commit did: the ids in the order of the batch, and the streams it moved. */
  record Committed(List<RecordId> ids, Map<String, StreamState> moved) {}

  /** The streams, which contain at least everything up to this batch. */
  record Position(long batch, Map<String, StreamState> streams) {}

  private final Connection connection;
  private final String gateway;
  private final Signer signer;
  private final Transactions transactions;
  private final PreparedStatement insertRecord;
  private final PreparedStatement insertStream;
  private final PreparedStatement insertSeal;
  private final PreparedStatement raiseImportance;
  private final PreparedStatement useBlob;
  private final PreparedStatement keepCursor;
  private final PreparedStatement keepKey;
  private volatile Map<String, StreamState> streams;
  private int nextStreamId;
  private volatile long batch;
  private String lastSeal;
  private @Nullable String keptKey;

  Ledger(Connection connection, String gateway, Signer signer, Contents contents)
      throws SQLException {
    this.connection = connection;
    this.gateway = gateway;
    this.signer = signer;
    this.streams = contents.streams();
    this.nextStreamId =
        contents.streams().values().stream().mapToInt(StreamState::id).max().orElse(0) + 1;
    this.batch = contents.batch();
    this.lastSeal = contents.lastSeal();
    this.transactions = new Transactions(connection);
    this.insertRecord =
        connection.prepareStatement(
            "INSERT INTO record (place, batch, importance, hash, content) VALUES (?, ?, ?, ?, ?)");
    this.insertStream =
        connection.prepareStatement(
            "INSERT INTO stream (id, name, importance, anchor, anchor_hash)"
                + " VALUES (?, ?, ?, ?, ?)");
    this.insertSeal =
        connection.prepareStatement(
            "INSERT INTO seal (batch, written, key, content, signature) VALUES (?, ?, ?, ?, ?)");
    this.raiseImportance =
        connection.prepareStatement("UPDATE stream SET importance = ? WHERE id = ?");
    this.useBlob = connection.prepareStatement(BlobUses.USE);
    this.keepCursor =
        connection.prepareStatement(
            "INSERT INTO cursor (destination, stream, through, beyond) VALUES (?, ?, ?, ?)"
                + " ON CONFLICT (destination, stream) DO UPDATE"
                + " SET through = excluded.through, beyond = excluded.beyond");
    this.keepKey =
        connection.prepareStatement(
            "INSERT INTO sealing_key (id, algorithm, public) VALUES (?, ?, ?)"
                + " ON CONFLICT DO NOTHING");
  }

  /** The streams as committed, by name. */
  Map<String, StreamState> streams() {
    return streams;
  }

  /** Number of the last commit that added records. */
  long batch() {
    return batch;
  }

  /** Digest of the last seal. */
  String lastSeal() {
    return lastSeal;
  }

  /** Where the journal is; any thread may ask. */
  Position position() {
    long contained = batch;
    return new Position(contained, streams);
  }

  /** The sequence the stream's last record would have if all these were added. */
  Map<String, Long> headsAfter(List<Pending> pendings) {
    Map<String, Long> heads = new LinkedHashMap<>();
    for (Pending pending : pendings) {
      StreamState state = streams.get(pending.stream());
      long head = state == null ? 0 : state.head();
      heads.merge(pending.stream(), head + 1, (had, one) -> had + 1);
    }
    return heads;
  }

  /**
   * Adds the records, keeps the cursors and changes what goes alongside, all or nothing; on stable
   * storage when this returns. After a failure nothing is known for certain: the caller reads the
   * database again.
   */
  Committed commit(
      List<Pending> pendings, List<CursorRow> cursors, Alongside alongside, Instant now)
      throws SQLException, SigningFailed {
    Map<String, StreamState> moved = new LinkedHashMap<>();
    List<RecordId> ids = new ArrayList<>(pendings.size());
    String seal = lastSeal;
    String key = keptKey;
    long number = batch + 1;
    try (Transaction transaction = transactions.begin()) {
      for (Pending pending : pendings) {
        ids.add(insert(pending, moved));
      }
      if (!pendings.isEmpty()) {
        seal = seal(moved, now);
        key = signer.key().id();
      }
      for (CursorRow row : cursors) {
        keep(row);
      }
      alongside.change(connection);
      transaction.commit();
    }
    if (!pendings.isEmpty()) {
      Map<String, StreamState> after = new LinkedHashMap<>(streams);
      after.putAll(moved);
      streams = after;
      nextStreamId += (int) moved.values().stream().filter(s -> s.id() >= nextStreamId).count();
      batch = number;
      lastSeal = seal;
      keptKey = key;
    }
    return new Committed(ids, moved);
  }

  /** Takes what the database holds for what is committed. */
  void restart(Contents contents) {
    streams = contents.streams();
    nextStreamId =
        contents.streams().values().stream().mapToInt(StreamState::id).max().orElse(0) + 1;
    batch = contents.batch();
    lastSeal = contents.lastSeal();
  }

  /** These streams lost their first records. */
  void trimmed(Map<String, StreamState> changed) {
    Map<String, StreamState> after = new LinkedHashMap<>(streams);
    after.putAll(changed);
    streams = after;
  }

  Connection connection() {
    return connection;
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }

  private RecordId insert(Pending pending, Map<String, StreamState> moved) throws SQLException {
    StreamState state = moved.get(pending.stream());
    if (state == null) {
      state = streams.get(pending.stream());
    }
    if (state == null) {
      state = begin(pending, moved);
    }
    RecordId id = new RecordId(gateway, pending.stream(), state.head() + 1);
    byte[] canonical = RecordCodec.encode(id, pending.matter());
    byte[] hash = Chain.hash(state.headHash(), canonical);
    insertRecord.setLong(1, Place.of(state.id(), id.sequence()));
    insertRecord.setLong(2, batch + 1);
    insertRecord.setInt(3, Rank.of(pending.importance()));
    insertRecord.setBytes(4, hash);
    insertRecord.setBytes(5, canonical);
    insertRecord.executeUpdate();
    for (BlobRef ref : pending.refs()) {
      useBlob.setString(1, ref.sha256());
      useBlob.setLong(2, ref.bytes());
      useBlob.executeUpdate();
    }
    StreamState after = state.advanced(id.sequence(), hash, pending.importance());
    if (after.importance() != state.importance()) {
      raiseImportance.setInt(1, Rank.of(after.importance()));
      raiseImportance.setInt(2, after.id());
      raiseImportance.executeUpdate();
    }
    moved.put(pending.stream(), after);
    return id;
  }

  private StreamState begin(Pending pending, Map<String, StreamState> moved) throws SQLException {
    int id =
        nextStreamId + (int) moved.values().stream().filter(s -> s.id() >= nextStreamId).count();
    Importance importance = pending.importance();
    StreamState state =
        new StreamState(id, pending.stream(), importance, 0, Chain.origin(), 0, Chain.origin());
    insertStream.setInt(1, id);
    insertStream.setString(2, pending.stream());
    insertStream.setInt(3, Rank.of(importance));
    insertStream.setLong(4, 0);
    insertStream.setBytes(5, Chain.origin());
    insertStream.executeUpdate();
    return state;
  }

  private String seal(Map<String, StreamState> moved, Instant now)
      throws SQLException, SigningFailed {
    List<Seal.Head> heads = new ArrayList<>(moved.size());
    for (StreamState state : moved.values()) {
      heads.add(new Seal.Head(state.name(), state.head(), Chain.hex(state.headHash())));
    }
    SignedSeal signed = SignedSeal.sign(new Seal(gateway, batch + 1, lastSeal, now, heads), signer);
    if (!signed.keyId().equals(keptKey)) {
      keepKey.setString(1, signed.keyId());
      keepKey.setString(2, signer.key().algorithm());
      keepKey.setBytes(3, signer.key().encoded());
      keepKey.executeUpdate();
    }
    insertSeal.setLong(1, batch + 1);
    insertSeal.setLong(2, now.toEpochMilli());
    insertSeal.setString(3, signed.keyId());
    insertSeal.setBytes(4, signed.content());
    insertSeal.setBytes(5, signed.signature());
    insertSeal.executeUpdate();
    return signed.digest();
  }

  private void keep(CursorRow row) throws SQLException {
    StreamState state = streams.get(row.stream());
    if (state == null) {
      return; // the stream went with a damaged database; there is nothing to keep of it
    }
    keepCursor.setInt(1, row.destination());
    keepCursor.setInt(2, state.id());
    keepCursor.setLong(3, row.through());
    keepCursor.setString(4, row.beyond());
    keepCursor.executeUpdate();
  }
}
