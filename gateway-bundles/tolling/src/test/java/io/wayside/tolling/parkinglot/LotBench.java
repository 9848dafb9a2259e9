// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.parkinglot;

import io.wayside.core.data.Node;
import io.wayside.core.journal.JournalException;
import io.wayside.core.record.JournalRecord;
import io.wayside.core.record.Provenance;
import io.wayside.tolling.control.BenchContact;
import io.wayside.tolling.control.BenchOutput;
import io.wayside.tolling.control.Inbox;
import io.wayside.tolling.control.KeptJournal;
import io.wayside.tolling.control.KeptOrder;
import io.wayside.tolling.control.LaneDevices;
import io.wayside.tolling.control.Letter;
import io.wayside.tolling.control.SteppedTime;
import io.wayside.tolling.lane.LaneRules;
import io.wayside.tolling.lane.Layout;
import io.wayside.tolling.parking.EntryDesk.PassBack;
import io.wayside.tolling.parking.Key;
import io.wayside.tolling.parking.Paid;
import io.wayside.tolling.tariff.DayCalendar;
import io.wayside.tolling.tariff.Plan;
import io.wayside.tolling.tariff.Tariff;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A car park with an entry and an exit on a bench; devices, journal and time are the test's. */
final class LotBench {

  static final String STREAM = "parking.p1";
  private static final long MS = 1_000_000;

  final SteppedTime time = new SteppedTime();
  final KeptJournal journal = new KeptJournal();
  final Lane entry;
  final Lane exit;
  private final Path folder;
  private final ParkSettings settings;
  private @Nullable CarPark park;

  LotBench(Path folder) throws Exception {
    this(folder, PassBack.HOLD, 0);
  }

  LotBench(Path folder, PassBack passBack, long capacity) throws Exception {
    this.folder = folder;
    this.settings =
        new ParkSettings("p1", "main", "car", capacity, 1_000, passBack, Duration.ofDays(30));
    this.entry = new Lane("in-1", false);
    this.exit = new Lane("out-1", true);
    start();
  }

  /** Begins, or begins anew, with what the journal has. */
  void start() throws Exception {
    park =
        Opening.of(
            new Opening.Parts(
                settings,
                tariff(),
                key -> key.kind() == Key.Kind.TAG,
                journal,
                () -> new Provenance("0.1.0", "0123456789abcdef", "none"),
                time));
    entry.start(park);
    exit.start(park);
    pass(1_000);
  }

  static Tariff tariff() throws Exception {
    return new Tariff(
        Plan.from(read("../../config/tolling/tariffs-example-vn.json")),
        DayCalendar.from(read("../../config/calendars/vn.json")));
  }

  private static Node read(String path) throws Exception {
    return Node.read(path, Files.readString(Path.of(path)));
  }

  CarPark park() {
    if (park == null) {
      throw new IllegalStateException("the bench was not started");
    }
    return park;
  }

  void pass(long ms) {
    for (long left = ms; left > 0; left -= 50) {
      time.to(time.monotonicNanos() + 50 * MS);
      entry.run();
      exit.run();
    }
  }

  /** Over hours in which nothing moves. */
  void leap(Duration time) {
    this.time.to(this.time.monotonicNanos() + time.toNanos());
    pass(500);
  }

  static Asking ticket(String number) {
    return Asking.of(new Key(Key.Kind.TICKET, number));
  }

  Receipt pays(String ticket, String reference, long minor) {
    return park()
        .pay(
            Optional.empty(),
            ticket(ticket),
            new Paid(reference, time.now().wall(), minor, "cash"));
  }

  /** Comes in with a ticket. */
  void enters(String ticket) {
    entry.arrives(ticket);
    entry.drivesOn();
  }

  List<String> records(String name) throws JournalException {
    return journal.last(STREAM, 10_000).stream()
        .filter(record -> record.kind().name().equals(name))
        .map(JournalRecord::body)
        .map(body -> String.valueOf(body.get("event")))
        .toList();
  }

  /** One lane with its devices. */
  final class Lane {
    final BenchContact arming;
    final BenchContact safety;
    final BenchOutput raise;
    final BenchOutput lower;
    private final String id;
    private final boolean exit;
    private Inbox inbox = new Inbox(64, 64);
    private @Nullable LotLane lane;

    Lane(String id, boolean exit) {
      this.id = id;
      this.exit = exit;
      arming = new BenchContact(id + "-l1", time, Optional.of(false));
      safety = new BenchContact(id + "-l3", time, Optional.of(false));
      raise = new BenchOutput(id + "-raise", time, false);
      lower = new BenchOutput(id + "-lower", time, false);
      lower.whenDrivenOn(
          () -> {
            if (!safety.active().equals(Optional.of(false))) {
              throw new AssertionError("lowered on a vehicle");
            }
          });
    }

    void start(CarPark park) {
      inbox = new Inbox(64, 64);
      LaneDevices devices =
          new LaneDevices(
              new NoReader(),
              arming,
              safety,
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              raise,
              Optional.of(lower),
              Optional.empty(),
              Optional.empty(),
              Optional.empty());
      LotParts.Settings lot =
          new LotParts.Settings(
              id,
              exit,
              LaneRules.usual(),
              new Layout(Set.of(1), Set.of(), false, false, false),
              true,
              Duration.ofMillis(1_500));
      KeptOrder order = new KeptOrder(folder.resolve(id));
      lane = new LotLane(new LotParts(lot, devices, park, order, time), inbox, Runnable::run);
    }

    LotLane lane() {
      if (lane == null) {
        throw new IllegalStateException("the bench was not started");
      }
      return lane;
    }

    Inbox inbox() {
      return inbox;
    }

    void run() {
      try {
        Letter letter = inbox.next(0);
        while (letter != null) {
          lane().take(letter);
          letter = inbox.next(0);
        }
        lane().take(null);
      } catch (InterruptedException interrupted) {
        throw new AssertionError(interrupted);
      }
    }

    Word arrives(String ticket) {
      return arrives(ticket(ticket));
    }

    Word arrives(Asking asking) {
      arming.is(true);
      pass(500);
      Word word = lane().show(asking, "ticket").orElseThrow();
      pass(200);
      return word;
    }

    void drivesOn() {
      safety.is(true);
      pass(300);
      arming.is(false);
      pass(800);
      safety.is(false);
      pass(2_000);
    }

    void backsOut() {
      arming.is(false);
      pass(2_000);
    }
  }
}
