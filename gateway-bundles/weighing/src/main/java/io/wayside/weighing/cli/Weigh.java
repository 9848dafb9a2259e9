// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.cli;

import io.wayside.core.data.GarbledData;
import io.wayside.core.data.Node;
import io.wayside.core.vehicle.ClassScheme;
import io.wayside.weighing.cli.Program.Streams;
import io.wayside.weighing.lane.LaneJudge;
import io.wayside.weighing.law.LawPack;
import java.io.BufferedInputStream;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/** The command {@code wayside weigh}: a recorded signal in, one line for each vehicle out. */
public final class Weigh {

  private static final String NONE = "none";

  private static final String USAGE =
      """
      usage: wayside weigh --in FILE [--site FILE] --out FILE [options]

        --in FILE        a recording, binary (.wsr) or CSV; - is the standard input
        --site FILE      the instrument's document: geometry, channels, calibration; without it
                         the one that the recording carries
        --out FILE       one JSON object a line and vehicle; - is the standard output
        --pack NAME|FILE law pack; vn when not given, none for no decision
        --classes NAME|FILE  class scheme; vn-axle when not given, none for no class
        --on DATE        the day whose law applies; the recording's day when not given
        --rate-hz N      sampling rate of a CSV file that has no column of times

      Times t and t0 are seconds from the recording's beginning, loads N, spacings m.
      exit status: 0 weighed; 1 weighed, but the recording was damaged (stderr names the places);
      2 wrong usage or unusable input
      """;

  private Weigh() {}

  public static void main(String[] arguments) {
    System.exit(run(Shipped.ofProcess(), Streams.ofProcess(), arguments));
  }

  /** Does it and returns the exit status. */
  static int run(Shipped shipped, Streams streams, String... arguments) {
    int[] damages = new int[1];
    int status =
        Program.run(
            "weigh",
            USAGE,
            (own, words) -> damages[0] = weigh(shipped, own, words),
            streams,
            arguments);
    return status == Program.DONE && damages[0] > 0 ? 1 : status;
  }

  private static int weigh(Shipped shipped, Streams streams, String... words) throws Wrong {
    Arguments arguments =
        Arguments.parse(
            Set.of("--in", "--site", "--out", "--pack", "--classes", "--on", "--rate-hz"),
            Set.of(),
            words);
    String in = arguments.required("--in");
    String out = arguments.required("--out");
    LaneJudge judge = judge(shipped, arguments);
    Optional<LocalDate> day = day(arguments);
    Optional<Node> site = Optional.empty();
    if (arguments.has("--site")) {
      site = Optional.of(Input.document("--site", Path.of(arguments.required("--site"))));
    }
    try (InputStream signal = open(in, streams.in())) {
      VehicleLines lines =
          new VehicleLines(in, site, judge, day, damage -> streams.err().println(damage));
      // The instrument is known before the output is opened: a mistake must not empty a file.
      SignalReader reader = new SignalReader(in, signal, rate(arguments), lines);
      reader.readHead();
      try (Writer writer = writer(out, streams)) {
        lines.writeTo(writer);
        reader.readAll();
        lines.finish();
      }
      return lines.damages();
    } catch (IOException | UncheckedIOException unusable) {
      throw new Wrong(unusable.getMessage() == null ? in + ": " + unusable : unusable.getMessage());
    }
  }

  private static LaneJudge judge(Shipped shipped, Arguments arguments) throws Wrong {
    String pack = arguments.optional("--pack").orElse("vn");
    String classes = arguments.optional("--classes").orElse("vn-axle");
    try {
      return new LaneJudge(
          classes.equals(NONE)
              ? Optional.empty()
              : Optional.of(
                  ClassScheme.from(
                      Input.document("--classes", shipped.find("--classes", "classes", classes)))),
          pack.equals(NONE)
              ? Optional.empty()
              : Optional.of(
                  LawPack.from(Input.document("--pack", shipped.find("--pack", "law", pack)))));
    } catch (GarbledData garbled) {
      throw new Wrong(String.valueOf(garbled.getMessage()));
    }
  }

  private static Optional<LocalDate> day(Arguments arguments) throws Wrong {
    Optional<String> text = arguments.optional("--on");
    try {
      return text.map(LocalDate::parse);
    } catch (DateTimeException noDay) {
      throw new Wrong("--on: \"" + text.orElse("") + "\" is no day such as 2026-07-31");
    }
  }

  private static OptionalDouble rate(Arguments arguments) throws Wrong {
    Optional<Double> rate = arguments.number("--rate-hz", Double.MIN_VALUE);
    return rate.map(OptionalDouble::of).orElseGet(OptionalDouble::empty);
  }

  private static InputStream open(String in, InputStream standard) throws Wrong, IOException {
    if (in.equals("-")) {
      return new BufferedInputStream(standard);
    }
    try {
      return new BufferedInputStream(Files.newInputStream(Path.of(in)));
    } catch (NoSuchFileException | InvalidPathException missing) {
      throw new Wrong("--in " + in + ": there is no such file");
    }
  }

  private static Writer writer(String out, Streams streams) throws Wrong {
    if (out.equals("-")) {
      return new OutputStreamWriter(streams.out(), StandardCharsets.UTF_8);
    }
    try {
      return new BufferedWriter(
          new OutputStreamWriter(Files.newOutputStream(Path.of(out)), StandardCharsets.UTF_8));
    } catch (IOException | InvalidPathException unwritable) {
      throw new Wrong("--out " + out + ": cannot be written: " + unwritable.getMessage());
    }
  }
}
