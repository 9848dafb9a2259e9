// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.hostile;

import io.wayside.core.data.GarbledData;
import io.wayside.core.data.Json;
import io.wayside.core.data.Value;
import java.util.ArrayList;
import java.util.List;

/**
 * What the gateway says it gave up, read from its {@code journal-thinned/1} records: numbers {@code
 * first}, {@code first + step}, … up to {@code last} of a stream, of which {@code records} lost
 * their content.
 */
record Thinned(List<Run> runs) {

  static final Thinned NOTHING = new Thinned(List.of());

  private static final String KIND = "journal-thinned/1";

  Thinned {
    runs = List.copyOf(runs);
  }

  /** One progression of numbers. */
  record Run(String stream, long first, long last, long step, long records) {

    boolean names(Key key) {
      return key.stream().equals(stream)
          && key.sequence() >= first
          && key.sequence() <= last
          && (key.sequence() - first) % step == 0;
    }

    /** No more can have been given up than are named, and a progression must go somewhere. */
    boolean sound() {
      return step > 0 && first > 0 && last >= first && records <= (last - first) / step + 1;
    }
  }

  /** Of the rows of a centre; a record of this kind that cannot be read is wrong. */
  static Thinned in(List<CentreStore.Row> rows, Verdict verdict) {
    List<Run> runs = new ArrayList<>();
    for (CentreStore.Row row : rows) {
      if (row.kind().equals(KIND)) {
        try {
          read(row.payload(), runs);
        } catch (GarbledData garbled) {
          verdict.add(
              Verdict.Wrong.ALTERED,
              row.stream() + "/" + row.sequence() + ": " + garbled.getMessage());
        }
      }
    }
    for (Run run : runs) {
      if (!run.sound()) {
        verdict.add(Verdict.Wrong.ALTERED, "no run of numbers: " + run);
      }
    }
    return new Thinned(runs);
  }

  private static void read(String payload, List<Run> runs) throws GarbledData {
    if (!(Json.read(payload).root() instanceof Value.Fields record)
        || !(record.get("body") instanceof Value.Fields body)
        || !(body.get("runs") instanceof Value.Many many)) {
      throw new GarbledData("it names no runs");
    }
    for (Value value : many.values()) {
      if (!(value instanceof Value.Fields run)
          || !(run.get("stream") instanceof Value.Text stream)
          || !(run.get("first") instanceof Value.Whole first)
          || !(run.get("last") instanceof Value.Whole last)
          || !(run.get("step") instanceof Value.Whole step)
          || !(run.get("records") instanceof Value.Whole records)) {
        throw new GarbledData("a run lacks stream, first, last, step or records");
      }
      runs.add(new Run(stream.value(), first.value(), last.value(), step.value(), records.value()));
    }
  }

  /** Whether it is said that this one lost its content. */
  boolean names(Key key) {
    return runs.stream().anyMatch(run -> run.names(key));
  }

  /** How many of a stream are said to have lost theirs. */
  long records(String stream) {
    return runs.stream().filter(r -> r.stream().equals(stream)).mapToLong(Run::records).sum();
  }
}
