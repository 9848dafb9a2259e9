// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.transports;

import io.wayside.core.journal.Outbox;
import io.wayside.core.record.JournalRecord;
import io.wayside.core.record.RecordId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;

/** An outbox in memory, in the order in which records were added. */
public final class MemoryOutbox implements Outbox {

  private final Map<RecordId, JournalRecord> waiting = new LinkedHashMap<>();
  private final Set<RecordId> handedOut = new HashSet<>();
  private final Set<RecordId> old = new HashSet<>();
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

  public void add(JournalRecord record) {
    synchronized (this) {
      waiting.put(record.id(), record);
    }
    listeners.forEach(Runnable::run);
  }

  @Override
  public synchronized List<JournalRecord> next(int max) {
    return handOut(max, id -> true);
  }

  @Override
  public synchronized List<JournalRecord> nextFresh(int max) {
    return handOut(max, id -> !old.contains(id));
  }

  @Override
  public synchronized List<JournalRecord> nextOld(int max) {
    return handOut(max, old::contains);
  }

  private List<JournalRecord> handOut(int max, Predicate<RecordId> which) {
    List<JournalRecord> out = new ArrayList<>();
    waiting.values().stream()
        .filter(record -> which.test(record.id()) && !handedOut.contains(record.id()))
        .limit(max)
        .forEach(out::add);
    out.forEach(record -> handedOut.add(record.id()));
    return out;
  }

  @Override
  public synchronized void acknowledge(RecordId id) {
    waiting.remove(id);
  }

  @Override
  public long unkept() {
    return 0; // memory is all the storage there is
  }

  @Override
  public void keepSoon() {}

  @Override
  public synchronized void rewind() {
    handedOut.clear();
    old.clear();
    old.addAll(waiting.keySet());
  }

  @Override
  public Resend resend(String stream, long first, long last) {
    return new Resend(0, "", first + "-" + last); // what was acknowledged is gone here
  }

  @Override
  public void shareWithFresh(int fresh, int of) {
    // first come, first served: sharing is the journal's business
  }

  @Override
  public synchronized long backlog() {
    return waiting.size();
  }

  @Override
  public AutoCloseable onNew(Runnable wake) {
    listeners.add(wake);
    return () -> listeners.remove(wake);
  }
}
