// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.cli;

import io.wayside.core.data.GarbledData;
import io.wayside.core.data.Json;
import io.wayside.core.data.Node;
import io.wayside.weighing.accuracy.Conditions;
import io.wayside.weighing.accuracy.Conditions.Environment;
import io.wayside.weighing.accuracy.Conditions.Plan;
import io.wayside.weighing.accuracy.Cost323;
import io.wayside.weighing.accuracy.E1318;
import io.wayside.weighing.accuracy.E1318Table;
import io.wayside.weighing.accuracy.Pair;
import io.wayside.weighing.accuracy.R134;
import io.wayside.weighing.accuracy.R134Table;
import io.wayside.weighing.cli.Program.Streams;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The command {@code wayside accuracy}: which class pairs of reference and measured reach. */
public final class Accuracy {

  private static final String USAGE =
      """
      usage: wayside accuracy --in PAIRS.csv [--env I|II|III] [--cond r1|r2|R1|R2] [--initial]
                              [--unit kg|t|N|kN|lb] [--speed-unit km/h|m/s]
                              [--interval-kg D] [--json]

        --in FILE     columns criterion,reference,measured; - is the standard input
                      criteria: gross, group, single-axle, axle-of-group, wheel, speed,
                      spacing (m), count; a column vehicle (two-axle-rigid, other or empty)
                      tells axles apart for OIML R 134, a column axles how many there are
        --env         how far the climate varied: I repeatable, II limited, III full
        --cond        how far the vehicles varied: r1 one vehicle, r2 one vehicle at several
                      loads and speeds, R1 a few vehicles, R2 vehicles of the traffic;
                      where --env or --cond is missing, I and r1 ask most
        --initial     the pairs served for calibration too: tolerances are 0.8 of those in service
        --unit        how loads are written; kg when not given
        --speed-unit  how speed is written; km/h when not given
        --interval-kg scale interval d of the instrument: OIML R 134 then rounds the error of a
                      vehicle's mass to d and grants 1 d, in service 2 d, for each of its axles;
                      classes that ask for a smaller d are left out
        --json        the result as one JSON object

      exit status: 0 judged, 2 wrong usage or unusable pairs
      """;

  private Accuracy() {}

  public static void main(String[] arguments) {
    System.exit(run(Shipped.ofProcess(), Streams.ofProcess(), arguments));
  }

  /** Does it and returns the exit status. */
  static int run(Shipped shipped, Streams streams, String... arguments) {
    return Program.run(
        "accuracy", USAGE, (own, words) -> judge(shipped, own, words), streams, arguments);
  }

  private static void judge(Shipped shipped, Streams streams, String... words) throws Wrong {
    Arguments arguments =
        Arguments.parse(
            Set.of("--in", "--env", "--cond", "--unit", "--speed-unit", "--interval-kg"),
            Set.of("--initial", "--json"),
            words);
    String file = arguments.required("--in");
    Conditions strictest = Conditions.STRICTEST;
    Conditions conditions =
        new Conditions(
            arguments.word("--env", Environment.class).orElse(strictest.environment()),
            arguments.word("--cond", Plan.class).orElse(strictest.plan()),
            arguments.has("--initial"));
    LoadUnit unit = arguments.word("--unit", LoadUnit.class).orElse(LoadUnit.kg);
    Optional<Double> intervalKg = arguments.number("--interval-kg", 0.001);
    PairsFile pairsFile = new PairsFile("--in " + file, unit, speedUnit(arguments));
    List<Pair> pairs = pairsFile.read(Input.text("--in", file, streams.in()));
    try {
      R134Table r134 = R134Table.from(document(shipped, "oiml-r134"));
      E1318Table e1318 = E1318Table.from(document(shipped, "astm-e1318"));
      AccuracyReport report =
          new AccuracyReport(
              Cost323.assess(pairs, conditions),
              r134(pairs, r134, conditions.initial(), intervalKg),
              intervalKg,
              E1318.assess(pairs, e1318),
              !arguments.has("--env") || !arguments.has("--cond"));
      if (arguments.has("--json")) {
        streams.out().println(Json.write(AccuracyJson.of(report)));
      } else {
        new AccuracyText(streams.out()).print(report);
      }
    } catch (GarbledData garbled) {
      throw new Wrong(String.valueOf(garbled.getMessage()));
    }
  }

  private static R134 r134(
      List<Pair> pairs, R134Table table, boolean initial, Optional<Double> intervalKg) {
    return intervalKg.isEmpty()
        ? R134.assess(pairs, table, initial)
        : R134.assess(pairs, table, initial, intervalKg.get() * LoadUnit.kg.newton);
  }

  private static Node document(Shipped shipped, String name) throws Wrong {
    return Input.document("--in", shipped.find("table", "accuracy", name));
  }

  private static double speedUnit(Arguments arguments) throws Wrong {
    String unit = arguments.optional("--speed-unit").orElse("km/h");
    return switch (unit) {
      case "km/h" -> 1 / 3.6;
      case "m/s" -> 1;
      default -> throw new Wrong("--speed-unit: \"" + unit + "\" is neither km/h nor m/s");
    };
  }
}
