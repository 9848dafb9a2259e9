// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.toll;

import io.wayside.core.journal.JournalException;
import io.wayside.rig.simulators.toll.Order;
import io.wayside.tolling.lane.LaneEvent;
import io.wayside.tolling.lane.Travel;
import java.io.IOException;

/** Does what a scenario orders and the world cannot do. */
final class Outside {

  /** A session that finds its reader anew needs so long to delete a strange ROSpec. */
  private static final long SET_UP_NANOS = 1_000_000_000L;

  private static final long OUTAGE_NANOS = 11_000_000_000L;

  /** So long after it was asked for comes the full list. */
  private static final long ASKED_FULL_NANOS = 6_000_000_000L;

  private final Station station;

  Outside(Station station) {
    this.station = station;
  }

  void carryOut(Order order, long nanos) {
    if (order instanceof Order.StationNetworkDown down) {
      station.network.downUntil(nanos + down.lasting().toNanos());
    } else {
      station.gateway(order.lane()).ifPresent(gateway -> carryOut(order, gateway, nanos));
    }
  }

  private void carryOut(Order order, Gateway gateway, long nanos) {
    if (order instanceof Order.InWorld inside) {
      reader(inside, gateway, nanos);
    } else if (order instanceof Order.ReaderClockJumps jumps) {
      gateway.reader.clockJumps(jumps.by().toNanos() / 1000);
    } else if (order instanceof Order.PowerCut cut) {
      gateway.stop(nanos);
      gateway.agenda.at(nanos + cut.lasting().toNanos(), gateway::start);
    } else if (order instanceof Order.ListsAged aged) {
      // They grow old when nobody can send new ones.
      gateway.lists.aged(aged.age());
      gateway.office(nanos, false);
    } else if (order instanceof Order.OfficeOutage) {
      // Days in the world's business are seconds here: it is back with the next vehicle in the
      // lane.
      gateway.office(nanos, false);
      gateway.agenda.at(nanos + OUTAGE_NANOS, at -> officeIsBack(gateway, at));
    } else if (order instanceof Order.ListGap) {
      lists(gateway, nanos);
    } else if (order instanceof Order.DiskFull disk) {
      full(gateway, disk.full());
    } else if (order instanceof Order.UploadTwice) {
      gateway.real.upload().ifPresent(Upload::doubling);
      gateway.real.upload().ifPresent(upload -> upload.post(nanos));
    } else if (order instanceof Order.ClockStep step) {
      gateway.clock.step(step.by());
    } else if (order instanceof Order.BeforeMidnight before) {
      gateway.clock.beforeMidnight(nanos, before.by());
    } else if (order instanceof Order.SwitchDirection) {
      gateway.tell(new LaneEvent.Turn(nanos, Travel.REVERSE, "rig"));
    }
  }

  private static void officeIsBack(Gateway gateway, long nanos) {
    gateway.office(nanos, true);
    gateway.real.upload().ifPresent(upload -> upload.post(nanos));
  }

  private static void lists(Gateway gateway, long nanos) {
    gateway
        .real
        .lists()
        .ifPresent(
            lists -> {
              onDisk(() -> lists.gap(gateway.clock.at(nanos)));
              gateway.agenda.at(
                  nanos + ASKED_FULL_NANOS, at -> onDisk(() -> lists.full(gateway.clock.at(at))));
            });
  }

  private static void full(Gateway gateway, boolean now) {
    gateway.real.books().ifPresent(books -> onDisk(() -> books.full(now)));
  }

  /** Something that is done on a real disk. */
  private interface DiskWork {
    void run() throws IOException, JournalException, InterruptedException;
  }

  private static void onDisk(DiskWork work) {
    try {
      work.run();
    } catch (IOException | JournalException broken) {
      throw new IllegalStateException("the rig's disk does not do what it should", broken);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", stopped);
    }
  }

  /** The driver tells the lane when its reader is gone, and when it is back. */
  private void reader(Order.InWorld order, Gateway gateway, long nanos) {
    if (order instanceof Order.ReaderDrops drops) {
      gateway.reader(nanos, false);
      gateway.agenda.at(nanos + drops.lasting().toNanos(), at -> gateway.reader(at, true));
    } else if (order instanceof Order.ReaderReboots reboots) {
      long ready = nanos + reboots.lasting().toNanos() + SET_UP_NANOS;
      gateway.reader(nanos, false);
      gateway.reader.oldSpecUntil(ready);
      gateway.agenda.at(ready, at -> gateway.reader(at, true));
    }
  }
}
