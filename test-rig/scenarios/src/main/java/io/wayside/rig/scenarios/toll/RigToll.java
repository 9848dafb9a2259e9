// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.toll;

import io.wayside.core.data.Json;
import io.wayside.core.data.Value;
import io.wayside.rig.simulators.toll.TrueVehicle;
import io.wayside.rig.simulators.toll.scenario.Expected;
import io.wayside.rig.simulators.toll.scenario.Play;
import io.wayside.rig.simulators.toll.scenario.TollScenario;
import io.wayside.tolling.lane.LaneRules;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * {@code ./wayside rig toll}: toll scenarios through codec, lane and decision, against the truth.
 */
public final class RigToll {

  private static final int WRONG = 1;
  private static final int WRONG_USAGE = 2;
  private static final long AROUND_NANOS = 3_000_000_000L;
  private static final int MOST_LINES = 100;

  private final TollOptions options;
  private final UnderTest.Maker maker;
  private final PrintStream out;
  private final PrintStream progress;

  private RigToll(
      TollOptions options, UnderTest.Maker maker, PrintStream out, PrintStream progress) {
    this.options = options;
    this.maker = maker;
    this.out = out;
    this.progress = progress;
  }

  /** Runs it and returns the exit code. */
  public static int run(List<String> arguments, PrintStream out, PrintStream progress) {
    return run(arguments, UnderTest::gateway, out, progress);
  }

  /**
   * @param makers of the lane that does so when it is alone
   */
  static int run(
      List<String> arguments,
      Function<LaneRules.Alone, UnderTest.Maker> makers,
      PrintStream out,
      PrintStream progress) {
    if (arguments.contains("--help")) {
      out.print(TollOptions.help());
      return 0;
    }
    TollOptions options;
    try {
      options = TollOptions.parse(arguments);
    } catch (IllegalArgumentException wrong) {
      progress.println("wayside rig toll: " + wrong.getMessage());
      return WRONG_USAGE;
    }
    return new RigToll(options, makers.apply(options.alone()), out, progress).run();
  }

  private int run() {
    List<Score> scores = new ArrayList<>();
    Score total = new Score("total");
    for (TollScenario scenario : options.scenarios()) {
      Score score = new Score(scenario.name());
      for (long seed = options.seed(); seed < options.seed() + options.seeds(); seed++) {
        play(scenario, seed, score);
      }
      progress.println(
          "%s: %d charged wrongly, %d missed, %d unflagged"
              .formatted(scenario.name(), score.wrong(), score.missed(), score.unflagged()));
      scores.add(score);
      total.add(score);
    }
    if (options.json()) {
      List<Value> each = new ArrayList<>();
      scores.forEach(score -> each.add(score.json()));
      out.println(
          Json.write(
              Value.Fields.with("good", total.good())
                  .and("network", options.network().word())
                  .and("alone", options.alone().name().toLowerCase(Locale.ROOT))
                  .and("scenarios", each)
                  .and("total", total.json())
                  .build()));
    } else {
      print(scores, total);
    }
    return total.good() ? 0 : WRONG;
  }

  private void play(TollScenario scenario, long seed, Score score) {
    Play play = scenario.play(seed);
    Ran ran = Ran.of(play, options.network(), maker, options.trace().isPresent());
    Function<TrueVehicle, Expected> rule =
        options.network() == NetworkKind.NONE ? play::expected : play::expectedInItsLane;
    List<Finding> findings = new ArrayList<>();
    ran.byLane()
        .forEach(
            (lane, endings) -> findings.addAll(TollJudge.judge(lane, ran.truth(), endings, rule)));
    score.add(seed, ran, findings);
    options.trace().ifPresent(vehicle -> trace(ran, vehicle));
  }

  /** In the table's output for people, before it; machines get it beside. */
  private void trace(Ran ran, int vehicle) {
    PrintStream to = options.json() ? progress : out;
    long from = 0;
    long until = Long.MAX_VALUE;
    for (TrueVehicle truth : ran.truth()) {
      if (vehicle == 0 || truth.id() == vehicle) {
        to.println(
            "vehicle %d lane %d %s".formatted(truth.id(), truth.lane(), TruthLine.of(truth)));
      }
      if (truth.id() == vehicle) {
        from = truth.cameNanos();
        until = truth.passedNanos().orElse(Long.MAX_VALUE - AROUND_NANOS) + AROUND_NANOS;
      }
    }
    ran.seen().between(from, until).forEach(to::println);
  }

  private void print(List<Score> scores, Score total) {
    out.print(Score.HEAD);
    scores.forEach(score -> out.print(score.line()));
    out.print(total.line());
    List<String> firsts = scores.stream().flatMap(score -> score.firsts().stream()).toList();
    if (!firsts.isEmpty()) {
      out.println();
      out.println("the first of each kind that went wrong (! without a flag)");
      firsts.forEach(line -> out.println("  " + line));
    }
    if (total.missed() > 0) {
      out.println();
      out.println(
          "missed though the tag was heard four times: %d of %d vehicles (%.2f %%), by twin, tag and record"
              .formatted(
                  total.missed(), total.vehicles(), 100.0 * total.missed() / total.vehicles()));
      total.missedByCause().lines().forEach(line -> out.println("  " + line));
      decidable(total.missedByCause().decidable());
    }
    List<String> lucky = total.missedByCause().lucky();
    if (!lucky.isEmpty()) {
      out.println();
      out.println("charged, and another truth has the same loops and a tag heard alike:");
      lucky.stream().limit(MOST_LINES).forEach(line -> out.println("  " + line));
    }
    out.println();
    talk(total.arbitration());
  }

  private void decidable(List<String> lines) {
    if (!lines.isEmpty()) {
      out.println();
      out.println("the decidable (--scenario, --seed and --trace VEHICLE show all that was heard)");
      lines.stream().limit(MOST_LINES).forEach(line -> out.println("  " + line));
      if (lines.size() > MOST_LINES) {
        out.println("  and %d more: --json has all".formatted(lines.size() - MOST_LINES));
      }
    }
  }

  private void talk(Arbitration talk) {
    out.println(
        "network %s, alone %s: %d passages with a tag arbitrated, %d unarbitrated; %d claimed by two lanes, %d possible duplicates"
            .formatted(
                options.network().word(),
                options.alone().name().toLowerCase(Locale.ROOT),
                talk.arbitrated(),
                talk.unarbitrated(),
                talk.conflicts(),
                talk.duplicates()));
    out.println(
        "held back until the other lanes were asked: %d, of them charged then: %d"
            .formatted(talk.heldBack(), talk.chargedLate()));
    out.println(
        "charged twice at the station, for the office to find: %d; noticed by a lane afterwards: %d"
            .formatted(talk.chargedTwice(), talk.noticedLate()));
  }
}
