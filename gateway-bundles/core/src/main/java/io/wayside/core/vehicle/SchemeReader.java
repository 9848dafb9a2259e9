// SPDX-License-Identifier: Apache-2.0
package io.wayside.core.vehicle;

import io.wayside.core.data.Evidence;
import io.wayside.core.data.GarbledData;
import io.wayside.core.data.Node;
import io.wayside.core.data.Value;
import io.wayside.core.data.Wording;
import io.wayside.core.vehicle.Condition.Measure;
import io.wayside.core.vehicle.Condition.Within;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads a class scheme from its document. */
final class SchemeReader {

  /** More axles than any scheme knows; bounds what a rule can ask. */
  private static final int MOST_AXLES = 40;

  private static final int MOST_DECIMALS = 6;

  private final Map<String, VehicleClass> classes = new HashMap<>();
  private final Set<String> ids = new HashSet<>();

  private SchemeReader() {}

  static ClassScheme read(Node document) throws GarbledData {
    document.only(
        "$schema",
        "scheme",
        "title",
        "notes",
        "units",
        "decimals",
        "groupGap",
        "withLoads",
        "classes",
        "rules");
    SchemeReader reader = new SchemeReader();
    for (Node row : document.member("classes").elements()) {
      reader.vehicleClass(row);
    }
    List<ClassRule> rules = new ArrayList<>();
    for (Node row : document.member("rules").elements()) {
      rules.add(reader.rule(row));
    }
    Units units = Units.from(document.member("units"));
    Optional<Node> withLoads = document.optional("withLoads");
    return new ClassScheme(
        document.member("scheme").text(),
        Wording.from(document.member("title")),
        units,
        document.member("decimals").whole(0, MOST_DECIMALS),
        document.member("groupGap").number(0, 1e4) * units.metres(),
        rules,
        withLoads.isPresent() ? Optional.of(withLoads.get().text()) : Optional.empty());
  }

  private void vehicleClass(Node row) throws GarbledData {
    row.only("id", "name");
    String id = row.member("id").text();
    if (classes.put(id, new VehicleClass(id, Wording.from(row.member("name")))) != null) {
      throw row.wrong("names class \"" + id + "\" a second time");
    }
  }

  private ClassRule rule(Node row) throws GarbledData {
    row.only(
        "id",
        "class",
        "axles",
        "spacings",
        "furtherSpacings",
        "groups",
        "gross",
        "firstAxle",
        "length",
        "dualAxles",
        "unseen",
        "source",
        "certainty");
    String id = row.member("id").text();
    if (!ids.add(id)) {
      throw row.wrong("has the id \"" + id + "\" of an earlier rule");
    }
    Node named = row.member("class");
    VehicleClass vehicleClass = classes.get(named.text());
    if (vehicleClass == null) {
      throw named.wrong("is \"" + named.text() + "\", which is not among the classes");
    }
    return new ClassRule(id, vehicleClass, conditions(row), Evidence.from(row));
  }

  private static List<Condition> conditions(Node row) throws GarbledData {
    List<Condition> conditions = new ArrayList<>();
    Optional<Node> stated = row.optional("axles");
    Range axles = stated.isPresent() ? axles(stated.get()) : Range.of(1, MOST_AXLES);
    if (stated.isPresent()) {
      conditions.add(new Within(Measure.AXLES, 0, axles));
    }
    spacings(row, (int) axles.high() - 1, conditions);
    Optional<Node> groups = row.optional("groups");
    if (groups.isPresent()) {
      List<String> codes = new ArrayList<>();
      for (Node code : groups.get().elements()) {
        codes.add(code.text());
      }
      conditions.add(new Condition.Grouped(codes));
    }
    within(row, "gross", Measure.GROSS, conditions);
    within(row, "firstAxle", Measure.FIRST_AXLE, conditions);
    within(row, "length", Measure.LENGTH, conditions);
    within(row, "dualAxles", Measure.DUAL_AXLES, conditions);
    Optional<Node> unseen = row.optional("unseen");
    if (unseen.isPresent()) {
      for (Node fact : unseen.get().elements()) {
        conditions.add(new Condition.Unseen(fact.text()));
      }
    }
    if (conditions.isEmpty()) {
      throw row.wrong("asks for nothing; a rule needs a condition");
    }
    return conditions;
  }

  private static Range axles(Node node) throws GarbledData {
    if (node.value() instanceof Value.Fields) {
      Range range = Range.from(node);
      if (range.low() < 1 || range.high() > MOST_AXLES) {
        throw node.wrong("must be from 1 to " + MOST_AXLES + " axles");
      }
      return range;
    }
    int axles = node.whole(1, MOST_AXLES);
    return Range.of(axles, axles);
  }

  /** Spacings that not every vehicle of the rule has are conditions only where they exist. */
  private static void spacings(Node row, int most, List<Condition> conditions) throws GarbledData {
    List<Range> ranges = new ArrayList<>();
    Optional<Node> listed = row.optional("spacings");
    if (listed.isPresent()) {
      for (Node range : listed.get().elements()) {
        ranges.add(Range.from(range));
      }
      if (ranges.size() > most) {
        throw listed.get().wrong("has more spacings than the axles leave room for");
      }
    }
    Optional<Node> further = row.optional("furtherSpacings");
    if (further.isPresent()) {
      Range range = Range.from(further.get());
      while (ranges.size() < most) {
        ranges.add(range);
      }
    }
    for (int i = 0; i < ranges.size(); i++) {
      conditions.add(new Within(Measure.SPACING, i, ranges.get(i)));
    }
  }

  private static void within(Node row, String member, Measure measure, List<Condition> conditions)
      throws GarbledData {
    Optional<Node> node = row.optional(member);
    if (node.isPresent()) {
      conditions.add(new Within(measure, 0, Range.from(node.get())));
    }
  }
}
