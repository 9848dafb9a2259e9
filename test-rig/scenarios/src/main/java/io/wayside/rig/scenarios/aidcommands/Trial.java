// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.aidcommands;

import io.wayside.core.command.Command;
import io.wayside.core.command.CommandAudit;
import io.wayside.core.command.CommandGate;
import io.wayside.core.command.CommandHandler;
import io.wayside.core.command.CommandResult;
import io.wayside.core.command.Permission;
import io.wayside.core.data.GarbledData;
import io.wayside.core.data.Value;
import io.wayside.core.journal.Backlog;
import io.wayside.core.journal.Journal;
import io.wayside.core.journal.JournalException;
import io.wayside.core.record.JournalRecord;
import io.wayside.core.record.Provenance;
import io.wayside.core.water.Lantern.Fallback;
import io.wayside.waterway.AidVerbs;
import io.wayside.waterway.RulesAtWork;
import io.wayside.waterway.aid.Duty;
import io.wayside.waterway.control.Limits;
import io.wayside.waterway.control.OrderDesk;
import io.wayside.waterway.control.OrderReader;
import io.wayside.waterway.control.OrderRecords;
import io.wayside.waterway.control.Orders;
import io.wayside.waterway.control.Piece;
import io.wayside.waterway.control.Repertoire;
import io.wayside.waterway.control.Sight;
import io.wayside.waterway.control.Surroundings;
import io.wayside.waterway.light.Colour;
import io.wayside.waterway.light.Phase;
import io.wayside.waterway.light.Rhythm;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One light that is ordered about while everything around it fails. */
final class Trial {

  private static final Provenance BY = new Provenance("rig", "0000000000000000", "none");
  private static final OrderRecords RECORDS = new OrderRecords("rig");
  private static final Value UNRECORDED = new Value.Text("unrecorded");
  private static final int CALM_S = 1_500;
  private static final Repertoire REPERTOIRE =
      new Repertoire(
          "Fl R 5s",
          List.of(
              new Piece(Senders.LEASED_CODE, "Fl R 6s", flash(6_000)),
              new Piece(RuledLight.CODE, "Fl R 7s", flash(7_000)),
              new Piece(Senders.PUBLISHED_CODE, Senders.PUBLISHED_CHARACTER, flash(8_000))));

  private final Random chance;
  private final RigTime time = new RigTime();
  private final Fate fate;
  private final MortalJournal journal;
  private final Post post;
  private final Senders senders;
  private final TrueLamp lamp;
  private final FaultyLantern lantern;
  private final @Nullable Eye eye;
  private final RigGauge gauge;
  private final Limits limits;
  private final List<Sent> sent = new ArrayList<>();
  private final List<String> done = new ArrayList<>();
  private final Map<String, Integer> refusals = new TreeMap<>();
  private final List<String> unkept = new ArrayList<>();
  private final List<Integer> kills = new ArrayList<>();
  private final List<Integer> confirmations = new ArrayList<>();
  private final List<Integer> begun = new ArrayList<>();
  private @Nullable Gateway gateway;
  private int backAtS;
  private boolean lineUp = true;
  private boolean calm;

  /** What lives and dies together. */
  private record Gateway(
      CommandGate gate, OrderDesk desk, Backlog backlog, AidVerbs verbs, RulesAtWork rules) {}

  Trial(long seed, boolean lies) {
    // Neighbouring seeds of Random begin alike: all lights would be of one kind.
    this.chance = new Random(new SplittableRandom(seed).nextLong());
    this.fate = new Fate(chance);
    this.journal = new MortalJournal(fate);
    this.post = new Post(chance);
    this.senders = new Senders(chance);
    boolean returns = chance.nextBoolean();
    Fallback fallback = returns ? Fallback.RETURNS_BY_ITSELF : Fallback.HOLDS;
    this.lamp = new TrueLamp(returns, TrueLamp.DARK);
    this.lantern = new FaultyLantern(lamp, new Line(), chance, fate, fallback, lies);
    this.eye = chance.nextInt(3) > 0 ? new Eye() : null;
    this.gauge = new RigGauge(new Random(chance.nextLong()));
    this.limits =
        new Limits(
            Duration.ofMinutes(10),
            Duration.ofMinutes(30),
            Duration.ofMinutes(20),
            Duration.ofSeconds(5),
            Duration.ofSeconds(60),
            Duration.ofSeconds(30),
            Duration.ofMinutes(4),
            Duration.ofSeconds(20),
            Duration.ofMinutes(10),
            Duration.ofSeconds(chance.nextBoolean() ? 60 : 86_400),
            fallback);
  }

  private static Rhythm flash(int periodMs) {
    return new Rhythm(List.of(Phase.lit(Colour.RED, 500), Phase.dark(periodMs - 500)));
  }

  private final class Line implements FaultyLantern.Wire {
    @Override
    public int second() {
      return time.second();
    }

    @Override
    public boolean up() {
      return lineUp;
    }

    @Override
    public void timeOut() {
      pass();
      pass();
    }
  }

  Trial run(int commands) {
    fate.live(1_200);
    while (sent.size() < commands) {
      trouble();
      boolean busy = time.second() / 600 % 3 == 0;
      if (chance.nextInt(busy ? 12 : 90) == 0) {
        send(senders.next(time));
      }
      turn();
    }
    calm = true;
    fate.spare();
    lineUp = true;
    journal.full(false);
    for (int i = 0; i < CALM_S; i++) {
      turn();
    }
    return this;
  }

  private void send(Sent next) {
    sent.add(next);
    post.send(next, time.second());
    if (next.command().verb().equals("change-character")) {
      post.send(senders.confirming(next, time), time.second() + chance.nextInt(30));
    }
  }

  private void trouble() {
    int luck = chance.nextInt(2_000);
    if (luck < (lineUp ? 3 : 20)) {
      lineUp = !lineUp;
    } else if (luck < 22) {
      journal.full(luck == 21);
    } else if (luck < 25) {
      lamp.restarted();
    } else if (luck < 30 && eye != null) {
      eye.blind(luck < 27);
    }
  }

  private void turn() {
    try {
      live();
    } catch (Killed killed) {
      gateway = null;
      journal.lose();
      kills.add(time.second());
      backAtS = time.second() + 1 + chance.nextInt(120);
    }
    pass();
  }

  private void live() {
    if (gateway == null && (calm || time.second() >= backAtS)) {
      begin();
    }
    Gateway now = gateway;
    if (now == null) {
      refusals.merge("gateway away", post.arrived(time.second()).size(), Integer::sum);
      return;
    }
    for (Sent each : post.arrived(time.second())) {
      deliver(now, each);
    }
    now.backlog().retry();
    boolean said = true;
    for (int i = 0; said && i < 5; i++) {
      said = now.desk().step(Optional.of(lantern), around(now));
    }
    fate.instant();
    journal.sync();
  }

  private Surroundings around(Gateway now) {
    Sight sight = eye == null ? Sight.none() : eye.sight(time.second());
    return new Surroundings(
        sight, now.rules().standing(time.now(), sight.due()), centreLostNanos());
  }

  /** It is away for the last tenth of every thousand seconds. */
  private OptionalLong centreLostNanos() {
    int since = time.second() / 1_000 * 1_000 + 900;
    return calm || time.second() < since
        ? OptionalLong.empty()
        : OptionalLong.of(since * 1_000_000_000L);
  }

  private void begin() {
    if (!calm) {
      fate.live(1_200);
    }
    journal.full(false);
    Backlog backlog = new Backlog((Journal) journal, OrderDesk.MOST_WAITING, lost -> {});
    OrderReader reader =
        new OrderReader(limits, REPERTOIRE, character -> Optional.empty(), lantern::knows);
    Orders orders = new Orders(limits, Duration.ofSeconds(5), time.monotonicNanos());
    OrderDesk desk =
        new OrderDesk(
            RECORDS, reader, REPERTOIRE, journal, backlog, () -> BY, time, orders, Duration.ZERO);
    CommandGate gate = new CommandGate();
    gate.recall(journal.last(CommandAudit.STREAM, CommandGate.REMEMBERED));
    try {
      desk.recall();
    } catch (JournalException | GarbledData unread) {
      throw new IllegalStateException("the rig's journal cannot be read", unread);
    }
    gateway =
        new Gateway(
            gate,
            desk,
            backlog,
            new AidVerbs(Senders.TARGET, desk, () -> Value.ABSENT),
            new RulesAtWork(Optional.of(RuledLight.book()), REPERTOIRE));
    begun.add(time.second());
  }

  private void deliver(Gateway now, Sent each) {
    CommandGate.Outcome outcome =
        now.gate().submit(each.command(), List.of(handler(now.verbs())), time.now(), BY);
    fate.instant();
    var unused = journal.append(outcome.audit());
    if (outcome.result() instanceof CommandResult.Refused refused) {
      refusals.merge(refused.code(), 1, Integer::sum);
    } else if (outcome.result() instanceof CommandResult.Done answered) {
      boolean unrecorded = answered.answer().get("state").equals(UNRECORDED);
      (unrecorded ? unkept : done).add(each.id());
      if (each.command().verb().equals(AidVerbs.CONFIRM)) {
        confirmations.add(time.second());
      }
    }
  }

  private static CommandHandler handler(AidVerbs verbs) {
    return new CommandHandler() {
      @Override
      public String target() {
        return verbs.target();
      }

      @Override
      public Map<String, Permission> verbs() {
        return verbs.verbs();
      }

      @Override
      public CommandResult handle(Command command) {
        try {
          return verbs.handle(command);
        } catch (InterruptedException nobodyDoes) {
          throw new IllegalStateException("nobody interrupts the rig", nobodyDoes);
        }
      }
    };
  }

  /** A second goes by, for the lamp, the line and the eye. */
  private void pass() {
    lantern.second(time.second());
    Gateway now = gateway;
    OptionalDouble level = gauge.second(time.second());
    if (now != null && level.isPresent()) {
      now.rules().level(RuledLight.GAUGE, level.getAsDouble(), time.monotonicNanos());
    }
    if (now != null && lineUp) {
      lamp.spokenTo(time.second());
    }
    lamp.second(time.second(), now != null && lineUp);
    if (eye != null) {
      Duty duty = now == null ? Duty.automatic("") : now.desk().view().duty();
      eye.second(lamp.look(time.second()), duty, time.second());
    }
    time.tick();
  }

  List<Sent> sent() {
    return sent;
  }

  /** Ids of what was answered as done, as often as it was. */
  List<String> done() {
    return done;
  }

  /** Copies of commands that came to nothing, and why. */
  Map<String, Integer> refusals() {
    return refusals;
  }

  /** How often the light was given back although the journal could not keep it. */
  int unkept() {
    return unkept.size();
  }

  List<Integer> kills() {
    return kills;
  }

  /** When changes of the published character were confirmed. */
  List<Integer> confirmations() {
    return confirmations;
  }

  /** What the rule may want of the lamp. */
  RuledLight ruled() {
    return new RuledLight(gauge, begun);
  }

  TrueLamp lamp() {
    return lamp;
  }

  FaultyLantern lantern() {
    return lantern;
  }

  Post post() {
    return post;
  }

  boolean holds() {
    return limits.fallback() == Fallback.HOLDS;
  }

  List<JournalRecord> records() {
    return journal.all(RECORDS.stream());
  }
}
