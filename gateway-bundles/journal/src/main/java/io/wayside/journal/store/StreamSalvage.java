// SPDX-License-Identifier: Apache-2.0
package io.wayside.journal.store;

import io.wayside.core.data.GarbledData;
import io.wayside.core.record.RecordId;
import io.wayside.journal.record.Chain;
import io.wayside.journal.record.RecordCodec;
import io.wayside.journal.record.RecordContent;
import io.wayside.journal.seal.Seal;
import io.wayside.journal.store.OldDatabase.OldRow;
import io.wayside.journal.store.OldDatabase.OldStream;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.OptionalLong;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Brings the records of one stream back. A run of records is good when each follows from the one
 * before and a trusted seal names the last: then nothing in it can have changed since it was
 * signed. What lies between good runs becomes a gap.
 */
final class StreamSalvage {

  private static final int ROWS_AT_ONCE = 64;

  /** More than a commit can hold: without a seal for so long there will be none. */
  private static final long MOST_BYTES = 64L * 1024 * 1024;

  /** Where what is good goes, in ascending order. */
  interface Target {
    void record(OldRow row) throws SQLException;

    /** Numbers without a record; the next record links to {@code hash}. */
    void gap(long first, long last, byte[] hash, String cause) throws SQLException;
  }

  /** The last number of the stream that was given out, and what stands for its hash. */
  @SuppressWarnings("ArrayRecordComponent") // read once; never compared
  record End(long sequence, byte[] hash) {}

  private final OldDatabase old;
  private final TrustedSeals seals;
  private final String gateway;
  private final BooleanSupplier enough;
  private final OldStream stream;
  private final NavigableMap<Long, Contents.Gap> gaps;
  private final Target target;

  private final List<OldRow> pending = new ArrayList<>();
  private long pendingBytes;
  private byte[] beforePending = Chain.origin();
  private long done;
  private byte[] doneHash;

  StreamSalvage(
      OldDatabase old,
      TrustedSeals seals,
      String gateway,
      BooleanSupplier enough,
      OldStream stream,
      NavigableMap<Long, Contents.Gap> gaps,
      Target target) {
    this.old = old;
    this.seals = seals;
    this.gateway = gateway;
    this.enough = enough;
    this.stream = stream;
    this.gaps = gaps;
    this.target = target;
    this.doneHash = Chain.origin();
  }

  /**
   * Brings back what lies above {@code base} and not above the end.
   *
   * @return whether all was looked at; else time ran out
   */
  boolean run(long base, byte @Nullable [] baseHash, End end, String cause) throws SQLException {
    done = base;
    doneHash = baseHash == null ? Chain.origin() : baseHash;
    byte[] previous = baseHash;
    long expected = base + 1;
    boolean all = true;
    OptionalLong next = old.next(stream, expected);
    while (all && next.isPresent() && next.getAsLong() <= end.sequence) {
      long first = next.getAsLong();
      long last = Math.min(end.sequence, first + ROWS_AT_ONCE - 1);
      for (OldRow row : old.rows(stream, first, last)) {
        if (row.row().sequence() != expected) {
          Contents.Gap gap = gaps.get(expected);
          boolean known = gap != null && gap.last() == row.row().sequence() - 1;
          previous = gap != null && known ? gap.hash() : null;
          forget();
        }
        take(row, previous, cause);
        previous = row.row().hash();
        expected = row.row().sequence() + 1;
      }
      all = !enough.getAsBoolean() && pendingBytes < MOST_BYTES;
      next = old.next(stream, last + 1);
    }
    byte[] endHash = end.sequence == done ? doneHash : end.hash;
    fill(end.sequence, endHash, cause);
    return all;
  }

  private void take(OldRow row, byte @Nullable [] previous, String cause) throws SQLException {
    if (previous == null || !isGood(row, previous)) {
      forget();
      return;
    }
    if (pending.isEmpty()) {
      beforePending = previous;
    }
    pending.add(row);
    byte[] content = row.row().content();
    pendingBytes += 200 + (content == null ? 0 : content.length);
    KeptRow kept = row.row();
    if (seals.vouches(
        kept.batch(), new Seal.Head(stream.name(), kept.sequence(), Chain.hex(kept.hash())))) {
      fill(pending.get(0).row().sequence() - 1, beforePending, cause);
      for (OldRow good : pending) {
        target.record(good);
      }
      done = kept.sequence();
      doneHash = kept.hash();
      forget();
    }
  }

  /** Whether it follows from the one before and is what it is filed as. */
  private boolean isGood(OldRow row, byte[] previous) {
    KeptRow kept = row.row();
    byte[] content = kept.content();
    if (!kept.follows(previous)) {
      return false;
    }
    if (content == null) {
      return row.rank() >= 1 && row.rank() <= 5;
    }
    try {
      RecordContent record = RecordCodec.decode(content);
      return record.id().equals(new RecordId(gateway, stream.name(), kept.sequence()))
          && Rank.of(record.importance()) == row.rank();
    } catch (GarbledData damaged) {
      return false;
    }
  }

  private void forget() {
    pending.clear();
    pendingBytes = 0;
  }

  /** Records what is missing up to this number, known gaps under their old cause. */
  private void fill(long last, byte[] hash, String cause) throws SQLException {
    if (last <= done) {
      return;
    }
    Contents.Gap known = gaps.get(done + 1);
    if (known != null && known.last() == last) {
      target.gap(done + 1, last, known.hash(), known.cause());
    } else {
      target.gap(done + 1, last, hash, cause);
    }
    done = last;
    doneHash = hash;
  }
}
