// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.benchmarks.peers;

import io.wayside.rig.benchmarks.Benchmark;
import io.wayside.rig.benchmarks.Figure;
import io.wayside.rig.scenarios.disk.DiskShim;
import io.wayside.rig.scenarios.site.Folders;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/**
 * The same work done by the gateway's journal and uplink, by Mosquitto as a bridge with
 * persistence, and by Paho with its file persistence: records of 600 bytes, the upstream away while
 * they are taken in.
 */
public final class PeersBenchmark implements Benchmark {

  static final String NAME = "peers";
  private static final int ROUNDS = 3;
  private static final int KILLS = 5;
  private static final long SEED = 1;

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String about() {
    return "side by side with a Mosquitto bridge and Paho's files: rates, losses, full disk";
  }

  @Override
  public String page(List<Figure> figures) {
    return MarkdownTable.of(figures);
  }

  @Override
  public List<Figure> run(boolean quick, Progress progress) throws Exception {
    Path folder = Files.createTempDirectory("wayside-peers");
    try {
      Row row = new Row();
      Map<Peers, Account> all = new EnumMap<>(Peers.class);
      List<Peers> present = new ArrayList<>();
      for (Peers peer : Peers.values()) {
        peer.missing().ifPresent(reason -> row.skip(peer, "all", reason));
        if (peer.missing().isEmpty()) {
          present.add(peer);
          all.put(peer, Account.NOTHING);
        }
      }
      Optional<Path> shim = DiskShim.SLOW.compile(folder);
      rates(folder.resolve("rates"), present, shim, Storage.OWN, quick, row, all, progress);
      if (shim.isPresent()) {
        for (Storage slow : List.of(Storage.SLOW, Storage.ONE_AT_A_TIME)) {
          rates(folder.resolve("slow"), present, shim, slow, quick, row, all, progress);
        }
      } else {
        present.forEach(peer -> row.skip(peer, "+10 ms on each sync, syncs", "no C compiler"));
      }
      new Faults(folder.resolve("faults"), quick ? 1 : KILLS, new Random(SEED), row, progress)
          .run(present, all);
      all.forEach((peer, sum) -> row.addCount(peer, "lost in all runs", sum.lost()));
      return row.figures(NAME);
    } finally {
      Folders.delete(folder);
    }
  }

  /** Peers take turns; who begins changes from round to round. */
  private static void rates(
      Path folder,
      List<Peers> present,
      Optional<Path> shim,
      Storage storage,
      boolean quick,
      Row row,
      Map<Peers, Account> all,
      Progress progress)
      throws Exception {
    List<Peers> order = new ArrayList<>(present);
    int rounds = quick ? 1 : ROUNDS;
    for (int round = 1; round <= rounds; round++) {
      for (Peers peer : order) {
        progress.doing(
            "rates, round " + round + " of " + rounds + ", " + storage.prefix() + peer.label());
        Account account = new RateRun(peer, shim, storage, quick, row).run(folder);
        row.addCount(peer, storage.prefix() + "lost without a fault", account.lost());
        all.merge(peer, account, Account::plus);
        Folders.delete(folder);
      }
      Collections.rotate(order, 1);
    }
  }
}
