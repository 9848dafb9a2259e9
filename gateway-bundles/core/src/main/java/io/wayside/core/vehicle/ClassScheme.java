// SPDX-License-Identifier: Apache-2.0
package io.wayside.core.vehicle;

import io.wayside.core.data.GarbledData;
import io.wayside.core.data.Node;
import io.wayside.core.data.Wording;
import io.wayside.core.vehicle.Classification.Alternative;
import io.wayside.core.vehicle.Classification.Choice;
import io.wayside.core.vehicle.Classification.Standing;
import io.wayside.core.vehicle.Classification.Status;
import io.wayside.core.vehicle.Condition.Outcome;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A class scheme: ordered rules, of which the first that holds decides. */
public final class ClassScheme {

  /** Near misses that are worth telling. */
  private static final int MISSES = 3;

  private final String id;
  private final Wording title;
  private final Units units;
  private final int decimals;
  private final double groupGapM;
  private final List<ClassRule> rules;
  private final Optional<String> withLoads;

  ClassScheme(
      String id,
      Wording title,
      Units units,
      int decimals,
      double groupGapM,
      List<ClassRule> rules,
      Optional<String> withLoads) {
    this.id = id;
    this.title = title;
    this.units = units;
    this.decimals = decimals;
    this.groupGapM = groupGapM;
    this.rules = List.copyOf(rules);
    this.withLoads = withLoads;
  }

  public static ClassScheme from(Node document) throws GarbledData {
    return SchemeReader.read(document);
  }

  public String id() {
    return id;
  }

  public Wording title() {
    return title;
  }

  /** The scheme of the same classes for vehicles whose axle loads are known, if it is another. */
  public Optional<String> withLoads() {
    return withLoads;
  }

  /** All classes, in the order in which rules name them first. */
  public List<VehicleClass> classes() {
    return rules.stream().map(ClassRule::vehicleClass).distinct().toList();
  }

  public Classification classify(AxlePattern pattern) {
    return classify(new Measures(pattern, units, decimals, groupGapM));
  }

  /** A vehicle of which nothing is known but the length over all. */
  public Classification classifyLength(double lengthM) {
    return classify(Measures.ofLength(lengthM, units, decimals));
  }

  private Classification classify(Measures vehicle) {
    Optional<ClassRule> first =
        rules.stream().filter(rule -> rule.on(vehicle) == Outcome.HOLDS).findFirst();
    Optional<VehicleClass> chosen = first.map(ClassRule::vehicleClass);
    Map<VehicleClass, Alternative> others = new LinkedHashMap<>();
    for (ClassRule rule : rules) {
      Outcome outcome = rule.on(vehicle);
      boolean same = chosen.isPresent() && chosen.get().equals(rule.vehicleClass());
      if (outcome != Outcome.FAILS && !same) {
        others.putIfAbsent(rule.vehicleClass(), alternative(rule, outcome, vehicle));
      }
    }
    if (first.isEmpty() && others.isEmpty()) {
      return new Classification(id, Status.UNCLASSIFIED, Optional.empty(), misses(vehicle));
    }
    return new Classification(
        id,
        others.isEmpty() ? Status.CLASSIFIED : Status.AMBIGUOUS,
        first.map(rule -> new Choice(rule.vehicleClass(), rule.id(), rule.evidence())),
        List.copyOf(others.values()));
  }

  private static Alternative alternative(ClassRule rule, Outcome outcome, Measures vehicle) {
    if (outcome == Outcome.HOLDS) {
      String reason = "holds too and stands later in the scheme";
      return new Alternative(rule.vehicleClass(), rule.id(), reason, Standing.HOLDS_TOO);
    }
    List<Condition> open = rule.with(Outcome.OPEN, vehicle);
    return new Alternative(
        rule.vehicleClass(),
        rule.id(),
        "cannot be ruled out: " + open.get(0).reason(vehicle),
        open.stream().allMatch(Condition::asksForLoads)
            ? Standing.WANTS_LOADS
            : Standing.WANTS_MORE);
  }

  private List<Alternative> misses(Measures vehicle) {
    List<Alternative> misses = new ArrayList<>();
    for (ClassRule rule : rules) {
      List<Condition> failed = rule.with(Outcome.FAILS, vehicle);
      if (failed.size() == 1 && misses.size() < MISSES && rule.takesAxlesOf(vehicle)) {
        misses.add(
            new Alternative(
                rule.vehicleClass(),
                rule.id(),
                "misses: " + failed.get(0).reason(vehicle),
                Standing.MISSES_BY_ONE));
      }
    }
    return misses;
  }
}
