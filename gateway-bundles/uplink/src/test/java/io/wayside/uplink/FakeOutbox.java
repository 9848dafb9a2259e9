// SPDX-License-Identifier: Apache-2.0
package io.wayside.uplink;

import io.wayside.core.journal.Outbox;
import io.wayside.core.record.JournalRecord;
import io.wayside.core.record.RecordId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** An outbox in memory, naive on purpose. */
public class FakeOutbox implements Outbox {

  private final Map<RecordId, JournalRecord> waiting = new LinkedHashMap<>();
  private final Set<RecordId> handedOut = new HashSet<>();
  private final Set<RecordId> old = new HashSet<>(); // waited when the session began
  private final List<Runnable> listeners = new ArrayList<>();
  private boolean slowToKeep;
  private long unkept;
  private int keepAsked;

  public void add(JournalRecord record) {
    List<Runnable> told;
    synchronized (this) {
      waiting.put(record.id(), record);
      told = List.copyOf(listeners);
    }
    told.forEach(Runnable::run);
  }

  @Override
  public synchronized List<JournalRecord> next(int max) {
    List<JournalRecord> out =
        waiting.values().stream().filter(r -> !handedOut.contains(r.id())).limit(max).toList();
    out.forEach(r -> handedOut.add(r.id()));
    return out;
  }

  @Override
  public synchronized List<JournalRecord> nextFresh(int max) {
    return next(max, false);
  }

  @Override
  public synchronized List<JournalRecord> nextOld(int max) {
    return next(max, true);
  }

  private List<JournalRecord> next(int max, boolean fromBefore) {
    List<JournalRecord> out =
        waiting.values().stream()
            .filter(r -> !handedOut.contains(r.id()) && old.contains(r.id()) == fromBefore)
            .limit(max)
            .toList();
    out.forEach(r -> handedOut.add(r.id()));
    return out;
  }

  /** From now on acknowledgements are kept only when {@link #keep} is called. */
  public synchronized void keepSlowly() {
    slowToKeep = true;
  }

  public synchronized void keep() {
    unkept = 0;
  }

  public synchronized int keepAsked() {
    return keepAsked;
  }

  @Override
  public synchronized void acknowledge(RecordId id) {
    if (waiting.remove(id) != null && slowToKeep) {
      unkept++;
    }
    notifyAll();
  }

  @Override
  public synchronized long unkept() {
    return unkept;
  }

  @Override
  public synchronized void keepSoon() {
    keepAsked++;
  }

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
  public synchronized AutoCloseable onNew(Runnable wake) {
    listeners.add(wake);
    return () -> listeners.remove(wake);
  }

  /** Waits until all was acknowledged; fails after a minute. */
  public synchronized void awaitEmpty() throws InterruptedException {
    long deadline = System.nanoTime() + 60_000_000_000L;
    while (!waiting.isEmpty()) {
      long leftMs = (deadline - System.nanoTime()) / 1_000_000;
      if (leftMs <= 0) {
        throw new AssertionError(waiting.size() + " records were not acknowledged within a minute");
      }
      wait(leftMs);
    }
  }
}
