// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.parking;

import io.wayside.core.data.Value;
import io.wayside.core.journal.JournalException;
import io.wayside.core.record.JournalRecord;
import io.wayside.rig.scenarios.parking.Driver.Habit;
import io.wayside.tolling.parking.Key;
import io.wayside.tolling.parking.Leak;
import io.wayside.tolling.parking.Paid;
import io.wayside.tolling.parking.ParkingRecords;
import io.wayside.tolling.parkinglot.Asking;
import io.wayside.tolling.parkinglot.Receipt;
import io.wayside.tolling.tariff.Amount;
import io.wayside.tolling.tariff.Moment;
import io.wayside.tolling.tariff.Stay;
import io.wayside.tolling.tariff.Tariff;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the journal has of every driver, held against what is true of him. Keys and payments are
 * read from the records, not asked of the gateway.
 */
final class LotFindings {

  /** A clock is read some seconds before or after a loop. */
  private static final long MARGIN_MS = 30_000;

  private final LotWorld world;
  private final Tariff tariff;
  private final Instant began;
  final List<String> wrong = new ArrayList<>();
  int right;
  int unproven;
  int leaked;

  private final Map<String, Set<String>> sessionsOf = new HashMap<>();
  private final Map<String, Long> paidFor = new HashMap<>();
  private final Map<String, Integer> payments = new HashMap<>();
  private final Set<String> ended = new HashSet<>();
  private final Set<String> doubtful = new HashSet<>();
  private final Map<String, Integer> grants = new HashMap<>();

  LotFindings(LotWorld world, Tariff tariff, List<JournalRecord> records, Instant began)
      throws JournalException {
    this.world = world;
    this.tariff = tariff;
    this.began = began;
    records.forEach(this::read);
    payments.forEach(
        (id, times) -> {
          if (times > 1) {
            wrong.add("payment " + id + " is on record " + times + " times");
          }
        });
    grants.forEach(
        (vehicle, times) -> {
          if (times > 1) {
            wrong.add("number " + vehicle + " was given to " + times + " vehicles");
          }
        });
    world.accounts().forEach(this::judge);
    // Whoever went back while the gateway was away is taken for gone, and said to be unproven.
    if (world.worstCount() > doubtful.size() || world.lastCount() != 0) {
      wrong.add(
          "the count was wrong by " + world.worstCount() + ", at the end by " + world.lastCount());
    }
    if (world.fell() > 0) {
      wrong.add("the arm came down on a vehicle");
    }
    if (world.stuck() > 0) {
      wrong.add(world.stuck() + " vehicles stood before a barrier that never rose");
    }
    leaks();
    world
        .forgotten()
        .ifPresent(
            what -> wrong.add("after a restart at the end something else is known: " + what));
    world.accounts().forEach(this::tellAgain);
  }

  /** A desk that was not answered tells its payment again, however late, and whoever has left. */
  private void tellAgain(Account who) {
    who.handed.forEach(
        (reference, minor) -> {
          Paid paid = new Paid(reference, world.clock().wall(), minor, "cash");
          Receipt receipt = world.gateway().park.pay(Optional.empty(), Asking.NOTHING, paid);
          if (receipt.isNew() || receipt.refusal().isPresent()) {
            wrong.add("payment " + reference + " is not known when it is told again: " + receipt);
          }
        });
  }

  private void read(JournalRecord record) {
    String session = text(record.body(), "session");
    if (record.body().get("key") instanceof Value.Fields key) {
      sessionsOf
          .computeIfAbsent(text(key, "kind") + " " + text(key, "value"), k -> new HashSet<>())
          .add(session);
    }
    if (record.kind().equals(ParkingRecords.PAYMENT)) {
      long minor = record.body().get("minor") instanceof Value.Whole whole ? whole.value() : 0;
      paidFor.merge(session, minor, Long::sum);
      payments.merge(text(record.body(), "payment"), 1, Integer::sum);
    }
    if (text(record.body(), "event").equals("granted")) {
      grants.merge(
          text(record.body(), "lane") + " " + record.body().get("vehicle"), 1, Integer::sum);
    }
    if (text(record.body(), "event").equals("ended")
        && !text(record.body(), "how").equals("backed-out")) {
      ended.add(session);
    }
    if (text(record.body(), "event").equals("unproven")) {
      doubtful.add(session);
    }
  }

  private static String text(Value.Fields body, String name) {
    return body.get(name) instanceof Value.Text text ? text.value() : "";
  }

  private void judge(Account who) {
    String name = "driver " + who.driver.number() + " (" + who.driver.habit() + ")";
    if (who.takenAgain) {
      wrong.add(name + " paid twice");
    }
    if (who.leftMs < 0) {
      wrong.add(name + " never left");
      return;
    }
    if (who.tailgatedIn || who.driver.habit() == Habit.LOST) {
      compare(name, who, who.handedMinor(), most(), most());
      return;
    }
    long onRecord = 0;
    boolean over = false;
    boolean inDoubt = false;
    for (String session : sessions(who.driver)) {
      onRecord += paidFor.getOrDefault(session, 0L);
      over |= ended.contains(session);
      inDoubt |= doubtful.contains(session);
    }
    if (who.tailgatedOut) {
      leaked++;
      if (over || onRecord != who.handedMinor()) {
        wrong.add(name + " left unseen, and his stay has ended or money is wrong");
      }
      return;
    }
    if (!over) {
      wrong.add(name + " left and his stay goes on");
    }
    if (!who.driver.hasTag() && onRecord != who.handedMinor()) {
      wrong.add(name + " handed over " + who.handedMinor() + ", on record " + onRecord);
    }
    if (inDoubt && who.driver.hasTag() && onRecord == 0) {
      unproven++; // let go before the kill, away after it: flagged, and not charged by itself
      return;
    }
    long paidMs = who.lastPaidMs < 0 ? who.leftMs : who.lastPaidMs;
    boolean lost = who.lostSaid;
    compare(
        name,
        who,
        onRecord,
        due(who.enteredMs + MARGIN_MS, paidMs - MARGIN_MS, lost),
        due(who.enteredMs - MARGIN_MS, who.leftMs + MARGIN_MS, lost));
  }

  private void compare(String name, Account who, long paid, long least, long most) {
    if (paid < least || paid > most) {
      wrong.add(name + " paid " + paid + " and owed " + least + " to " + most + " " + who.handed);
    } else {
      right++;
    }
  }

  private Set<String> sessions(Driver driver) {
    Set<String> all = new HashSet<>();
    for (Key key :
        List.of(
            new Key(Key.Kind.TAG, driver.tag()),
            new Key(Key.Kind.TICKET, driver.ticket()),
            new Key(Key.Kind.PLATE, driver.plate()))) {
      all.addAll(
          sessionsOf.getOrDefault(
              key.kind().name().toLowerCase(Locale.ROOT) + " " + key.value(), Set.of()));
    }
    return all;
  }

  private long due(long enteredMs, long leftMs, boolean lost) {
    Moment came = Moment.sure(began.plusMillis(enteredMs));
    Moment left = Moment.sure(began.plusMillis(Math.max(enteredMs, leftMs)));
    return amount(Optional.of(came), left, lost).totalMinor();
  }

  private long most() {
    return amount(Optional.empty(), Moment.sure(began), true).totalMinor();
  }

  private Amount amount(Optional<Moment> came, Moment left, boolean lost) {
    return tariff.amount(new Stay(came, left, "car", lost, List.of(), List.of(), List.of()));
  }

  /** Every vehicle that got by is counted as one, and none that did not. */
  private void leaks() {
    Map<Leak, Long> counted = world.gateway().park.view().leaks();
    long behind =
        world.accounts().stream()
            .mapToLong(who -> (who.tailgatedIn ? 1 : 0) + (who.tailgatedOut ? 1 : 0))
            .sum();
    long told = counted.getOrDefault(Leak.TAILGATE, 0L);
    if (told != behind) {
      wrong.add(behind + " passed close behind another, counted " + told);
    }
    if (counted.getOrDefault(Leak.PASSED_CLOSED, 0L) > 0) {
      wrong.add("a vehicle is said to have passed a closed barrier: " + counted);
    }
  }
}
