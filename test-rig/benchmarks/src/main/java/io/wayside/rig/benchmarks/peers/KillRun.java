// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.benchmarks.peers;

import io.wayside.rig.simulators.transport.LoopbackPorts;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;

/** {@code kill -9} at a random moment, start again, drain: what is lost and what comes twice. */
final class KillRun {

  private static final int NUMBERS = 20_000;
  private static final int PER_SECOND = 2000; // the same for all who can
  private static final int OUTSTANDING = 100;
  private static final int TO_DRAIN = 4000;
  private static final double QUIET_S = 6;

  private final Peers which;
  private final Random random;

  KillRun(Peers which, Random random) {
    this.which = which;
    this.random = random;
  }

  /** Killed while it takes records in and the upstream is away. */
  Account whileAccepting(Path folder) throws Exception {
    Place place = Place.in(folder, LoopbackPorts.free(), NUMBERS);
    Marks marks = place.marks();
    long afterNanos = (long) ((0.3 + 1.7 * random.nextDouble()) * 1e9);
    try (Peer peer = which.make();
        Sink sink = new Sink(place.sinkPort(), NUMBERS)) {
      peer.start(place);
      CompletableFuture<Feed.Result> feeding =
          CompletableFuture.supplyAsync(
              () -> feed(peer, new Feed(0, NUMBERS, 30, OUTSTANDING, PER_SECOND)));
      LockSupport.parkNanos(afterNanos);
      peer.kill();
      feeding.join();
      return startAgainAndDrain(peer, place, sink, marks);
    }
  }

  /** Killed when a random part of what it took in has arrived. */
  Account whileDraining(Path folder) throws Exception {
    Place place = Place.in(folder, LoopbackPorts.free(), NUMBERS);
    Marks marks = place.marks();
    double part = 0.1 + 0.8 * random.nextDouble();
    try (Peer peer = which.make();
        Sink sink = new Sink(place.sinkPort(), NUMBERS)) {
      peer.start(place);
      feed(peer, new Feed(0, TO_DRAIN, 8, OUTSTANDING, PER_SECOND));
      sink.when(Math.max(1, (int) (part * marks.count())), peer::kill);
      sink.open();
      sink.awaitCount((int) (part * marks.count()), QUIET_S);
      peer.kill(); // also where less arrives than was accepted
      return startAgainAndDrain(peer, place, sink, marks);
    }
  }

  private static Feed.Result feed(Peer peer, Feed feed) {
    try {
      return peer.feed(feed);
    } catch (IOException | InterruptedException ended) {
      throw new IllegalStateException("the producer of " + peer.name() + " ended", ended);
    }
  }

  private static Account startAgainAndDrain(Peer peer, Place place, Sink sink, Marks marks)
      throws IOException {
    sink.reopen();
    peer.start(place);
    sink.awaitAll(marks, QUIET_S);
    return Account.of(NUMBERS, marks::isMarked, sink::times);
  }
}
