// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.benchmarks.peers;

import io.wayside.rig.benchmarks.journal.DiskUse;
import io.wayside.rig.simulators.transport.LoopbackPorts;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/** Upstream away, take in, upstream back, drain: how fast, and at what cost. */
final class RateRun {

  private static final int NUMBERS = 60_000; // below what Paho's message ids allow
  private static final int ONE_BY_ONE = 20_000;
  private static final int MANY = 100;

  /**
   * With 10 ms a sync a second is a hundred records: the first syncs of a new journal would weigh.
   */
  private static final double ONE_BY_ONE_S = 5;

  private static final long SETTLE_NANOS = 1_500_000_000L; // a snapshot of Mosquitto each second
  private static final double QUIET_S = 6;

  private final Peers which;
  private final Optional<Path> shim;
  private final Storage storage;
  private final boolean quick;
  private final Row row;

  RateRun(Peers which, Optional<Path> shim, Storage storage, boolean quick, Row row) {
    this.which = which;
    this.shim = shim;
    this.storage = storage;
    this.quick = quick;
    this.row = row;
  }

  /** What it lost though nobody killed it, as the account says. */
  Account run(Path folder) throws Exception {
    Place place = Place.in(folder, LoopbackPorts.free(), NUMBERS).counted(shim, storage);
    Marks marks = place.marks();
    try (Peer peer = which.make();
        Sink sink = new Sink(place.sinkPort(), NUMBERS)) {
      peer.start(place);
      DiskUse begun = use(peer, place);
      Feed.Result one = peer.feed(new Feed(0, ONE_BY_ONE, quick ? 0.3 : ONE_BY_ONE_S, 1, 0));
      DiskUse between = use(peer, place);
      int first = one.offered();
      Feed.Result many = peer.feed(new Feed(first, NUMBERS - first, manyS(), MANY, 0));
      LockSupport.parkNanos(SETTLE_NANOS);
      DiskUse taken = use(peer, place);
      say("accept, 1 outstanding", "rec/s", one.perSecond());
      say("accept, " + MANY + " outstanding", "rec/s", many.perSecond());
      cost(1, between.since(begun), one.accepted());
      cost(MANY, taken.since(between), many.accepted());
      if (storage == Storage.OWN) {
        say("resident before the drain", "MiB", DiskUse.residentKiB(peer.pid()) / 1024.0);
      }
      drain(peer, sink, marks);
      return Account.of(NUMBERS, marks::isMarked, sink::times);
    }
  }

  /** On slow storage a second's worth takes one of the peers two minutes to drain. */
  private double manyS() {
    return quick ? 0.5 : storage == Storage.OWN ? 2 : 1;
  }

  private void drain(Peer peer, Sink sink, Marks marks) throws IOException {
    Duration before = cpu(peer);
    sink.open();
    sink.awaitAll(marks, QUIET_S);
    Duration used = cpu(peer).minus(before);
    if (sink.distinct() > 1) {
      say("drain", "rec/s", sink.perSecond());
      if (storage == Storage.OWN) {
        say("CPU per drained record", "us", used.toNanos() / 1e3 / sink.distinct());
      }
    }
  }

  private void cost(int outstanding, DiskUse use, int records) {
    if (storage != Storage.OWN || records == 0) {
      return;
    }
    say(
        "written, " + outstanding + " outstanding",
        "bytes/rec",
        use.writtenBytes() / (double) records);
    if (shim.isPresent()) {
      say("syncs, " + outstanding + " outstanding", "per rec", use.syncs() / (double) records);
    }
  }

  private void say(String what, String unit, double value) {
    row.add(which, storage.prefix() + what, unit, value);
  }

  private static DiskUse use(Peer peer, Place place) throws IOException {
    return DiskUse.of(peer.pid(), place.count());
  }

  private static Duration cpu(Peer peer) {
    return ProcessHandle.of(peer.pid())
        .flatMap(process -> process.info().totalCpuDuration())
        .orElse(Duration.ZERO);
  }
}
