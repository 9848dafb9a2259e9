// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.hostile;

import io.wayside.core.journal.JournalException;
import io.wayside.core.record.Importance;
import io.wayside.core.record.RecordId;
import io.wayside.rig.scenarios.hostile.Load.Stream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** The stations of the outage's site, and the list they keep of what was accepted and refused. */
final class OutageSite {

  private final Load load;
  private final StationMix mix;
  private final OutageTime time;
  private final GatewayBox gateway;
  private final Ledger ledger = new Ledger();
  private final Map<Importance, AtomicLong> handedIn = counters();
  private final Map<Importance, AtomicLong> full = counters();
  private final List<String> otherRefusals = new ArrayList<>();
  private final Map<Key, Long> liveAtNanos = new ConcurrentHashMap<>();
  private volatile boolean live;
  private long number;

  OutageSite(long seed, OutageTime time, GatewayBox gateway) {
    this.load = new Load(seed);
    this.mix = new StationMix(seed);
    this.time = time;
    this.gateway = gateway;
  }

  private static Map<Importance, AtomicLong> counters() {
    Map<Importance, AtomicLong> counters = new EnumMap<>(Importance.class);
    for (Importance importance : Importance.values()) {
      counters.put(importance, new AtomicLong());
    }
    return counters;
  }

  /** So many minutes of the site's time; returns when every draft was answered. */
  void minutes(int count) {
    List<CompletableFuture<?>> answers = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      time.forward(Duration.ofMinutes(1));
      for (Stream stream : mix.nextMinute()) {
        answers.add(handIn(stream));
      }
    }
    CompletableFuture.allOf(answers.toArray(CompletableFuture[]::new)).join();
  }

  private CompletableFuture<?> handIn(Stream stream) {
    long mine = ++number;
    ledger.handedIn(mine, stream);
    counter(handedIn, stream.importance()).incrementAndGet();
    return gateway
        .append(load.draft(mine, stream, time.now()))
        .handle(
            (id, refusal) -> {
              if (refusal == null) {
                accepted(id, mine);
              } else {
                refused(refusal, mine, stream);
              }
              return mine;
            });
  }

  private void accepted(RecordId id, long mine) {
    Key key = new Key(id.stream(), id.sequence());
    if (live) {
      liveAtNanos.put(key, System.nanoTime());
    }
    ledger.accepted(key, mine);
  }

  private void refused(Throwable refusal, long mine, Stream stream) {
    Throwable reason = refusal instanceof CompletionException ? refusal.getCause() : refusal;
    ledger.notAccepted(mine);
    if (reason instanceof JournalException.Full) {
      counter(full, stream.importance()).incrementAndGet();
    } else {
      synchronized (otherRefusals) {
        otherRefusals.add(stream.name() + ", number " + mine + ": " + reason);
      }
    }
  }

  private static AtomicLong counter(Map<Importance, AtomicLong> of, Importance importance) {
    return of.getOrDefault(importance, new AtomicLong());
  }

  /** From now on the time at which each was accepted is noted. */
  void live() {
    live = true;
  }

  /** When a record was accepted that came after the outage. */
  Map<Key, Long> liveAtNanos() {
    return liveAtNanos;
  }

  Ledger ledger() {
    return ledger;
  }

  Load load() {
    return load;
  }

  long handedIn(Importance importance) {
    return counter(handedIn, importance).get();
  }

  /** Refused because there was no room. */
  long full(Importance importance) {
    return counter(full, importance).get();
  }

  /** Refused for a reason that there should not be. */
  List<String> otherRefusals() {
    synchronized (otherRefusals) {
      return List.copyOf(otherRefusals);
    }
  }
}
