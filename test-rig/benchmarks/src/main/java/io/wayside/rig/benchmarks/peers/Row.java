// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.benchmarks.peers;

import io.wayside.rig.benchmarks.Figure;
import io.wayside.rig.benchmarks.Samples;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Samples by what was measured and of whom, in the order in which they first came. */
final class Row {

  /** Between the name of a peer and what was measured of it, in the name of a figure. */
  static final String OF = ": ";

  private record Name(String peer, String what, String unit) {}

  private final Map<Name, Samples> samples = new LinkedHashMap<>();
  private final Map<Name, String> skipped = new LinkedHashMap<>();

  synchronized void add(Peers peer, String what, String unit, double value) {
    samples.computeIfAbsent(new Name(peer.label(), what, unit), n -> new Samples()).add(value);
  }

  void addCount(Peers peer, String what, long count) {
    add(peer, what, "records", (double) count);
  }

  synchronized void skip(Peers peer, String what, String reason) {
    skipped.put(new Name(peer.label(), what, ""), reason);
  }

  /** One figure for each; the gateway's beside each peer's are for the reader to compare. */
  synchronized List<Figure> figures(String bench) {
    List<Figure> figures = new ArrayList<>();
    samples.forEach(
        (name, values) ->
            figures.add(
                Figure.plain(
                    bench,
                    name.peer + OF + name.what,
                    values.median(),
                    name.unit,
                    values.count())));
    skipped.forEach(
        (name, reason) -> figures.add(Figure.skipped(bench, name.peer + OF + name.what, reason)));
    return figures;
  }
}
