// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.scheme;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.core.data.GarbledData;
import io.wayside.core.data.Json;
import io.wayside.core.data.Node;
import io.wayside.core.data.Value;
import io.wayside.core.vehicle.AxlePattern;
import io.wayside.core.vehicle.ClassScheme;
import io.wayside.core.vehicle.Classification;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Shipped schemes mutated: every row is reached by some vehicle, and a scheme without it, or with
 * it in another class, tells some vehicle otherwise.
 */
class RulesAreNeededTest {

  private static final Path CLASSES = Path.of("../../config/classes");
  private static final int VEHICLES_PER_ROW = 60;

  private static Value.Fields document(String scheme) throws IOException, GarbledData {
    String text = Files.readString(CLASSES.resolve(scheme + ".json"));
    return (Value.Fields) Json.read(text).root();
  }

  private static ClassScheme scheme(Value document) throws GarbledData {
    return ClassScheme.from(Node.of("mutant", document));
  }

  private static List<Value> rules(Value.Fields document) {
    return ((Value.Many) document.get("rules")).values();
  }

  private static Value.Fields with(Value.Fields document, List<Value> rules) {
    Map<String, Value> members = new LinkedHashMap<>(document.values());
    members.put("rules", new Value.Many(rules));
    return new Value.Fields(members);
  }

  private static String text(Value rule, String member) {
    return ((Value.Text) ((Value.Fields) rule).get(member)).value();
  }

  /** Vehicles that a row asks for, and some that it does not: figures drawn round its own. */
  private static List<AxlePattern> axles(Value.Fields document, long seed) {
    Random random = new Random(seed);
    double metres = text(document.get("units"), "length").equals("ft") ? 0.3048 : 1;
    metres = text(document.get("units"), "length").equals("cm") ? 0.01 : metres;
    double kg = text(document.get("units"), "load").equals("kip") ? 453.59237 : 1_000;
    double gap = number(document.get("groupGap")) * metres;
    List<AxlePattern> patterns = new ArrayList<>();
    for (Value rule : rules(document)) {
      for (int i = 0; i < VEHICLES_PER_ROW; i++) {
        Value.Fields row = (Value.Fields) rule;
        List<Double> spacings = spacings(row, metres, gap, random);
        int axles = spacings.size() + 1;
        double gross = drawn(row.values().get("gross"), 0.2, 60, random) * kg;
        double first = Math.min(gross, drawn(row.values().get("firstAxle"), 0.1, 8, random) * kg);
        List<Double> loads = new ArrayList<>(List.of(first));
        for (int axle = 1; axle < axles; axle++) {
          loads.add(Math.max(1, (gross - first) / (axles - 1)));
        }
        patterns.add(
            new AxlePattern(
                spacings,
                loads,
                OptionalDouble.empty(),
                OptionalInt.of(random.nextInt(axles + 1))));
      }
    }
    return patterns;
  }

  private static List<Double> spacings(
      Value.Fields row, double metres, double gapM, Random random) {
    List<Value> listed = many(row.values().get("spacings"));
    List<Value> groups = many(row.values().get("groups"));
    Value axles = row.values().get("axles");
    int most =
        axles == null
            ? 2 + random.nextInt(5)
            : axles instanceof Value.Fields range
                ? (int) Math.round(drawn(range, 2, 9, random))
                : (int) number(axles);
    List<Double> spacings = new ArrayList<>();
    if (!groups.isEmpty()) {
      String code = ((Value.Text) groups.get(random.nextInt(groups.size()))).value();
      for (String group : code.split("-", -1)) {
        for (int i = 0; i < Integer.parseInt(group); i++) {
          spacings.add(
              i == 0 ? gapM * (1.01 + 2 * random.nextDouble()) : gapM * random.nextDouble());
        }
      }
      spacings.remove(0); // the first axle has none before it
    }
    while (spacings.size() < most - 1) {
      spacings.add(0.9 + 9 * random.nextDouble());
    }
    Value further = row.values().get("furtherSpacings");
    for (int i = 0; i < spacings.size(); i++) {
      Value range = i < listed.size() ? listed.get(i) : further;
      if (range != null) {
        spacings.set(i, Math.max(0.05, drawn(range, 0.5, 12 / metres, random) * metres));
      }
    }
    return spacings;
  }

  private static List<Value> many(@Nullable Value value) {
    return value == null ? List.of() : ((Value.Many) value).values();
  }

  private static double number(Value value) {
    return value instanceof Value.Whole whole ? whole.value() : ((Value.Real) value).value();
  }

  /** Mostly within the range, now and then beside it; open ends are as given. */
  private static double drawn(@Nullable Value range, double least, double most, Random random) {
    double low = least;
    double high = most;
    if (range != null) {
      Map<String, Value> ends = ((Value.Fields) range).values();
      for (String name : List.of("from", "above")) {
        low = ends.containsKey(name) ? number(ends.get(name)) : low;
      }
      high = Math.max(most, low * 1.5);
      for (String name : List.of("to", "below")) {
        high = ends.containsKey(name) ? number(ends.get(name)) : high;
      }
    }
    double share = random.nextInt(12) == 0 ? 1.6 * random.nextDouble() - 0.3 : random.nextDouble();
    return Math.max(1e-3, low + share * (high - low));
  }

  private static List<String> told(ClassScheme scheme, List<AxlePattern> patterns) {
    return patterns.stream().map(pattern -> told(scheme.classify(pattern))).toList();
  }

  private static String told(Classification classification) {
    return Sureness.of(classification) + " " + classification.status();
  }

  @ParameterizedTest
  @ValueSource(strings = {"fhwa-13", "ltpp-13", "swiss-heavy", "btls", "vn-axle"})
  void everyRowOfAnAxleSchemeIsReachedAndCannotBeLeftOut(String name) throws Exception {
    Value.Fields document = document(name);
    List<AxlePattern> patterns = axles(document, 1);
    ClassScheme whole = scheme(document);
    Set<String> reached = new HashSet<>();
    for (AxlePattern pattern : patterns) {
      Sureness sure = Sureness.of(whole.classify(pattern));
      reached.add(sure.rule().replace("?", ""));
    }
    List<String> before = told(whole, patterns);
    List<Value> rules = rules(document);
    for (int i = 0; i < rules.size(); i++) {
      String id = text(rules.get(i), "id");
      List<Value> fewer = new ArrayList<>(rules);
      fewer.remove(i);
      List<String> after = told(scheme(with(document, fewer)), patterns);
      assertThat(after.equals(before)).as("%s without %s", name, id).isFalse();
    }
    assertThat(reached).as(name).hasSizeGreaterThan(rules.size() * 3 / 4);
  }

  @ParameterizedTest
  @ValueSource(strings = {"length-4", "light-heavy"})
  void everyRowOfALengthSchemeIsReachedAndItsBoundsAreItsOwn(String name) throws Exception {
    Value.Fields document = document(name);
    ClassScheme whole = scheme(document);
    List<Value> rules = rules(document);
    Set<String> reached = new HashSet<>();
    String before = "";
    int changes = 0;
    for (double metres = 0.3; metres < 60; metres += 0.01) {
      Sureness sure = Sureness.of(whole.classifyLength(metres));
      reached.add(sure.rule());
      assertThat(sure.confidence()).as("%s at %.2f m", name, metres).isEqualTo(1);
      changes += sure.vehicleClass().equals(before) ? 0 : 1;
      before = sure.vehicleClass();
    }
    assertThat(reached).hasSameSizeAs(rules);
    assertThat(changes).as("classes do not come twice").isEqualTo(rules.size());
  }

  /** Lists whose classes are named by people or cameras: no sensor of the counter tells them. */
  @ParameterizedTest
  @ValueSource(strings = {"swiss10", "tls-8-1"})
  void classesThatCannotBeSeenAreNeverChosenWithAnyConfidence(String name) throws Exception {
    ClassScheme list = scheme(document(name));
    for (AxlePattern pattern : axles(document("fhwa-13"), 3)) {
      assertThat(Sureness.of(list.classify(pattern)).confidence()).isLessThanOrEqualTo(0.5);
    }
    for (double metres = 1; metres < 30; metres += 0.5) {
      assertThat(Sureness.of(list.classifyLength(metres)).confidence()).isLessThanOrEqualTo(0.5);
    }
  }

  /** The order of rows decides only where rows overlap: turned round, certain answers stay. */
  @ParameterizedTest
  @ValueSource(strings = {"ltpp-13", "fhwa-13", "swiss-heavy"})
  void whatIsCertainDoesNotDependOnTheOrderOfRows(String name) throws Exception {
    Value.Fields document = document(name);
    List<Value> turned = new ArrayList<>(rules(document));
    java.util.Collections.reverse(turned);
    ClassScheme whole = scheme(document);
    ClassScheme other = scheme(with(document, turned));
    for (AxlePattern pattern : axles(document, 5)) {
      Sureness sure = Sureness.of(whole.classify(pattern));
      if (sure.confidence() == 1) {
        assertThat(Sureness.of(other.classify(pattern)).vehicleClass())
            .isEqualTo(sure.vehicleClass());
      }
    }
  }
}
