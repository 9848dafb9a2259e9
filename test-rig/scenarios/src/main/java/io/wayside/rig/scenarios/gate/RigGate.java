// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.gate;

import io.wayside.core.data.GarbledData;
import io.wayside.core.data.Json;
import io.wayside.core.data.Node;
import io.wayside.core.data.Value;
import io.wayside.core.record.JournalRecord;
import io.wayside.rig.scenarios.gate.GateWorld.Truth;
import io.wayside.rig.scenarios.parking.DyingJournal;
import io.wayside.rig.scenarios.parking.LotOptions;
import io.wayside.rig.scenarios.site.Folders;
import io.wayside.tolling.control.StepThread;
import io.wayside.tolling.gate.GateRecords;
import io.wayside.tolling.gate.ZoneFares;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** {@code ./wayside rig gate}: a ticket gate against its people, killed at every record. */
public final class RigGate {

  private static final String USAGE =
      """
      usage: ./wayside rig gate [--seed N] [--seeds N] [--people N] [--kills no]

        --seed N     of the first world; 1
        --seeds N    worlds; 5
        --people N   in each; 40
        --kills no   without the second part

      First: people who tap and pass, tap twice, turn round, pass their medium back, walk close
      behind another or the wrong way, and media that are denied. Then, for each world with at
      most 10 who all tap and pass, the gateway is killed at every record, once before and once
      after that is durable, and is away for 2 s in which the flaps fall open. Each journey costs
      its fare once, each who did not pay is counted, nobody is caught by the flaps, and who got
      through unasked did so while the gateway was away. Exit status 1 when something is not so.
      """;

  private static final int WRONG_USAGE = 2;
  private static final int PEOPLE_OF_A_KILL = 10;

  private final ZoneFares fares;
  private final Path orders;
  private final PrintStream out;
  private int faults;
  private int right;
  private int unasked;
  private int dear;

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
      DyingJournal journal = new DyingJournal(0, false);
      GateWorld world = new GateWorld(seed, journal, fares, orders);
      Truth truth = world.people(options.drivers(), true);
      passed += truth.passed;
      unpaid += truth.unpaid;
      judge("seed " + seed, truth, journal);
      counted("seed " + seed, truth, world);
    }
    out.println(
        passed
            + " passed, "
            + right
            + " journeys charged rightly, "
            + unpaid
            + " got by unpaid and counted, "
            + faults
            + " faults");
  }

  private void kills(LotOptions options) throws StepThread.NotYet, InterruptedException {
    int kills = 0;
    right = 0;
    unasked = 0;
    for (long seed = options.seed(); seed < options.seed() + options.seeds(); seed++) {
      boolean died = true;
      for (long at = 1; died; at++) {
        for (boolean kept : new boolean[] {false, true}) {
          DyingJournal journal = new DyingJournal(at, kept);
          int people = Math.min(PEOPLE_OF_A_KILL, options.drivers());
          Truth truth = new GateWorld(seed, journal, fares, orders).people(people, false);
          died = journal.appended() >= at;
          kills += died ? 1 : 0;
          judge(
              "seed " + seed + " killed at record " + at + (kept ? " kept" : " not kept"),
              truth,
              journal);
        }
      }
    }
    out.println(
        kills
            + " kills: "
            + right
            + " journeys charged rightly, "
            + unasked
            + " left through open flaps while the gateway was away, "
            + dear
            + " came in so and paid the most, "
            + faults
            + " faults");
  }

  /** By the records alone: what each journey that ended here has cost. */
  private void judge(String where, Truth truth, DyingJournal journal) {
    List<String> wrong = new ArrayList<>();
    Map<String, Long> charged = charged(journal.all(GateRecords.stream(GateWorld.GATE)));
    Set<String> cameIn = cameIn(journal.all(GateRecords.stream(GateWorld.GATE)));
    int missing = 0;
    int unseen = 0;
    for (String token : truth.left) {
      long fare = fares.between(GateWorld.from(token), GateWorld.STOP).orElseThrow();
      long paid = charged.getOrDefault(token, 0L);
      if (paid == fare) {
        right++;
      } else if (paid == 0 && truth.restarts > 0) {
        missing++;
      } else if (paid == fares.mostMinor() && truth.restarts > 0 && !cameIn.contains(token)) {
        unseen++;
      } else {
        wrong.add(token + " paid " + paid + " for a journey of " + fare);
      }
    }
    charged.forEach(
        (token, paid) -> {
          if (paid > 0 && !truth.left.contains(token)) {
            wrong.add(token + " paid " + paid + " and never left");
          }
        });
    if (missing + unseen > truth.restarts) {
      wrong.add(missing + unseen + " got through unasked at " + truth.restarts + " restarts");
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
    unasked += missing;
    dear += unseen;
    faults += wrong.size();
    wrong.forEach(each -> out.println(where + ": " + each));
  }

  private void counted(String where, Truth truth, GateWorld world) {
    String counts = Json.write(world.gate().view().counts());
    Value.Fields body = world.gate().view().counts();
    long unpaid = whole(body, "in", "unpaid") + whole(body, "out", "unpaid");
    long passed = whole(body, "in", "passed") + whole(body, "out", "passed");
    long back = whole(body, "taps", "passed-back");
    long denied = whole(body, "taps", "denied");
    if (unpaid != truth.unpaid
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
              + " denied; counted "
              + counts);
    }
  }

  private static long whole(Value.Fields body, String group, String name) {
    return body.get(group) instanceof Value.Fields fields
            && fields.get(name) instanceof Value.Whole whole
        ? whole.value()
        : -1;
  }

  private static Set<String> cameIn(List<JournalRecord> records) {
    Set<String> tokens = new HashSet<>();
    for (JournalRecord record : records) {
      if (record.body().get("way").equals(new Value.Text("in"))
          && record.body().get("verdict").equals(new Value.Text("allowed"))
          && record.body().get("token") instanceof Value.Text token) {
        tokens.add(token.value());
      }
    }
    return tokens;
  }

  private static Map<String, Long> charged(List<JournalRecord> records) {
    Map<Long, JournalRecord> decided = new HashMap<>();
    Map<String, Long> charged = new HashMap<>();
    for (JournalRecord record : records) {
      long tap = record.body().get("tap") instanceof Value.Whole whole ? whole.value() : 0;
      if (record.body().get("event").equals(new Value.Text("decided"))) {
        decided.put(tap, record);
        add(charged, record, 1);
      } else if (record.body().get("event").equals(new Value.Text("lapsed"))) {
        add(charged, decided.getOrDefault(tap, record), -1);
      }
    }
    return charged;
  }

  private static void add(Map<String, Long> charged, JournalRecord record, int sign) {
    if (record.body().get("token") instanceof Value.Text token
        && record.body().get("fareMinor") instanceof Value.Whole minor) {
      charged.merge(token.value(), sign * minor.value(), Long::sum);
    }
  }
}
