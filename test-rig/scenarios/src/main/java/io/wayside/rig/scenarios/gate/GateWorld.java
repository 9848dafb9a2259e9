// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.gate;

import io.wayside.core.journal.Backlog;
import io.wayside.core.record.Provenance;
import io.wayside.rig.scenarios.gate.Person.Habit;
import io.wayside.rig.scenarios.parking.DyingJournal;
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
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** People at one gate, one after the other; the gateway may die and comes back. */
final class GateWorld {

  static final String GATE = "gate-1";
  static final String STOP = "st-1";

  /** The other end of every journey, in another zone. */
  static final String FROM = "st-4";

  private static final String INSIDER = "a0%014x";
  private static final String OUTSIDER = "b0%014x";
  private static final long TICK_MS = 20;
  private static final long DOWN_MS = 2_000;
  private static final long BETWEEN_MS = 12_000;

  private final LotClock clock = new LotClock();
  private final Barrier barrier = new Barrier(clock);
  private final DyingJournal journal;
  private final ZoneFares fares;
  private final Path orders;
  private final Random random;
  private final Truth truth = new Truth();
  private final ArrayDeque<String> inside = new ArrayDeque<>();
  private GateRun run;
  private Mailbox mailbox = new Mailbox(1_024);
  private long downMs;

  GateWorld(long seed, DyingJournal journal, ZoneFares fares, Path orders)
      throws StepThread.NotYet {
    this.journal = journal;
    this.fares = fares;
    this.orders = orders;
    this.random = new Random(seed);
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
            clock);
    return TicketGate.run(parts, mailbox, new Backlog(journal, 1_024, words -> {}));
  }

  /**
   * Lets people come.
   *
   * @param cheats whether some do not tap as they should
   */
  Truth people(int people, boolean cheats) throws StepThread.NotYet, InterruptedException {
    pass(3_000);
    for (int number = 1; number <= people; number++) {
      boolean out = random.nextBoolean();
      // Who leaves has come in here, or by another gateway's gate, of which his medium knows.
      boolean fromHere = out && !inside.isEmpty() && random.nextBoolean();
      String token = (out ? OUTSIDER : INSIDER).formatted(number);
      if (fromHere) {
        token = inside.remove();
      }
      Person person = Person.random(number, out ? Way.OUT : Way.IN, token, random);
      if (!cheats) {
        person = new Person(Habit.HONEST, person.way(), token);
      }
      serve(person, token);
      pass(BETWEEN_MS);
    }
    truth.caught = barrier.caught();
    return truth;
  }

  private void serve(Person person, String token) throws StepThread.NotYet, InterruptedException {
    truth.people++;
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
        truth.lapsed++;
        stays(person, token);
      }
      case PASSES_BACK -> {
        walk(person, token, 1);
        pass(6_000);
        tap(person, token); // too soon for anybody else
        pass(1_000);
        truth.wrongOpen += barrier.isOpen() ? 1 : 0;
        truth.passedBack++;
      }
      case DENIED -> {
        tap(person, person.token());
        pass(1_000);
        truth.wrongOpen += barrier.isOpen() ? 1 : 0;
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

  private void stays(Person person, String token) {
    if (person.way() == Way.OUT && !isOutsider(token)) {
      inside.add(token);
    }
  }

  private static boolean isOutsider(String token) {
    return token.startsWith("b0");
  }

  /** Where the journey of who leaves has begun. */
  static String from(String token) {
    return isOutsider(token) ? FROM : STOP;
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
    cross(person.way(), persons);
    truth.passed++;
    if (person.way() == Way.IN) {
      inside.add(token);
    } else {
      truth.left.add(token);
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
    // The card says where its journey began, since that gate is another gateway's.
    String carried =
        person.way() == Way.OUT && isOutsider(token) && !truth.left.contains(token)
            ? ",in," + FROM + "," + (clock.wall().getEpochSecond() - 60)
            : "";
    barrier.cards.says("TAP," + way + "," + token + carried);
  }

  private void pass(long ms) throws StepThread.NotYet, InterruptedException {
    for (long left = ms; left > 0; left -= TICK_MS) {
      clock.pass(TICK_MS);
      barrier.move(TICK_MS, barrier.safety.active().orElse(true));
      if (downMs > 0) {
        downMs -= TICK_MS;
        if (downMs <= 0) {
          journal.revive();
          run = start();
          truth.restarts++;
        }
      } else {
        step();
      }
    }
  }

  private void step() throws InterruptedException {
    Runnable letter = mailbox.next(0);
    while (letter != null && !journal.isDead()) {
      run.take(letter);
      letter = mailbox.next(0);
    }
    run.take(null);
    downMs = journal.isDead() ? DOWN_MS : 0;
  }

  /** What is true of the people. */
  static final class Truth {
    int people;
    int passed;
    int unpaid;
    int lapsed;
    int passedBack;
    int denied;
    int wrongOpen;
    int stuck;
    int caught;
    int restarts;

    /** Tokens whose journey ended here. */
    final List<String> left = new ArrayList<>();
  }

  GateRun gate() {
    return run;
  }
}
