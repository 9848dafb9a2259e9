// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.cli;

import io.wayside.counting.cli.Verb.Streams;
import io.wayside.counting.interval.Counted;
import io.wayside.counting.interval.Interval;
import io.wayside.counting.interval.Span;
import io.wayside.counting.scheme.PcuRule;
import io.wayside.counting.scheme.PcuTable;
import io.wayside.counting.scheme.PcuTable.Terrain;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** {@code ./wayside counts}: crossings summed up by interval. */
public final class CountsVerb {

  private static final String USAGE =
      """
      usage: ./wayside counts --in EVENTS.jsonl --interval 15m

        --in FILE        crossings as ./wayside count writes them; - for the standard input
        --interval SPAN  1m, 5m, 15m, 60m or day, from t = 0 on
        --until SECONDS  where the table ends; without it at the end of what was watched, or at the
                         last crossing where nobody said what was
        --pcu TABLE      passenger-car units of the classes: a table that comes with the software, a
                         path, or none; camera-size
        --terrain GROUND flat or hilly, for the units; flat
        --out FILE       the table; - or none: the standard output

      A row for each interval and line: vehicles by class and direction, passenger-car units (and
      vehicles without any), mean and 85th percentile speed, mean and 15th percentile headway, and how
      many seconds of the interval were watched. A vehicle with a flag is doubtful, unless that is
      pixels, cut, wrong-way or stopped. What was watched is told by the file that count writes beside
      its crossings, EVENTS.jsonl.watched; without it all of the time was. Where nothing of an interval
      was watched it has no counts. Crossings do not tell occupancy; a camera counter's records do.
      """;

  private static final Verb VERB = new Verb("counts", USAGE, CountsVerb::counts);

  private CountsVerb() {}

  public static void main(String[] arguments) {
    System.exit(run(Streams.ofProcess(), arguments));
  }

  static int run(Streams streams, String... arguments) {
    return VERB.run(streams, arguments);
  }

  private static void counts(Streams streams, Options options) throws Wrong {
    String in = options.required("--in");
    String code = options.required("--interval");
    Span span =
        Span.of(code)
            .orElseThrow(
                () -> new Wrong("--interval: \"" + code + "\" is none of 1m, 5m, 15m, 60m, day"));
    Map<String, List<Counted>> lines =
        CrossingLines.read(in, streams.text("--in", in), units(streams, options));
    Optional<Watched> watched = watched(streams, in, lines);
    watched.ifPresent(
        one -> one.lines().forEach(line -> lines.computeIfAbsent(line, unseen -> List.of())));
    long last =
        lines.values().stream()
            .filter(all -> !all.isEmpty())
            .mapToLong(all -> all.get(all.size() - 1).nanos() + 1)
            .max()
            .orElse(0);
    long seen = Math.round(watched.map(Watched::untilS).orElse(0.0) * 1e9);
    long until = until(options, Math.max(last, seen));
    Map<String, List<Interval>> told = new TreeMap<>();
    lines.forEach((line, all) -> told.put(line, LineIntervals.of(all, span, watched, until)));
    streams.write("--out", options.optional("--out").orElse("-"), CountTable.of(told));
  }

  /**
   * What the verb count says it watched, if it lies beside the crossings and is of the same run.
   */
  private static Optional<Watched> watched(
      Streams streams, String in, Map<String, List<Counted>> lines) throws Wrong {
    String file = Watched.beside(in);
    if (in.equals("-") || !Files.isRegularFile(Path.of(file))) {
      return Optional.empty();
    }
    Watched watched = ShippedFile.read(streams, "--in", Path.of(file), Watched::from);
    if (watched.crossings() != lines.values().stream().mapToInt(List::size).sum()) {
      streams.err().println(file + " is of another run of count: taken as watched throughout");
      return Optional.empty();
    }
    return Optional.of(watched);
  }

  /** Classes of crossings are those of the table: other ones have no units. */
  private static PcuRule units(Streams streams, Options options) throws Wrong {
    String name = options.optional("--pcu").orElse("camera-size");
    String ground = options.optional("--terrain").orElse("flat");
    if (!ground.equals("flat") && !ground.equals("hilly")) {
      throw new Wrong("--terrain: \"" + ground + "\" is neither flat nor hilly");
    }
    Terrain terrain = ground.equals("flat") ? Terrain.FLAT : Terrain.HILLY;
    if (name.equals("none")) {
      return PcuRule.none(name);
    }
    PcuTable table =
        ShippedFile.read(streams, "--pcu", ShippedFile.find("--pcu", "pcu", name), PcuTable::from);
    return new PcuRule(table.scheme(), Optional.of(table), Optional.empty(), terrain);
  }

  private static long until(Options options, long last) throws Wrong {
    String text = options.optional("--until").orElse("");
    if (text.isEmpty()) {
      return last;
    }
    double seconds;
    try {
      seconds = Double.parseDouble(text);
    } catch (NumberFormatException notNumber) {
      throw new Wrong("--until: \"" + text + "\" is not a number of seconds");
    }
    if (!(seconds <= CrossingLines.MOST_SECONDS) || Math.round(seconds * 1e9) < last - 1) {
      throw new Wrong(
          "--until: "
              + text
              + " s is before the last crossing or the end of what was watched, or too large");
    }
    return Math.round(seconds * 1e9);
  }
}
