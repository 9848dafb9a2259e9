// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.benchmarks.peers;

import io.wayside.rig.benchmarks.Benchmark.Progress;
import io.wayside.rig.scenarios.site.Folders;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Kills and full disks. Nothing here is timed, so the peers are at it side by side. */
final class Faults {

  private static final int QUOTA_MIB = 64; // as documented: well under the partition
  private static final int QUOTA_ABOVE_DISK_MIB = 1024;

  private final Path folder;
  private final int kills;
  private final Random random;
  private final Row row;
  private final Progress progress;

  Faults(Path folder, int kills, Random random, Row row, Progress progress) {
    this.folder = folder;
    this.kills = kills;
    this.random = random;
    this.row = row;
    this.progress = progress;
  }

  /** Adds to {@code all} what each peer lost. */
  void run(List<Peers> present, Map<Peers, Account> all) throws Exception {
    progress.doing(kills + " kills while accepting and " + kills + " while draining, of each");
    ExecutorService side = Executors.newFixedThreadPool(Math.max(1, present.size()));
    try {
      List<Callable<Account>> work = new ArrayList<>();
      for (Peers peer : present) {
        long seed = random.nextLong();
        work.add(() -> killed(peer, new Random(seed)));
      }
      List<Future<Account>> done = side.invokeAll(work);
      for (int i = 0; i < present.size(); i++) {
        all.merge(present.get(i), done.get(i).get(), Account::plus);
      }
    } finally {
      side.shutdownNow();
    }
    progress.doing("a full disk of " + FullDiskRun.DISK_MIB + " MiB");
    for (Peers peer : present) {
      Peer usual = peer == Peers.WAYSIDE ? ChildPeer.wayside(peer.label(), QUOTA_MIB) : peer.make();
      all.merge(peer, full(peer, usual, "full disk: "), Account::plus);
    }
    if (present.contains(Peers.WAYSIDE)) {
      Peer careless = ChildPeer.wayside(Peers.WAYSIDE.label(), QUOTA_ABOVE_DISK_MIB);
      all.merge(
          Peers.WAYSIDE,
          full(Peers.WAYSIDE, careless, "full disk, quota above the disk: "),
          Account::plus);
    }
  }

  private Account killed(Peers peer, Random moments) throws Exception {
    Account accepting = Account.NOTHING;
    Account draining = Account.NOTHING;
    for (int kill = 0; kill < kills; kill++) {
      Path run = folder.resolve(peer.name() + "-" + kill);
      KillRun killing = new KillRun(peer, moments);
      accepting = accepting.plus(killing.whileAccepting(run.resolve("accepting")));
      draining = draining.plus(killing.whileDraining(run.resolve("draining")));
      Folders.delete(run);
    }
    say(peer, "kill while accepting: ", accepting);
    say(peer, "kill while draining: ", draining);
    return accepting.plus(draining);
  }

  private Account full(Peers peer, Peer running, String when) throws Exception {
    Path run = folder.resolve(peer.name() + "-full");
    Optional<SmallDisk> made = SmallDisk.make(run.resolve("disk"), FullDiskRun.DISK_MIB);
    if (made.isEmpty()) {
      row.skip(peer, when + "accepted", "no file system of its own (unshare, nsenter, tmpfs)");
      return Account.NOTHING;
    }
    try (SmallDisk disk = made.get()) {
      FullDiskRun.Result result = FullDiskRun.run(running, run, disk);
      row.addCount(peer, when + "told \"no\"", result.refused());
      row.add(peer, when + "starts again", "1 = yes", result.startsAgain() ? 1 : 0);
      say(peer, when, result.account());
      return result.account();
    } finally {
      Folders.delete(run);
    }
  }

  private void say(Peers peer, String when, Account account) {
    row.addCount(peer, when + "accepted", account.accepted());
    row.addCount(peer, when + "lost", account.lost());
    row.addCount(peer, when + "doubles", account.doubles());
  }
}
