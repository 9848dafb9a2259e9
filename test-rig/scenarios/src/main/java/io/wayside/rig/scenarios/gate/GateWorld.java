// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.gate;

import io.wayside.core.journal.Backlog;
import io.wayside.core.record.Provenance;
import io.wayside.rig.scenarios.gate.Person.Habit;
import io.wayside.rig.scenarios.parking.LotClock;
import io.wayside.tolling.control.KeptOrder;
import io.wayside.tolling.control.StepThread;
import io.wayside.tolling.gate.GateTimes;
import io.wayside.tolling.gate.TapRules;
import io.wayside.tolling.gate.TokenFinding;
import io.wayside.tolling.gate.Way;
import io.wayside.tolling.gate.Zone;
import io.wayside.tolling.gate.ZoneFares;
import io.wayside.tolling.gatework.GateParts;
import io.wayside.tolling.gatework.GateRun;
import io.wayside.tolling.gatework.Mailbox;
import io.wayside.tolling.gatework.TicketGate;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/** People at one gate, one after the other; the gateway may die and comes back. */
final class GateWorld {

  static final String GATE = "gate-1";
  static final String STOP = "st-1";

  /** The other end of a journey that does not begin here, in another zone. */
  static final String FROM = "st-4";

  private static final String INSIDER = "a0%014x";
  private static final String OUTSIDER = "b0%014x";
  private static final long TICK_MS = 20;
  private static final long IDLE_TICK_MS = 500;
  private static final long BETWEEN_MS = 12_000;

  /** Longer than the pass-back time. */
  private static final long LATER_MS = 660_000;

  private static final int MOST_COME_AGAIN = 8;

  private final LotClock clock = new LotClock();
  private final GateClock gatewaysClock = new GateClock(clock);
  private final Barrier barrier = new Barrier(clock);
  private final GateJournal journal;
  private final ZoneFares fares;
  private final Path orders;
  private final Trials trials;
  private final Random random;
  private final Media media;
  private final Truth truth = new Truth();
  private final ArrayDeque<String> inside = new ArrayDeque<>();
  private final ArrayDeque<String> outside = new ArrayDeque<>();
  private GateRun run;
  private Mailbox mailbox = new Mailbox(1_024);
  private long downMs;
  private long killMs;
  private long syncMs;
  private int cameAgain;

  GateWorld(long seed, GateJournal journal, ZoneFares fares, Path orders, Trials trials)
      throws StepThread.NotYet {
    this.journal = journal;
    this.fares = fares;
    this.orders = orders;
    this.trials = trials;
    this.random = new Random(seed);
    this.media = new Media(clock, random.nextInt(5) - 2);
    this.run = start();
  }

  private GateRun start() throws StepThread.NotYet {
    mailbox = new Mailbox(1_024);
    GateParts parts =
        new GateParts(
            new GateParts.Settings(
                GATE,
                STOP,
                new TapRules(
                    Duration.ofSeconds(5), Duration.ofMinutes(10), Duration.ofHours(3), true),
                GateTimes.usual(),
                10_000,
                Duration.ofMillis(1_500)),
            barrier.all(),
            fares,
            token -> new TokenFinding(token.startsWith("dead"), "blocked", 1, Instant.EPOCH),
            new KeptOrder(orders.resolve(GATE)),
            journal,
            () -> new Provenance("rig", "0123456789abcdef", "none"),
            gatewaysClock);
    return TicketGate.run(parts, mailbox, new Backlog(journal, 1_024, words -> {}));
  }

  /** Lets people come. */
  Truth people(int people) throws StepThread.NotYet, InterruptedException {
    pass(3_000);
    for (int number = 1; number <= people; number++) {
      boolean out = random.nextBoolean();
      Way way = out ? Way.OUT : Way.IN;
      String token = out ? leaves(number) : comes(number);
      Person person = Person.random(number, way, token, random);
      if (!trials.cheats()) {
        person = new Person(Habit.HONEST, way, token);
      }
      tryGateway();
      serve(person, person.token());
      journal.is(GateJournal.Mood.AT_ONCE);
      syncMs = 0;
      journal.sync();
      pass(BETWEEN_MS);
    }
    killMs = 0;
    while (downMs > 0) {
      pass(BETWEEN_MS);
    }
    pass(BETWEEN_MS); // each tap has its end by then
    truth.caught = barrier.caught();
    return truth;
  }

  /** Somebody who came in here, or by another gateway's gate, of which his medium knows. */
  private String leaves(int number) {
    if (!inside.isEmpty() && random.nextBoolean()) {
      return inside.remove();
    }
    String token = OUTSIDER.formatted(number);
    media.cameFrom(FROM, token);
    return token;
  }

  /** Somebody new, or somebody who has left before. */
  private String comes(int number) throws StepThread.NotYet, InterruptedException {
    if (outside.isEmpty() || cameAgain >= MOST_COME_AGAIN || random.nextBoolean()) {
      return INSIDER.formatted(number);
    }
    cameAgain++;
    idle(LATER_MS);
    return outside.remove();
  }

  private void tryGateway() {
    if (trials.killed() && random.nextInt(3) == 0) {
      killMs = 20L + random.nextInt(9_000);
    }
    if (trials.moody() && random.nextInt(3) == 0) {
      journal.is(random.nextBoolean() ? GateJournal.Mood.NOT_NOW : GateJournal.Mood.LATE);
      syncMs = 20L + random.nextInt(9_000);
    }
  }

  private void serve(Person person, String token) throws StepThread.NotYet, InterruptedException {
    switch (person.habit()) {
      case HONEST -> walk(person, token, 1);
      case TAPS_TWICE -> {
        tap(person, token);
        pass(400);
        walk(person, token, 1);
      }
      case TAILGATES -> {
        truth.unpaid++;
        walk(person, token, 2);
      }
      case TURNS_ROUND -> {
        tap(person, token);
        pass(8_000);
        stays(person, token);
      }
      case COMES_AGAIN -> {
        tap(person, token);
        pass(8_000);
        walk(person, token, 1);
      }
      case PASSES_BACK -> {
        walk(person, token, 1);
        pass(6_000);
        tap(person, token); // too soon for anybody else
        pass(1_000);
        wrongWhenOpen();
        truth.passedBack++;
      }
      case DENIED -> {
        tap(person, person.token());
        pass(1_000);
        wrongWhenOpen();
        truth.denied++;
        stays(person, token);
      }
      case WRONG_WAY -> {
        tap(person, token);
        pass(800);
        cross(person.way() == Way.IN ? Way.OUT : Way.IN, 1);
        truth.unpaid++;
        pass(500);
        walk(person, token, 1); // his tap holds as long as the first had not gone
      }
    }
  }

  /** Flaps that fell open while the gateway is away are not its fault. */
  private void wrongWhenOpen() {
    truth.wrongOpen += barrier.isOpen() && downMs <= 0 && truth.restarts == 0 ? 1 : 0;
  }

  private void stays(Person person, String token) {
    if (person.way() == Way.OUT && !isOutsider(token) && !token.startsWith("dead")) {
      inside.add(token);
    }
  }

  private static boolean isOutsider(String token) {
    return token.startsWith("b0");
  }

  /** Taps until the flaps open, and goes. */
  private void walk(Person person, String token, int persons)
      throws StepThread.NotYet, InterruptedException {
    int tries = 0;
    do {
      tap(person, token);
      for (int waited = 0; waited < 3_000 && (waited < 200 || !barrier.isOpen()); waited += 100) {
        pass(100);
      }
      if (!barrier.isOpen()) {
        pass(3_000); // the same tap again is one; later it is another
      }
    } while (++tries < 8 && !barrier.isOpen());
    if (!barrier.isOpen()) {
      truth.stuck++;
      return;
    }
    boolean asked = downMs <= 0;
    cross(person.way(), persons);
    truth.unasked += asked && downMs <= 0 ? 0 : 1;
    truth.passed++;
    if (person.way() == Way.IN) {
      truth.from.put(token, STOP);
      inside.add(token);
    } else {
      String from = truth.from.getOrDefault(token, FROM);
      truth.from.remove(token);
      long fare = fares.between(from, STOP).orElseThrow();
      truth.due.computeIfAbsent(token, t -> new ArrayList<>()).add(fare);
      media.leaves(token);
      outside.add(token);
    }
  }

  private void cross(Way way, int persons) throws StepThread.NotYet, InterruptedException {
    Zone from = way == Way.IN ? Zone.FREE_SIDE : Zone.PAID_SIDE;
    Zone to = way == Way.IN ? Zone.PAID_SIDE : Zone.FREE_SIDE;
    for (int i = 0; i < persons; i++) {
      see(from, true, 200);
      see(Zone.SAFETY, true, 200);
      see(from, false, 100);
      see(to, true, 100);
      see(Zone.SAFETY, false, 200);
      see(to, false, 60);
    }
  }

  private void see(Zone zone, boolean on, long ms) throws StepThread.NotYet, InterruptedException {
    barrier.is(zone, on);
    pass(ms);
  }

  private void tap(Person person, String token) {
    String way = person.way().name().toLowerCase(Locale.ROOT);
    barrier.cards.says("TAP," + way + "," + token + media.shown(token, person.way()));
  }

  private void pass(long ms) throws StepThread.NotYet, InterruptedException {
    pass(ms, TICK_MS);
  }

  /** Nobody is there. */
  private void idle(long ms) throws StepThread.NotYet, InterruptedException {
    pass(ms, IDLE_TICK_MS);
  }

  private void pass(long ms, long tickMs) throws StepThread.NotYet, InterruptedException {
    for (long left = ms; left > 0; left -= tickMs) {
      clock.pass(tickMs);
      barrier.move(tickMs, barrier.safety.active().orElse(true));
      worsen(tickMs);
      if (downMs > 0) {
        downMs -= tickMs;
        if (downMs <= 0) {
          comesBack();
        }
      } else {
        step();
      }
    }
  }

  private void worsen(long ms) {
    if (syncMs > 0) {
      syncMs -= ms;
      if (syncMs <= 0) {
        journal.is(GateJournal.Mood.AT_ONCE);
        journal.sync();
      }
    }
    if (killMs > 0 && downMs <= 0) {
      killMs -= ms;
      if (killMs <= 0) {
        journal.die();
      }
    }
  }

  private void comesBack() throws StepThread.NotYet {
    journal.revive();
    journal.is(GateJournal.Mood.AT_ONCE);
    gatewaysClock.boots(
        trials.wrongClock() && random.nextBoolean()
            ? Duration.ofMinutes(random.nextInt(600) - 300)
            : Duration.ZERO);
    run.close();
    run = start();
    truth.restarts++;
  }

  private void step() throws InterruptedException {
    Runnable letter = mailbox.next(0);
    while (letter != null && !journal.isDead()) {
      run.take(letter);
      letter = mailbox.next(0);
    }
    if (!journal.isDead()) {
      run.take(null);
    }
    downMs = journal.isDead() ? Trials.downMs(random) : 0;
  }

  /** What is true of the people. */
  static final class Truth {
    int passed;
    int unpaid;
    int passedBack;
    int denied;
    int wrongOpen;
    int stuck;
    int caught;
    int restarts;

    /** Who passed while the gateway was away. */
    int unasked;

    /** What each journey that ended here costs, by token. */
    final Map<String, List<Long>> due = new HashMap<>();

    /** Where those who are inside came in, when it was here. */
    private final Map<String, String> from = new HashMap<>();
  }

  GateRun gate() {
    return run;
  }
}
