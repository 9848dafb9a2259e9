// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.cli;

import io.wayside.core.data.FieldsBuilder;
import io.wayside.core.data.GarbledData;
import io.wayside.core.data.Node;
import io.wayside.core.data.Value;
import java.util.ArrayList;
import java.util.List;

/**
 * What a counter watched, beside the crossings it told: crossings alone do not say of a quiet time
 * whether nothing passed or nobody looked.
 *
 * @param lines at which it counted
 * @param crossings how many it told; others are of another run
 * @param stretches in the order of time
 */
public record Watched(List<String> lines, long crossings, List<Stretch> stretches) {

  /** More than a camera that drops out once a minute has in four months. */
  private static final int MOST_STRETCHES = 200_000;

  /** Watched without a break, in seconds from the beginning. */
  public record Stretch(double fromS, double toS) {}

  public Watched {
    lines = List.copyOf(lines);
    stretches = List.copyOf(stretches);
  }

  /** The file beside one of crossings. */
  public static String beside(String crossings) {
    return crossings + ".watched";
  }

  static Watched from(Node document) throws GarbledData {
    document.only("lines", "crossings", "watchedS");
    List<String> lines = new ArrayList<>();
    for (Node line : document.member("lines").elements()) {
      lines.add(line.text());
    }
    List<Stretch> stretches = new ArrayList<>();
    double lastS = 0;
    for (Node pair : document.member("watchedS").elements()) {
      List<Node> ends = pair.elements();
      if (ends.size() != 2 || stretches.size() == MOST_STRETCHES) {
        throw pair.wrong("must be a beginning and an end, and one of " + MOST_STRETCHES);
      }
      double fromS = ends.get(0).number(lastS, CrossingLines.MOST_SECONDS);
      lastS = ends.get(1).number(fromS, CrossingLines.MOST_SECONDS);
      stretches.add(new Stretch(fromS, lastS));
    }
    return new Watched(lines, document.member("crossings").whole(0, Integer.MAX_VALUE), stretches);
  }

  public Value toValue() {
    return new FieldsBuilder()
        .and("lines", lines.stream().map(Value.Text::new).toList())
        .and("crossings", crossings)
        .and("watchedS", stretches.stream().map(Watched::pair).toList())
        .build();
  }

  private static Value pair(Stretch stretch) {
    return new Value.Many(List.of(real(stretch.fromS()), real(stretch.toS())));
  }

  /** To the millisecond. */
  private static Value real(double seconds) {
    return new Value.Real(Math.round(seconds * 1000) / 1000.0);
  }

  double untilS() {
    return stretches.isEmpty() ? 0 : stretches.get(stretches.size() - 1).toS();
  }
}
