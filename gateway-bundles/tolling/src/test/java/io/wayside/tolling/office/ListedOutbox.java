// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.office;

import io.wayside.core.journal.Outbox;
import io.wayside.core.record.JournalRecord;
import io.wayside.core.record.RecordId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** An outbox over a list; a record handed out is not handed out again before a rewind. */
public final class ListedOutbox implements Outbox {

  public final List<JournalRecord> all = new ArrayList<>();
  public final Set<RecordId> acknowledged = new HashSet<>();
  private int at;
  public volatile Runnable woken = () -> {};

  /** Records that were read again. */
  int reads;

  @Override
  public List<JournalRecord> next(int max) {
    List<JournalRecord> next = new ArrayList<>();
    while (at < all.size() && next.size() < max) {
      JournalRecord record = all.get(at++);
      if (!acknowledged.contains(record.id())) {
        next.add(record);
      }
    }
    return next;
  }

  PostingSource source() {
    return new PostingSource(this, this::read);
  }

  public Optional<JournalRecord> read(RecordId id) {
    reads++;
    return all.stream().filter(record -> record.id().equals(id)).findFirst();
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
  public void acknowledge(RecordId id) {
    acknowledged.add(id);
  }

  @Override
  public long unkept() {
    return 0;
  }

  @Override
  public void keepSoon() {}

  @Override
  public void rewind() {
    at = 0;
  }

  @Override
  public Resend resend(String stream, long first, long last) {
    return new Resend(0, "", "");
  }

  @Override
  public void shareWithFresh(int fresh, int of) {}

  @Override
  public long backlog() {
    return (long) all.size() - acknowledged.size();
  }

  @Override
  public AutoCloseable onNew(Runnable wake) {
    woken = wake;
    return () -> woken = () -> {};
  }
}
