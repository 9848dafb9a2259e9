// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.parking;

import io.wayside.rig.scenarios.parking.Driver.Habit;
import io.wayside.tolling.parking.Key;
import io.wayside.tolling.parkinglot.Asking;
import io.wayside.tolling.parkinglot.Word;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** What a driver shows and pays at a lane, again and again until the barrier is up. */
final class Showing {

  private static final long FIRST_MS = 2_000;
  private static final long AGAIN_MS = 3_000;

  private Showing() {}

  static void at(Visit visit, LotGateway gateway, LotClock clock, long nowMs) {
    Account who = visit.lead;
    if (who.driver.hasTag()
        || visit.waitedMs < FIRST_MS
        || (visit.waitedMs - FIRST_MS) % AGAIN_MS != 0) {
      return;
    }
    boolean lost = !visit.isEntry() && isLost(who);
    who.lostSaid |= lost;
    Asking asking = new Asking(keys(who.driver, lost), "car", lost, List.of());
    Optional<Word> word = gateway.lane(visit.lane).show(asking, lost ? "lost-ticket" : "ticket");
    if (word.isPresent() && !visit.isEntry() && mustPay(word.get()) && who.due == null) {
      long open = word.get().amount().map(amount -> amount.openMinor()).orElse(0L);
      String reference = "exit-" + who.driver.number() + "-" + who.handed.size();
      who.due = new Account.Due(word.get().session(), asking, reference, open);
    }
    settle(who, gateway, clock, nowMs);
  }

  private static void settle(Account who, LotGateway gateway, LotClock clock, long nowMs) {
    Account.Due due = who.due;
    if (due != null
        && Cashier.pay(
            gateway,
            due.session(),
            due.asking(),
            due.reference(),
            due.minor(),
            "card",
            who,
            clock,
            nowMs)) {
      who.due = null;
    }
  }

  private static boolean mustPay(Word word) {
    return word.code().equals(Word.TO_PAY) || word.code().equals(Word.NO_ENTRY);
  }

  private static boolean isLost(Account who) {
    Habit habit = who.driver.habit();
    return who.tailgatedIn || habit == Habit.LOST || habit == Habit.LOST_WITH_PLATE;
  }

  private static SortedSet<Key> keys(Driver driver, boolean lost) {
    TreeSet<Key> keys = new TreeSet<>();
    if (!lost) {
      keys.add(new Key(Key.Kind.TICKET, driver.ticket()));
    }
    if (driver.habit() == Habit.LOST_WITH_PLATE) {
      keys.add(new Key(Key.Kind.PLATE, driver.plate()));
    }
    return keys;
  }
}
