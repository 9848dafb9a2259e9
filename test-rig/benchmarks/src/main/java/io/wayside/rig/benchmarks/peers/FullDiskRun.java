// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.benchmarks.peers;

import io.wayside.rig.simulators.transport.LoopbackPorts;
import java.io.IOException;
import java.nio.file.Path;

/** More records than the disk has room for; then {@code kill -9}, start again, drain. */
final class FullDiskRun {

  static final int DISK_MIB = 96;
  private static final int NUMBERS = 200_000; // 120 MB
  private static final int OUTSTANDING = 100;
  private static final double SECONDS = 25;
  private static final double QUIET_S = 6;

  /**
   * What came of it.
   *
   * @param refused records whose producer was told "no"
   * @param startsAgain whether it takes records in again after the kill
   */
  record Result(Account account, long refused, boolean startsAgain) {}

  private FullDiskRun() {}

  static Result run(Peer peer, Path folder, SmallDisk disk) throws Exception {
    Place place =
        Place.in(folder, LoopbackPorts.free(), NUMBERS).beside(disk.entering(), disk.folder());
    Marks marks = place.marks();
    try (peer;
        Sink sink = new Sink(place.sinkPort(), NUMBERS)) {
      peer.start(place);
      Feed.Result fed = peer.feed(new Feed(0, NUMBERS, SECONDS, OUTSTANDING, 0));
      peer.kill();
      sink.open();
      boolean startsAgain = startAgain(peer, place);
      if (startsAgain) {
        sink.awaitAll(marks, QUIET_S);
      }
      return new Result(
          Account.of(NUMBERS, marks::isMarked, sink::times), fed.refused(), startsAgain);
    }
  }

  private static boolean startAgain(Peer peer, Place place) {
    try {
      peer.start(place);
      return true;
    } catch (IOException doesNotStart) {
      return false;
    }
  }
}
