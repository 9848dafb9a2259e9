// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.gate;

import io.wayside.core.data.GarbledData;
import io.wayside.core.data.Json;
import io.wayside.core.data.Node;
import io.wayside.core.data.Value;
import io.wayside.rig.scenarios.gate.GateWorld.Truth;
import io.wayside.rig.scenarios.parking.LotOptions;
import io.wayside.rig.scenarios.site.Folders;
import io.wayside.tolling.control.StepThread;
import io.wayside.tolling.gate.ZoneFares;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** {@code ./wayside rig gate}: a ticket gate against its people, killed at every record. */
public final class RigGate {

  private static final String USAGE =
      """
      usage: ./wayside rig gate [--seed N] [--seeds N] [--people N] [--kills no]

        --seed N     of the first world; 1
        --seeds N    worlds; 5
        --people N   in each; 40
        --kills no   the first part alone

      First: people who tap and pass, tap twice, turn round, come again, pass their medium back,
      walk close behind another or the wrong way, and media that are denied. Half of the media carry
      their last tap as the reader wrote it. Each journey costs its fare once, and each who did not
      pay is counted and on record.

      Second, for each world with at most 10 who all tap and pass: the gateway is killed at every
      record, once before and once after that is durable, and is away for 2, 7 or 90 s in which the
      flaps fall open. Third, 20 worlds for each seed in which it is killed at any moment, the
      journal is late or takes nothing, and the clock is wrong after a restart, by turns.

      Always: nobody owes more than his journeys cost, each allowed tap has one end, nobody is caught
      by the flaps, and no more go unpaid than passed while the gateway was away, and one at each
      restart. Exit status 1 when something is not so.
      """;

  private static final int WRONG_USAGE = 2;
  private static final int PEOPLE_OF_A_KILL = 10;
  private static final int WORLDS_OF_A_SEED = 20;

  private final ZoneFares fares;
  private final Path orders;
  private final PrintStream out;
  private int faults;
  private int right;
  private int less;
  private int restarts;

  private RigGate(ZoneFares fares, Path orders, PrintStream out) {
    this.fares = fares;
    this.orders = orders;
    this.out = out;
  }

  /** Runs it and returns the exit code. */
  public static int run(List<String> arguments, Path home, PrintStream out, PrintStream err)
      throws InterruptedException {
    if (arguments.contains("--help")) {
      out.print(USAGE);
      return 0;
    }
    try {
      List<String> told =
          arguments.stream().map(each -> each.equals("--people") ? "--drivers" : each).toList();
      LotOptions options = LotOptions.parse(told);
      Path file = home.resolve("config/tolling/tariffs-zones-example.json");
      ZoneFares fares = ZoneFares.from(Node.read(file.toString(), Files.readString(file)));
      Path orders = Files.createTempDirectory("wayside-gate");
      try {
        RigGate rig = new RigGate(fares, orders, out);
        rig.days(options);
        if (options.kills()) {
          rig.kills(options);
          rig.trials(options);
        }
        return rig.faults == 0 ? 0 : 1;
      } finally {
        Folders.delete(orders);
      }
    } catch (IllegalArgumentException | IOException | GarbledData | StepThread.NotYet wrong) {
      err.println("wayside rig gate: " + wrong.getMessage());
      return WRONG_USAGE;
    }
  }

  private void days(LotOptions options) throws StepThread.NotYet, InterruptedException {
    int passed = 0;
    int unpaid = 0;
    for (long seed = options.seed(); seed < options.seed() + options.seeds(); seed++) {
      GateJournal journal = new GateJournal(0, false);
      GateWorld world = new GateWorld(seed, journal, fares, orders, Trials.NONE);
      Truth truth = world.people(options.drivers());
      passed += truth.passed;
      unpaid += truth.unpaid;
      judge("seed " + seed, truth, journal);
      counted("seed " + seed, truth, world, new GateJudge(journal.all()).unpaid);
    }
    out.println(
        passed
            + " passed, "
            + right
            + " journeys charged rightly, "
            + unpaid
            + " got by unpaid, counted and on record, "
            + faults
            + " faults");
  }

  private void kills(LotOptions options) throws StepThread.NotYet, InterruptedException {
    int kills = 0;
    right = 0;
    for (long seed = options.seed(); seed < options.seed() + options.seeds(); seed++) {
      boolean died = true;
      for (long at = 1; died; at++) {
        for (boolean kept : new boolean[] {false, true}) {
          GateJournal journal = new GateJournal(at, kept);
          int people = Math.min(PEOPLE_OF_A_KILL, options.drivers());
          Truth truth = new GateWorld(seed, journal, fares, orders, Trials.ONE_KILL).people(people);
          died = journal.appended() >= at;
          kills += died ? 1 : 0;
          judge(
              "seed " + seed + " killed at record " + at + (kept ? " kept" : " not kept"),
              truth,
              journal);
        }
      }
    }
    out.println(kills + " kills: " + outcome());
  }

  private void trials(LotOptions options) throws StepThread.NotYet, InterruptedException {
    right = 0;
    less = 0;
    restarts = 0;
    for (long seed = options.seed(); seed < options.seed() + options.seeds(); seed++) {
      Random random = new Random(seed);
      for (int i = 0; i < WORLDS_OF_A_SEED; i++) {
        Trials trials = Trials.random(random);
        long own = random.nextLong();
        GateJournal journal = new GateJournal(0, false);
        Truth truth = new GateWorld(own, journal, fares, orders, trials).people(options.drivers());
        judge("seed " + seed + " world " + i + " " + trials, truth, journal);
      }
    }
    out.println(
        options.seeds() * WORLDS_OF_A_SEED + " worlds, " + restarts + " restarts: " + outcome());
  }

  private String outcome() {
    return right
        + " journeys charged rightly, "
        + less
        + " media charged less than they owe, "
        + faults
        + " faults";
  }

  private void judge(String where, Truth truth, GateJournal journal) {
    GateJudge judge = new GateJudge(journal.all());
    List<String> wrong = new ArrayList<>(judge.against(truth.due));
    right += judge.right;
    less += judge.less;
    restarts += truth.restarts;
    if (judge.less > truth.restarts + truth.unasked) {
      wrong.add(
          judge.less
              + " were charged less, "
              + truth.unasked
              + " passed while the gateway was away, at "
              + truth.restarts
              + " restarts");
    }
    if (truth.stuck > 0 || truth.wrongOpen > 0 || truth.caught > 0) {
      wrong.add(
          truth.stuck
              + " were not let through, the flaps opened wrongly "
              + truth.wrongOpen
              + " times and caught somebody "
              + truth.caught
              + " times");
    }
    faults += wrong.size();
    wrong.forEach(each -> out.println(where + ": " + each));
  }

  private void counted(String where, Truth truth, GateWorld world, int onRecord) {
    String counts = Json.write(world.gate().view().counts());
    Value.Fields body = world.gate().view().counts();
    long unpaid = whole(body, "in", "unpaid") + whole(body, "out", "unpaid");
    long passed = whole(body, "in", "passed") + whole(body, "out", "passed");
    long back = whole(body, "taps", "passed-back");
    long denied = whole(body, "taps", "denied");
    if (unpaid != truth.unpaid
        || onRecord != truth.unpaid
        || passed != truth.passed
        || back != truth.passedBack
        || denied != truth.denied) {
      faults++;
      out.println(
          where
              + ": true are "
              + truth.passed
              + " passed, "
              + truth.unpaid
              + " unpaid, "
              + truth.passedBack
              + " passed back, "
              + truth.denied
              + " denied; on record are "
              + onRecord
              + " unpaid; counted "
              + counts);
    }
  }

  private static long whole(Value.Fields body, String group, String name) {
    return body.get(group) instanceof Value.Fields fields
            && fields.get(name) instanceof Value.Whole whole
        ? whole.value()
        : -1;
  }
}
