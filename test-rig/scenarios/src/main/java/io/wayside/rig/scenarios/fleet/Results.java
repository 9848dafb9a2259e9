// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.fleet;

import io.wayside.core.data.FieldsBuilder;
import io.wayside.core.data.Json;
import io.wayside.core.data.Value;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Figures with their units in the order in which they were found, and the verdict. */
final class Results {

  private static final int MOST_SHOWN = 20;

  private record Figure(String key, String label, Value value, String unit) {}

  private final List<Figure> figures = new ArrayList<>();
  private final List<String> faults = new ArrayList<>();

  /** A heading in the table. */
  void part(String title) {
    figures.add(new Figure("", title, new Value.Absent(), ""));
  }

  void add(String key, String label, long value, String unit) {
    figures.add(new Figure(key, label, new Value.Whole(value), unit));
  }

  void add(String key, String label, double value, String unit) {
    figures.add(new Figure(key, label, new Value.Real(Math.round(value * 100) / 100.0), unit));
  }

  void add(String key, String label, List<Integer> series) {
    List<Value> values = series.stream().<Value>map(n -> new Value.Whole(n)).toList();
    figures.add(new Figure(key, label, new Value.Many(values), "in each second"));
  }

  void fault(String what) {
    faults.add(what);
  }

  boolean holds() {
    return faults.isEmpty();
  }

  String json() {
    FieldsBuilder fields = Value.Fields.with("holds", holds());
    figures.stream().filter(f -> !f.key().isEmpty()).forEach(f -> fields.and(f.key(), f.value()));
    List<Value> why = faults.stream().<Value>map(Value.Text::new).toList();
    return Json.write(fields.and("faults", new Value.Many(why)).build());
  }

  String table() {
    StringBuilder text = new StringBuilder();
    for (Figure figure : figures) {
      text.append(
          figure.key().isEmpty()
              ? String.format("%n%s%n", figure.label())
              : String.format(
                  Locale.ROOT,
                  "  %-46s %14s %s%n",
                  figure.label(),
                  written(figure.value()),
                  figure.unit()));
    }
    text.append(System.lineSeparator());
    faults.forEach(fault -> text.append("FAULT: ").append(fault).append(System.lineSeparator()));
    return text.append(holds() ? "" : "NOT everything holds" + System.lineSeparator()).toString();
  }

  private static String series(List<Value> values) {
    String shown =
        String.join(" ", values.stream().limit(MOST_SHOWN).map(Results::written).toList());
    return values.size() > MOST_SHOWN ? shown + " …" : shown;
  }

  /** A time for people. */
  static String time(Duration duration) {
    return duration.toMillis() % 1000 == 0
        ? duration.toSeconds() + " s"
        : duration.toMillis() + " ms";
  }

  private static String written(Value value) {
    if (value instanceof Value.Whole whole) {
      return String.format(Locale.ROOT, "%,d", whole.value());
    }
    if (value instanceof Value.Real real) {
      return String.format(Locale.ROOT, "%,.2f", real.value());
    }
    return value instanceof Value.Many many ? series(many.values()) : "";
  }
}
