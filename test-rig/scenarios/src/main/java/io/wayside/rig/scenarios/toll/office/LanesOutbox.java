// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.toll.office;

import io.wayside.core.journal.Outbox;
import io.wayside.core.record.JournalRecord;
import io.wayside.core.record.RecordId;
import io.wayside.tolling.office.PostingSource;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The outbox of lanes whose records are made when they are handed out, so that days of them need no
 * memory. Like the journal's: shared evenly, in order per lane, what was not acknowledged comes
 * again after a rewind.
 */
final class LanesOutbox implements Outbox {

  /** One lane's cursor. */
  private static final class Lane {
    private final TollStream stream;
    private final BitSet acknowledged = new BitSet();
    private long handedOut;
    private long head;

    Lane(TollStream stream) {
      this.stream = stream;
    }
  }

  private final Map<String, Lane> lanes = new TreeMap<>();

  LanesOutbox(List<TollStream> streams) {
    streams.forEach(stream -> lanes.put(stream.stream(), new Lane(stream)));
  }

  /** Lanes have written so long. */
  void written(long nanos) {
    lanes.values().forEach(lane -> lane.head = Math.max(lane.head, lane.stream.head(nanos)));
  }

  @Override
  public List<JournalRecord> next(int max) {
    List<JournalRecord> next = new ArrayList<>();
    boolean more = true;
    while (more && next.size() < max) {
      more = false;
      for (Lane lane : lanes.values()) {
        while (lane.handedOut < lane.head && lane.acknowledged.get((int) lane.handedOut + 1)) {
          lane.handedOut++;
        }
        if (lane.handedOut < lane.head && next.size() < max) {
          next.add(lane.stream.record(++lane.handedOut));
          more = true;
        }
      }
    }
    return next;
  }

  @Override
  public void acknowledge(RecordId id) {
    Lane lane = lanes.get(id.stream());
    if (lane == null || id.sequence() > lane.handedOut) {
      throw new IllegalStateException(id + " was acknowledged and never handed out");
    }
    lane.acknowledged.set((int) id.sequence());
  }

  @Override
  public void rewind() {
    lanes.values().forEach(lane -> lane.handedOut = 0);
  }

  @Override
  public long backlog() {
    return lanes.values().stream()
        .mapToLong(lane -> lane.head - lane.acknowledged.cardinality())
        .sum();
  }

  PostingSource source() {
    return new PostingSource(
        this,
        id ->
            Optional.ofNullable(lanes.get(id.stream()))
                .map(lane -> lane.stream.record(id.sequence())));
  }

  @Override
  public List<JournalRecord> nextFresh(int max) {
    throw new UnsupportedOperationException("an office wants the oldest first");
  }

  @Override
  public List<JournalRecord> nextOld(int max) {
    throw new UnsupportedOperationException("an office wants the oldest first");
  }

  @Override
  public long unkept() {
    return 0;
  }

  @Override
  public void keepSoon() {}

  @Override
  public Resend resend(String stream, long first, long last) {
    return new Resend(0, "", "");
  }

  @Override
  public void shareWithFresh(int fresh, int of) {}

  @Override
  public AutoCloseable onNew(Runnable wake) {
    return () -> {};
  }
}
