// SPDX-License-Identifier: Apache-2.0
package io.wayside.waterway.control;

import io.wayside.core.command.Actor;
import io.wayside.core.command.Command;
import io.wayside.core.command.CommandResult;
import io.wayside.core.command.Permission;
import io.wayside.core.data.GarbledData;
import io.wayside.core.data.Value;
import io.wayside.core.journal.Backlog;
import io.wayside.core.journal.JournalException;
import io.wayside.core.record.Provenance;
import io.wayside.core.water.Lantern;
import io.wayside.core.water.Lantern.Fallback;
import io.wayside.waterway.light.Colour;
import io.wayside.waterway.light.Phase;
import io.wayside.waterway.light.Rhythm;
import io.wayside.waterway.rhythm.Seen;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** One light with its desk, journal, clock and lantern, to be ordered about by a test. */
final class Bench {

  static final Rhythm FL_R_5S = new Rhythm(List.of(Phase.lit(Colour.RED, 500), Phase.dark(4_500)));
  static final Rhythm Q_R = new Rhythm(List.of(Phase.lit(Colour.RED, 500), Phase.dark(500)));
  static final Repertoire REPERTOIRE =
      new Repertoire(
          "Fl R 5s",
          List.of(
              new Piece("11", "Q R", Q_R),
              new Piece("12", "Iso R 4s", Q_R),
              new Piece("13", "Fl G 5s", FL_R_5S)));

  /** Longer than any test. */
  static final Duration NEVER = Duration.ofDays(365);

  final HandTime time = new HandTime();
  final KeptJournal journal = new KeptJournal();
  TestLantern lantern = new TestLantern();
  boolean lanternThere = true;
  Limits limits = limits(Fallback.RETURNS_BY_ITSELF, NEVER);
  Sight sight = Sight.none();
  Optional<Standing> rule = Optional.empty();
  String face = "central";
  OptionalLong centreLostNanos = OptionalLong.empty();
  Backlog backlog = new Backlog(journal, OrderDesk.MOST_WAITING, lost -> {});
  OrderDesk desk = open();
  private int number;

  static Limits limits(Fallback fallback, Duration centreGone) {
    return new Limits(
        Duration.ofMinutes(30),
        Duration.ofHours(4),
        Duration.ofHours(1),
        Duration.ofSeconds(5),
        Duration.ofSeconds(60),
        Duration.ofSeconds(60),
        Duration.ofMinutes(4),
        Duration.ofSeconds(20),
        Duration.ofMinutes(10),
        centreGone,
        fallback);
  }

  private OrderDesk open() {
    OrderReader reader =
        new OrderReader(
            limits,
            REPERTOIRE,
            character ->
                character.contains(" G ")
                    ? Optional.of("a mark to starboard shows red, not " + character)
                    : Optional.empty(),
            () -> lanternThere ? lantern.knows() : Set.of());
    backlog = new Backlog(journal, OrderDesk.MOST_WAITING, lost -> {});
    return new OrderDesk(
        new OrderRecords("buoy-7"),
        reader,
        REPERTOIRE,
        journal,
        backlog,
        () -> new Provenance("test", "0000000000000000", "none"),
        time,
        new Orders(limits, Duration.ofMillis(FL_R_5S.periodMs()), time.monotonicNanos()),
        Duration.ZERO);
  }

  void centreLost(boolean is) {
    boolean goesOn = is && centreLostNanos.isPresent();
    if (!goesOn) {
      centreLostNanos = is ? OptionalLong.of(time.monotonicNanos()) : OptionalLong.empty();
    }
  }

  /** As by a kill: nothing of the old desk goes on. */
  Bench restarted() throws JournalException, GarbledData {
    desk = open();
    desk.recall();
    return this;
  }

  /** Steps until nothing is left to be said now. */
  Bench settle() {
    for (int i = 0; step() && i < 20; i++) {
      assert i < 19 : "it never comes to rest";
    }
    return this;
  }

  boolean step() {
    Optional<Lantern> there = lanternThere ? Optional.of(lantern) : Optional.empty();
    return desk.step(there, new Surroundings(sight, rule, centreLostNanos));
  }

  Bench pass(int seconds) {
    for (int i = 0; i < seconds; i++) {
      time.pass(Duration.ofSeconds(1));
      settle();
    }
    return this;
  }

  void shows(Seen seen, Sight.Due due) {
    sight = new Sight(Optional.of(seen), time.monotonicNanos(), due);
  }

  Command command(String verb, String actor, Value.Fields arguments) {
    number++;
    return new Command(
        "o-" + number,
        "aid.buoy-7",
        verb,
        arguments,
        new Actor(actor, face, Set.of(Permission.MAINTAIN)),
        "lamp works",
        time.wall().plusSeconds(120));
  }

  CommandResult order(Verb verb, Value.Fields arguments) throws InterruptedException {
    CommandResult result = desk.order(command(verb.word(), "nam", arguments), verb);
    settle();
    return result;
  }

  CommandResult order(Verb verb, int leaseS) throws InterruptedException {
    return order(verb, Value.Fields.with("leaseS", leaseS).build());
  }

  static Value.Fields nothing() {
    return new Value.Fields(java.util.Map.of());
  }

  /** Steps of an order as they are on record, an asterisk behind its outcome. */
  List<String> steps(String id) {
    List<String> steps = new ArrayList<>();
    for (var record : journal.records()) {
      if (text(record.body(), "id").equals(id)) {
        boolean last = record.body().get("last").equals(new Value.Truth(true));
        steps.add(text(record.body(), "step") + (last ? "*" : ""));
      }
    }
    return steps;
  }

  String code(String id) {
    String code = "";
    for (var record : journal.records()) {
      if (text(record.body(), "id").equals(id)) {
        code = text(record.body(), "code");
      }
    }
    return code;
  }

  private static String text(Value.Fields body, String name) {
    return body.get(name) instanceof Value.Text text ? text.value() : "";
  }
}
