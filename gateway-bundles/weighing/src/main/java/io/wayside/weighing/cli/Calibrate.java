// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.cli;

import io.wayside.core.data.GarbledData;
import io.wayside.core.data.Json;
import io.wayside.core.data.Node;
import io.wayside.weighing.calibration.FitSettings;
import io.wayside.weighing.calibration.Fitting;
import io.wayside.weighing.calibration.Proposal;
import io.wayside.weighing.calibration.Protocol;
import io.wayside.weighing.calibration.Run;
import io.wayside.weighing.calibration.SensorFit;
import io.wayside.weighing.calibration.TooFewRuns;
import io.wayside.weighing.cli.Program.Streams;
import io.wayside.weighing.instrument.Calibration;
import io.wayside.weighing.instrument.InstrumentHead;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The command {@code wayside calibrate}: constants from runs with known trucks. */
public final class Calibrate {

  private static final double KMH = 1 / 3.6;

  private static final String USAGE =
      """
      usage: wayside calibrate --in RUNS.csv --site INSTRUMENT.json --out NEW.json --by NAME [options]

        --in FILE        columns truck,speed,reference,measured and, for each sensor by itself,
                         sensor with its channel; - is the standard input. Speed in km/h; measured
                         with the constants of the document
        --site FILE      the instrument's document; it is not changed
        --out FILE       where the proposed document goes; - is the standard output, the report
                         then goes to the standard error. It is not verified any more
        --by NAME        who calibrated
        --id ID          of the calibration; cal- and the day when not given
        --on DATE        the day; today when not given
        --unit kg|t|N|kN|lb  how loads are written; kg when not given
        --bin-kmh N      width of a speed bin; 20 when not given
        --reference-percent P  expanded uncertainty of the known loads; 0.5 when not given

      exit status: 0 proposed, 2 wrong usage or unusable runs
      """;

  private Calibrate() {}

  public static void main(String[] arguments) {
    LocalDate today = LocalDate.now(Clock.system(ZoneId.systemDefault()));
    System.exit(run(today, Streams.ofProcess(), arguments));
  }

  /** Does it and returns the exit status. */
  static int run(LocalDate today, Streams streams, String... arguments) {
    return Program.run(
        "calibrate", USAGE, (own, words) -> propose(today, own, words), streams, arguments);
  }

  private static void propose(LocalDate today, Streams streams, String... words) throws Wrong {
    Arguments arguments =
        Arguments.parse(
            Set.of(
                "--in",
                "--site",
                "--out",
                "--by",
                "--id",
                "--on",
                "--unit",
                "--bin-kmh",
                "--reference-percent"),
            Set.of(),
            words);
    String in = arguments.required("--in");
    String out = arguments.required("--out");
    Path site = Path.of(arguments.required("--site"));
    Calibration calibration = calibration(arguments, today);
    Fitting fitting = new Fitting(settings(arguments));
    LoadUnit unit = arguments.word("--unit", LoadUnit.class).orElse(LoadUnit.kg);
    Node document = Input.document("--site", site);
    List<Run> runs = runs("--in " + in, Input.text("--in", in, streams.in()), unit);
    try {
      List<SensorFit> fits = fitting.fit(runs);
      Proposal proposal = Proposal.of(document, fits, calibration);
      List<String> report =
          Protocol.of(InstrumentHead.from(document).id(), fits, proposal.changes());
      String text = Json.writeIndented(proposal.document()) + "\n";
      if (out.equals("-")) {
        streams.out().print(text);
        report.forEach(streams.err()::println);
      } else {
        write(Path.of(out), text);
        report.forEach(streams.out()::println);
      }
    } catch (GarbledData garbled) {
      throw new Wrong("--site: " + garbled.getMessage());
    } catch (TooFewRuns tooFew) {
      throw new Wrong("--in " + in + ": " + tooFew.getMessage());
    }
  }

  private static void write(Path out, String text) throws Wrong {
    try {
      Files.writeString(out, text);
    } catch (IOException unwritable) {
      throw new Wrong("--out " + out + ": cannot be written: " + unwritable.getMessage());
    }
  }

  private static List<Run> runs(String name, String text, LoadUnit unit) throws Wrong {
    Csv csv = new Csv(name, List.of("truck", "speed", "reference", "measured"), List.of("sensor"));
    List<Run> runs = new ArrayList<>();
    for (Csv.Row row : csv.read(text)) {
      String sensor = row.text("sensor");
      runs.add(
          new Run(
              sensor.isEmpty() ? "*" : sensor,
              row.text("truck"),
              row.aboveZero("speed") * KMH,
              row.aboveZero("reference") * unit.newton,
              row.aboveZero("measured") * unit.newton));
    }
    return runs;
  }

  private static FitSettings settings(Arguments arguments) throws Wrong {
    FitSettings usual = FitSettings.USUAL;
    Optional<Double> bin = arguments.number("--bin-kmh", 1);
    return new FitSettings(
        bin.map(kmh -> kmh * KMH).orElse(usual.binMps()),
        usual.outlierScore(),
        arguments.number("--reference-percent", 0).orElse(usual.referencePercent()),
        usual.significance(),
        usual.leastSpeedEffectPercent());
  }

  private static Calibration calibration(Arguments arguments, LocalDate today) throws Wrong {
    Optional<String> on = arguments.optional("--on");
    LocalDate day;
    try {
      day = on.map(LocalDate::parse).orElse(today);
    } catch (DateTimeParseException notDate) {
      throw new Wrong("--on: \"" + on.orElse("") + "\" is not a day such as 2026-07-31");
    }
    return new Calibration(
        arguments.optional("--id").orElse("cal-" + day), day, arguments.required("--by"));
  }
}
