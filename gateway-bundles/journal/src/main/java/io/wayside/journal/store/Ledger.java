// SPDX-License-Identifier: Apache-2.0
package io.wayside.journal.store;

import io.wayside.core.record.BlobRef;
import io.wayside.journal.record.Chain;
import io.wayside.journal.seal.SignedSeal;
import io.wayside.journal.seal.Signer;
import io.wayside.journal.seal.SigningFailed;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Adds batches of records to the database, each in one transaction with its numbers, its links in
 * the chains and its seal. Used by the writer's turn only; {@link #tip()} may be read by all.
 */
final class Ledger implements AutoCloseable {

  /** The streams, which contain at least everything up to this batch. */
  record Position(long batch, Map<String, StreamState> streams) {}

  private final Connection connection;
  private final Signer signer;
  private final Filing filing;
  private LedgerStatements parsed;
  private boolean failed;
  private volatile Tip tip;
  private @Nullable String keptKey;

  Ledger(Connection connection, Signer signer, Contents contents) throws SQLException {
    this.connection = connection;
    this.signer = signer;
    this.tip = Tip.of(contents);
    this.filing = Filing.of(connection);
    this.parsed = new LedgerStatements(connection, filing);
  }

  /** Where it stands. */
  Tip tip() {
    return tip;
  }

  /** The streams as committed, by name. */
  Map<String, StreamState> streams() {
    return tip.streams();
  }

  /** Number of the last commit that added records. */
  long batch() {
    return tip.batch();
  }

  /** Digest of the last seal. */
  String lastSeal() {
    return tip.lastSeal();
  }

  /** Where the journal is; any thread may ask. */
  Position position() {
    Tip now = tip;
    return new Position(now.batch(), now.streams());
  }

  /** The sequence the stream's last record would have if all these were added. */
  Map<String, Long> headsAfter(List<Pending> pendings) {
    Map<String, StreamState> streams = tip.streams();
    Map<String, Long> heads = new LinkedHashMap<>();
    for (Pending pending : pendings) {
      StreamState state = streams.get(pending.stream());
      long head = state == null ? 0 : state.head();
      heads.merge(pending.stream(), head + 1, (had, one) -> had + 1);
    }
    return heads;
  }

  /**
   * Stores the batch, keeps the cursors and changes what goes alongside, all or nothing; on stable
   * storage when this returns. After a failure nothing is known for certain: the caller reads the
   * database again.
   *
   * @param bound made upon {@link #tip()}; null for nothing but the rest
   * @param beforeSync told where the journal will be, when all is handed to the database and only
   *     the disk is waited for
   */
  void commit(
      @Nullable Bound bound, List<CursorRow> cursors, Alongside alongside, Consumer<Tip> beforeSync)
      throws SQLException, SigningFailed {
    if (failed) { // the driver finalizes a statement that found no room or could not read
      parsed.close();
      parsed = new LedgerStatements(connection, filing);
    }
    failed = true; // unless it gets to the end
    SealToMake.Made made = null;
    try (Transaction transaction = parsed.transactions().begin()) {
      if (bound != null) {
        made = store(bound);
      }
      for (CursorRow row : cursors) {
        keep(row);
      }
      alongside.change(connection);
      beforeSync.accept(made == null ? tip : made.after());
      transaction.commit();
    }
    failed = false;
    if (made != null) {
      tip = made.after();
      keptKey = made.seal().keyId();
    }
  }

  /** Takes what the database holds for what is committed. */
  void restart(Contents contents) {
    tip = Tip.of(contents);
  }

  /** These streams lost their first records. */
  void trimmed(Map<String, StreamState> changed) {
    tip = tip.trimmed(changed);
  }

  Connection connection() {
    return connection;
  }

  /** In which tables the records lie. */
  Filing filing() {
    return filing;
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }

  private SealToMake.Made store(Bound bound) throws SQLException, SigningFailed {
    for (StreamState after : bound.moved().values()) {
      StreamState before = bound.base().streams().get(after.name());
      if (before == null) {
        Groundwork.stream(
            connection, after.id(), after.name(), Rank.of(after.importance()), 0, Chain.origin());
      } else if (before.importance() != after.importance()) {
        parsed.raiseImportance().setInt(1, Rank.of(after.importance()));
        parsed.raiseImportance().setInt(2, after.id());
        parsed.raiseImportance().executeUpdate();
      }
    }
    long batch = bound.base().batch() + 1;
    parsed.records().store(bound.rows(), batch);
    for (Pending pending : bound.pendings()) {
      for (BlobRef ref : pending.refs()) {
        parsed.useBlob().setString(1, ref.sha256());
        parsed.useBlob().setLong(2, ref.bytes());
        parsed.useBlob().executeUpdate();
      }
    }
    SealToMake.Made made = bound.seal().make(); // another thread may have begun it long ago
    seal(made.seal(), batch, bound.written());
    return made;
  }

  private void seal(SignedSeal seal, long batch, Instant written)
      throws SQLException, SigningFailed {
    String keyId = seal.keyId();
    if (!keyId.equals(keptKey)) {
      parsed.keepKey().setString(1, keyId);
      parsed.keepKey().setString(2, signer.key().algorithm());
      parsed.keepKey().setBytes(3, signer.key().encoded());
      parsed.keepKey().executeUpdate();
    }
    parsed.insertSeal().setLong(1, batch);
    parsed.insertSeal().setLong(2, written.toEpochMilli());
    parsed.insertSeal().setString(3, keyId);
    parsed.insertSeal().setBytes(4, seal.content());
    parsed.insertSeal().setBytes(5, seal.signature());
    parsed.insertSeal().executeUpdate();
  }

  private void keep(CursorRow row) throws SQLException {
    StreamState state = tip.streams().get(row.stream());
    if (state == null) {
      return; // the stream went with a damaged database; there is nothing to keep of it
    }
    parsed.keepCursor().setInt(1, row.destination());
    parsed.keepCursor().setInt(2, state.id());
    parsed.keepCursor().setLong(3, row.through());
    parsed.keepCursor().setString(4, row.beyond());
    parsed.keepCursor().executeUpdate();
  }
}
