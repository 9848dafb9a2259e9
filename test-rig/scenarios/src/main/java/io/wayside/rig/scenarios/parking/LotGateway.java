// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.parking;

import io.wayside.core.journal.JournalException;
import io.wayside.core.record.Provenance;
import io.wayside.tolling.control.Inbox;
import io.wayside.tolling.control.KeptOrder;
import io.wayside.tolling.control.LaneDevices;
import io.wayside.tolling.control.Letter;
import io.wayside.tolling.lane.LaneRules;
import io.wayside.tolling.lane.Layout;
import io.wayside.tolling.parking.EntryDesk.PassBack;
import io.wayside.tolling.parking.Key;
import io.wayside.tolling.parkinglot.CarPark;
import io.wayside.tolling.parkinglot.LotLane;
import io.wayside.tolling.parkinglot.LotParts;
import io.wayside.tolling.parkinglot.Opening;
import io.wayside.tolling.parkinglot.ParkSettings;
import io.wayside.tolling.tariff.Tariff;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** The gateway of the car park, from its start to its end: the station and its two lanes. */
final class LotGateway {

  static final String PARK = "park-1";
  static final String ENTRY = "in-1";
  static final String EXIT = "out-1";

  /** A stock comes so often that every world has some. */
  private static final int RECORDS_OF_A_STOCK = 40;

  /** One lane with what waits for it. */
  record Running(LotLane lane, Inbox inbox) {

    /** All that waits is taken, and what is due is done. */
    void run() throws InterruptedException {
      Letter letter = inbox.next(0);
      while (letter != null) {
        lane.take(letter);
        letter = inbox.next(0);
      }
      lane.take(null);
    }
  }

  final CarPark park;
  private final Map<String, LotDevices> devices;
  private final LotClock clock;
  private final Path orders;
  private final Map<String, Running> lanes = new LinkedHashMap<>();

  LotGateway(
      DyingJournal journal,
      Tariff tariff,
      LotClock clock,
      Map<String, LotDevices> devices,
      Path orders)
      throws JournalException {
    park =
        Opening.of(
            new Opening.Parts(
                new ParkSettings(PARK, "main", "car", 0, 1_000, PassBack.HOLD, Duration.ofDays(30)),
                tariff,
                key -> key.kind() == Key.Kind.TAG,
                journal,
                () -> new Provenance("rig", "0123456789abcdef", "none"),
                clock),
            RECORDS_OF_A_STOCK);
    this.devices = devices;
    this.clock = clock;
    this.orders = orders;
    beginLanes();
  }

  /** A fault of a lane's own ends its run, and it begins anew; the car park goes on. */
  void fault() {
    lanes.values().forEach(each -> each.lane().close());
    beginLanes();
  }

  private void beginLanes() {
    devices.forEach((id, all) -> lanes.put(id, begin(id, all.all())));
  }

  private Running begin(String id, LaneDevices fitted) {
    Running before = lanes.get(id);
    Inbox inbox = before == null ? new Inbox(2_048, 1_024) : before.inbox();
    LotParts.Settings settings =
        new LotParts.Settings(
            id,
            id.equals(EXIT),
            LaneRules.usual(),
            new Layout(Set.of(1), Set.of(), true, false, false),
            true,
            Duration.ofMillis(1_500));
    LotParts parts = new LotParts(settings, fitted, park, new KeptOrder(orders.resolve(id)), clock);
    return new Running(new LotLane(parts, inbox, Runnable::run), inbox);
  }

  LotLane lane(String id) {
    return running(id).lane();
  }

  Running running(String id) {
    Running found = lanes.get(id);
    if (found == null) {
      throw new IllegalArgumentException("there is no lane " + id);
    }
    return found;
  }

  void run() throws InterruptedException {
    for (Running each : lanes.values()) {
      each.run();
    }
  }
}
