// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.cli;

import io.wayside.counting.cli.Verb.Streams;
import io.wayside.counting.scheme.Sureness;
import java.util.Locale;

/** {@code ./wayside classify}: classes of vehicles from their axles. */
public final class Classify {

  private static final String USAGE =
      """
      usage: ./wayside classify --scheme NAME --in AXLES.csv --out OUT.csv

        --scheme NAME  class scheme that comes with the software, such as ltpp-13, or a path
        --in FILE      axles, columns id,spacings_m,axle_kg; - for the standard input
        --out FILE     the same with class,rule,confidence; - or none: the standard output

      Lists in a cell are separated by semicolons; axle_kg may be empty. A column length_m, length over
      all, is of use to schemes that ask for it; other columns stay as they are. fhwa-13 is for axles
      alone: where there are weights it takes the rule of ltpp-13, with that name before it.

      The class is empty where no rule fits. A rule with a question mark lacks a measure, usually the
      weights; where several classes are left then, the first of the scheme is named with a confidence of
      0.5 or less. Where more than weights is missing and more than two are left none is named, and the
      rule lists what they could come from.
      """;

  private static final Verb VERB = new Verb("classify", USAGE, Classify::classify);

  private Classify() {}

  public static void main(String[] arguments) {
    System.exit(run(Streams.ofProcess(), arguments));
  }

  static int run(Streams streams, String... arguments) {
    return VERB.run(streams, arguments);
  }

  private static void classify(Streams streams, Options options) throws Wrong {
    Schemes schemes = Schemes.read(streams, options.required("--scheme"));
    String in = options.required("--in");
    AxleTable.Table table = AxleTable.read(in, streams.text("--in", in));
    StringBuilder out = new StringBuilder(table.heading()).append(",class,rule,confidence\n");
    for (AxleTable.Row row : table.rows()) {
      Sureness sure = schemes.classify(row);
      out.append(row.line()).append(',').append(CsvCells.cell(sure.vehicleClass())).append(',');
      out.append(CsvCells.cell(sure.rule())).append(',');
      out.append(String.format(Locale.ROOT, "%.2f", sure.confidence())).append('\n');
    }
    streams.write("--out", options.optional("--out").orElse("-"), out.toString());
  }
}
