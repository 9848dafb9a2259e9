// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.parking;

import io.wayside.core.data.Json;
import io.wayside.core.journal.JournalException;
import io.wayside.rig.scenarios.parking.Driver.Habit;
import io.wayside.tolling.tariff.Tariff;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Random;

/** Drivers, lanes and a gateway that may die, moved on together. */
final class LotWorld {

  /** So long the gateway is away when it has died. */
  private static final long DOWN_MS = 3_000;

  private static final long TICK_MS = 50;
  private static final long QUIET_MS = 8_000;
  private static final long PATIENCE_MS = 600_000;
  private static final long MINUTE_MS = 60_000;
  private static final int FIRST_GUEST = 10_000;

  /** What a driver is about to do. */
  private enum What {
    ENTER,
    DESK,
    LEAVE
  }

  private record Plan(long atMs, int number, What what, Account who, boolean first) {}

  private final LotClock clock = new LotClock();
  private final Map<String, LotDevices> devices = new LinkedHashMap<>();
  private final PriorityQueue<Plan> plans =
      new PriorityQueue<>(Comparator.comparingLong(Plan::atMs).thenComparingInt(Plan::number));
  private final Map<String, Visit> visits = new LinkedHashMap<>();
  private final List<Account> accounts = new ArrayList<>();
  private final List<Cashier> cashiers = new ArrayList<>();
  private final DyingJournal journal;
  private final Tariff tariff;
  private final Path orders;
  private LotGateway gateway;
  private long nowMs;
  private long downMs;
  private long quietMs;
  private int planned;
  private long inside;
  private long worstCount;
  private int restarts;
  private int stuck;

  LotWorld(
      long seed, int drivers, boolean tailgaters, DyingJournal journal, Tariff tariff, Path orders)
      throws JournalException {
    this.journal = journal;
    this.tariff = tariff;
    this.orders = orders;
    devices.put(LotGateway.ENTRY, new LotDevices(LotGateway.ENTRY, clock));
    devices.put(LotGateway.EXIT, new LotDevices(LotGateway.EXIT, clock));
    Random random = new Random(seed);
    long atMs = 10_000;
    for (int number = 1; number <= drivers; number++) {
      atMs += MINUTE_MS * (1 + random.nextInt(30));
      Account account = new Account(Driver.random(number, atMs, tailgaters, random));
      accounts.add(account);
      plan(atMs, What.ENTER, account, true);
    }
    gateway = new LotGateway(journal, tariff, clock, devices, orders);
  }

  private void plan(long atMs, What what, Account who, boolean first) {
    plans.add(new Plan(atMs, planned++, what, who, first));
  }

  LotWorld run() throws JournalException, InterruptedException {
    while (!plans.isEmpty() || !visits.isEmpty() || !cashiers.isEmpty() || quietMs < QUIET_MS) {
      leap();
      tick();
    }
    return this;
  }

  /** Over the hours in which nothing moves. */
  private void leap() {
    Plan next = plans.peek();
    if (quietMs >= QUIET_MS && next != null && next.atMs() - nowMs > 2 * QUIET_MS) {
      pass(next.atMs() - nowMs - QUIET_MS);
    }
  }

  private void pass(long ms) {
    nowMs += ms;
    clock.pass(ms);
  }

  private void tick() throws JournalException, InterruptedException {
    pass(TICK_MS);
    devices.values().forEach(each -> each.move(TICK_MS));
    begin();
    for (Visit visit : List.copyOf(visits.values())) {
      visit.move(TICK_MS);
    }
    if (downMs > 0) {
      downMs -= TICK_MS;
      if (downMs <= 0) {
        journal.revive();
        restarts++;
        gateway = new LotGateway(journal, tariff, clock, devices, orders);
      }
    } else {
      gateway.run();
      act();
      if (journal.takeFault()) {
        gateway.fault();
        restarts++;
      }
      if (journal.isDead()) {
        downMs = DOWN_MS;
      }
    }
    for (Visit visit : List.copyOf(visits.values())) {
      end(visit);
    }
    look();
  }

  private void begin() {
    List<Plan> later = new ArrayList<>();
    while (!plans.isEmpty() && plans.element().atMs() <= nowMs) {
      Plan plan = plans.remove();
      String lane = plan.what() == What.ENTER ? LotGateway.ENTRY : LotGateway.EXIT;
      if (plan.what() == What.DESK) {
        cashiers.add(new Cashier(plan.who(), plan.who().driver.habit() == Habit.TWICE));
      } else if (visits.containsKey(lane) || !at(lane).isDown()) {
        later.add(plan);
      } else {
        visits.put(lane, visit(lane, plan));
      }
    }
    later.forEach(plan -> plan(plan.atMs() + 1_000, plan.what(), plan.who(), plan.first()));
  }

  private Visit visit(String lane, Plan plan) {
    boolean entry = plan.what() == What.ENTER;
    Habit habit = plan.who().driver.habit();
    Optional<Account> behind = Optional.empty();
    Account lead = plan.who();
    if (habit == Habit.TAILGATES_IN && entry) {
      // Somebody honest goes ahead, for whom all is as it should be.
      int number = FIRST_GUEST + plan.who().driver.number();
      behind = Optional.of(plan.who());
      lead = new Account(new Driver(number, Habit.TAG, nowMs, 30 * MINUTE_MS));
    } else if (habit == Habit.TAILGATES_OUT && !entry && guest().isPresent()) {
      behind = Optional.of(plan.who());
      lead = guest().get();
    }
    return new Visit(lane, at(lane), lead, behind, Visit.backsOut(habit, entry, plan.first()));
  }

  /** Somebody with a tag who is inside and goes now. */
  private Optional<Account> guest() {
    return accounts.stream()
        .filter(each -> each.driver.hasTag() && each.enteredMs >= 0 && each.leftMs < 0)
        .findFirst();
  }

  private LotDevices at(String lane) {
    LotDevices found = devices.get(lane);
    if (found == null) {
      throw new IllegalArgumentException("there is no lane " + lane);
    }
    return found;
  }

  /** What drivers and desks do, as far as the gateway is there. */
  private void act() {
    for (Visit visit : visits.values()) {
      if (visit.isWaiting() && !journal.isDead()) {
        Showing.at(visit, gateway, clock, nowMs);
      }
    }
    cashiers.removeIf(cashier -> !journal.isDead() && cashier.isDone(gateway, clock, nowMs));
  }

  private void end(Visit visit) {
    boolean lost = visit.waitedMs > PATIENCE_MS;
    if (!visit.isOver() && !lost) {
      return;
    }
    visits.remove(visit.lane);
    if (lost) {
      stuck++;
      at(visit.lane).arming.is(false);
      return;
    }
    if (visit.phase() == Visit.Phase.WENT_BACK) {
      plan(nowMs + 3 * MINUTE_MS, visit.isEntry() ? What.ENTER : What.LEAVE, visit.lead, false);
      return;
    }
    passed(visit, visit.lead, false);
    visit.follower.ifPresent(behind -> passed(visit, behind, true));
  }

  private void passed(Visit visit, Account who, boolean tailgating) {
    if (visit.isEntry()) {
      inside++;
      who.enteredMs = nowMs;
      who.tailgatedIn = tailgating;
      if (!accounts.contains(who)) {
        accounts.add(who);
      }
      leaveLater(who);
    } else {
      inside--;
      who.leftMs = nowMs;
      who.tailgatedOut = tailgating;
      plans.removeIf(plan -> plan.who() == who);
    }
  }

  private void leaveLater(Account who) {
    long leaves = nowMs + who.driver.staysMs();
    switch (who.driver.habit()) {
      case DESK, TWICE -> plan(leaves - 6 * MINUTE_MS + 1, What.DESK, who, true);
      case DAWDLER -> {
        plan(leaves, What.DESK, who, true);
        leaves += 95 * MINUTE_MS;
      }
      default -> {
        // Pays at the exit, or not at all.
      }
    }
    plan(Math.max(nowMs + MINUTE_MS, leaves), What.LEAVE, who, true);
  }

  private void look() {
    boolean still = visits.isEmpty() && downMs <= 0 && cashiers.isEmpty();
    boolean down = devices.values().stream().allMatch(LotDevices::isDown);
    quietMs = still && down ? quietMs + TICK_MS : 0;
    if (quietMs == QUIET_MS) {
      worstCount = Math.max(worstCount, Math.abs(gateway.park.view().inside() - inside));
    }
  }

  List<Account> accounts() {
    return accounts;
  }

  /** The wall time at which the world began. */
  Instant began() {
    return clock.wall().minusMillis(nowMs);
  }

  /** By how much the gateway's count was wrong at worst, while nobody was in a lane. */
  long worstCount() {
    return worstCount;
  }

  /** By how much it is wrong now. */
  long lastCount() {
    return gateway.park.view().inside() - inside;
  }

  int restarts() {
    return restarts;
  }

  /** The gateway begins once more, when all is quiet: what it knows that differs, if any. */
  Optional<String> forgotten() throws JournalException {
    String before = Json.write(gateway.park.view().toValue());
    gateway = new LotGateway(journal, tariff, clock, devices, orders);
    String after = Json.write(gateway.park.view().toValue());
    return before.equals(after) ? Optional.empty() : Optional.of(before + " and then " + after);
  }

  LotClock clock() {
    return clock;
  }

  /** Visits that came to no end. */
  int stuck() {
    return stuck;
  }

  int fell() {
    return devices.values().stream().mapToInt(LotDevices::fell).sum();
  }

  LotGateway gateway() {
    return gateway;
  }
}
