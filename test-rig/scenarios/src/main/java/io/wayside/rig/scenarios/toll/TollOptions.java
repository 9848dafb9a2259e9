// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.toll;

import io.wayside.rig.simulators.toll.scenario.TollScenario;
import io.wayside.rig.simulators.toll.scenario.TollScenarios;
import io.wayside.tolling.lane.LaneRules;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The command line.
 *
 * @param scenarios to play
 * @param seed the first
 * @param seeds how many, one after the other
 * @param network how the lanes reach each other
 * @param alone what a lane does when it cannot ask the others
 * @param json whether the result is for machines
 * @param trace the vehicle around which to print all that happened
 */
record TollOptions(
    List<TollScenario> scenarios,
    long seed,
    int seeds,
    NetworkKind network,
    LaneRules.Alone alone,
    boolean json,
    OptionalInt trace) {

  static final String HELP =
      """
      ./wayside rig toll --scenario NAME|all [--seed N] [--seeds K] [--network KIND]
                         [--alone later|review|charge] [--json] [--trace VEHICLE]

      Plays a toll station with known truth. Tag replies become bytes by the rig's own encoder and
      sightings by the driver's decoder; lanes, decision and the talk between the lanes are the
      gateway's, each lane a gateway of its own. All time is simulated: the same seed gives the same
      table on any machine.

        --scenario NAME   one of those below, or all
        --seed N          the first seed (default 1)
        --seeds K         so many seeds from there, 1 to 100000 (default 1)
        --network KIND    how the lanes' datagrams get to each other: good (default), poor (late,
                          out of order, lost, doubled, damaged), failing (gone for seconds every
                          few seconds), down; or none: lane 1 alone is under test and asks nobody,
                          those beside open for everybody
        --alone WHAT      what a lane does when it cannot ask the others: later (default) holds the
                          passage back until they can be asked, review leaves it to a person,
                          charge charges by the local rule (default with --network none)
        --json            one object with scenarios and total
        --trace VEHICLE   before the table, all events (>), acts (<) and orders (!) while this
                          vehicle is there; 0 for the whole run. One scenario and one seed

      columns
        charged           right; wrong: to a wrong tag, for no passage, twice
        missed            tag readable, passage proven, not charged: held until an attendant came,
                          flagged (review, violation), lost in silence
        other             nothing to charge, treated rightly; wrongly and flagged; wrongly in silence
        flag-, stray      charged without a flag it must carry; record without a vehicle, flagged
        HELD VIOL ABRT    held vehicles, violations, aborts, as the lane wrote them
        ARBI UNAR CONF    passages with a tag about which the other lanes could be asked, could not;
                          passages that two lanes claimed
        UNFLAGGED         wrong outcomes that nobody would look at

      Below it those missed though a tag was heard four times, how many of them held, for review and
      in silence: undecidable (they have a twin: another truth with the same sightings), lost with
      the power of a gateway, faint, and decidable; the last a line each.

      The mark unarbitrated does not count as a flag here; that a lane puts it on record when it
      learns that another has charged the same tag (toll-conflict) does. Nobody measures the class of vehicles, so
      that class-mismatch is not asked for.

      exit status: 0 nothing charged wrongly and no wrong outcome without a flag, 1 otherwise,
      2 wrong usage

      scenarios
      """;

  private static final Set<String> WITH_VALUE =
      Set.of("--scenario", "--seed", "--seeds", "--network", "--alone", "--trace");

  /** With all scenarios and what happens in them. */
  static String help() {
    StringBuilder text = new StringBuilder(HELP);
    TollScenarios.all().forEach(s -> text.append("  %-24s %s%n".formatted(s.name(), s.about())));
    return text.toString();
  }

  /**
   * Reads the command line.
   *
   * @throws IllegalArgumentException naming the option and the right form
   */
  static TollOptions parse(List<String> arguments) {
    Map<String, String> values = new HashMap<>();
    boolean json = false;
    for (int i = 0; i < arguments.size(); i++) {
      String word = arguments.get(i);
      if (word.equals("--json")) {
        json = true;
      } else if (!WITH_VALUE.contains(word)) {
        throw new IllegalArgumentException(
            "there is no option '" + word + "'; ./wayside rig toll --help lists them");
      } else if (i + 1 == arguments.size()) {
        throw new IllegalArgumentException(word + " wants a value behind it");
      } else {
        values.put(word, arguments.get(++i));
      }
    }
    List<TollScenario> scenarios = scenarios(values.get("--scenario"));
    int seeds = (int) whole(values, "--seeds", 1, 1, 100_000);
    boolean traced = values.containsKey("--trace");
    if (traced && (scenarios.size() > 1 || seeds > 1)) {
      throw new IllegalArgumentException("--trace wants one scenario and one seed");
    }
    NetworkKind network =
        NetworkKind.named(values.getOrDefault("--network", NetworkKind.GOOD.word()));
    // Where nobody will ever answer, what is held back is never charged.
    String alone = network == NetworkKind.NONE ? "charge" : "later";
    return new TollOptions(
        scenarios,
        whole(values, "--seed", 1, 0, Integer.MAX_VALUE),
        seeds,
        network,
        alone(values.getOrDefault("--alone", alone)),
        json,
        traced
            ? OptionalInt.of((int) whole(values, "--trace", 0, 0, Integer.MAX_VALUE))
            : OptionalInt.empty());
  }

  private static LaneRules.Alone alone(String word) {
    return switch (word) {
      case "charge" -> LaneRules.Alone.CHARGE;
      case "review" -> LaneRules.Alone.REVIEW;
      case "later" -> LaneRules.Alone.LATER;
      default ->
          throw new IllegalArgumentException(
              "--alone wants later, review or charge, not '" + word + "'");
    };
  }

  private static List<TollScenario> scenarios(@Nullable String name) {
    if (name == null) {
      throw new IllegalArgumentException(
          "--scenario is missing; take all or one of " + TollScenarios.names());
    }
    return name.equals("all") ? TollScenarios.all() : List.of(TollScenarios.named(name));
  }

  private static long whole(
      Map<String, String> values, String option, long otherwise, long least, long most) {
    String text = values.get(option);
    if (text == null) {
      return otherwise;
    }
    if (!text.matches("[0-9]{1,18}")
        || Long.parseLong(text) < least
        || Long.parseLong(text) > most) {
      throw new IllegalArgumentException(
          "%s wants a whole number from %d to %d, not '%s'".formatted(option, least, most, text));
    }
    return Long.parseLong(text);
  }
}
