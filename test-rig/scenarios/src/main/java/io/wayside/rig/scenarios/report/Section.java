// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.report;

import io.wayside.rig.scenarios.weigh.SiteDocument;
import io.wayside.rig.simulators.motion.road.RoadSpec;
import io.wayside.weighing.accuracy.AccuracyClass;
import io.wayside.weighing.accuracy.Cost323;
import io.wayside.weighing.accuracy.Criterion;
import io.wayside.weighing.accuracy.Pair;
import io.wayside.weighing.accuracy.R134;
import io.wayside.weighing.accuracy.R134Table;
import io.wayside.weighing.instrument.InstrumentHead.Kind;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The part of the page about one scenario. */
final class Section {

  private static final Map<RoadSpec, String> ROADS =
      Map.of(
          RoadSpec.SITE_CLASS_I, "road of COST 323 site class I",
          RoadSpec.A, "road class A of ISO 8608",
          RoadSpec.B, "road class B of ISO 8608");

  private final List<Outcome> outcomes;
  private final StringBuilder text = new StringBuilder();

  /**
   * @param outcomes of one scenario, one for each seed
   */
  Section(List<Outcome> outcomes) {
    this.outcomes = List.copyOf(outcomes);
  }

  /** The first seed's: the plots are its. */
  Outcome first() {
    return outcomes.get(0);
  }

  String name() {
    return first().scenario().name();
  }

  /** The words no figure of a simulation is without. */
  String claim() {
    return "in simulation, " + road(first());
  }

  /** The class the plots are drawn against: the one all loads of the first seed reached. */
  AccuracyClass reached() {
    return first().cost323().overall().orElse(AccuracyClass.E);
  }

  static String road(Outcome outcome) {
    RoadSpec road = outcome.scenario().site().road();
    return String.format(
        Locale.ROOT,
        "%s (Gd %s m³)",
        ROADS.getOrDefault(road, "road of no class"),
        String.format(Locale.ROOT, "%.1fe-6", road.gdM3() * 1e6));
  }

  String markdown(R134Table r134, List<String> pictures) {
    line("## " + heading());
    line("");
    line(sentence(first().scenario().description()));
    line("");
    line(
        "| seed | IRI, m/km | vehicles | flagged | not one vehicle or axles miscounted | of these"
            + " without a flag | weighed where nobody drove |");
    line("|---|---|---|---|---|---|---|");
    for (Outcome each : outcomes) {
      row(
          "| %d | %.2f | %d | %.1f %% | %d | %d | %d |",
          each.seed(),
          each.iri(),
          each.vehicles(),
          100.0 * each.flagged() / each.vehicles(),
          each.miscounted(),
          each.inSilence(),
          each.invented());
    }
    line("");
    line("| seed | criterion | n | mean | s | largest | within U | δmin | π0 | COST 323 |");
    line("|---|---|---|---|---|---|---|---|---|---|");
    outcomes.forEach(this::criteria);
    line("");
    outcomes.forEach(
        each -> {
          classes(each, r134);
          line("");
        });
    for (String picture : pictures) {
      line(
          "!["
              + picture.replace("weighing-", "").replace('-', ' ')
              + "](images/"
              + picture
              + ".svg)");
      line("");
    }
    return text.toString();
  }

  private String heading() {
    return switch (first().kind()) {
      case STRIPS -> "Strips: " + name();
      case PLATFORM -> "Platform: " + name();
      case BRIDGE -> "Bridge: " + name();
    };
  }

  private void criteria(Outcome outcome) {
    Map<Criterion, Cost323.Result> results = outcome.cost323().results();
    for (Criterion criterion : Outcome.CRITERIA) {
      Cost323.Result result = results.get(criterion);
      List<Outcome.Load> loads = outcome.loads(criterion);
      if (result != null && !loads.isEmpty()) {
        long covered = loads.stream().filter(Outcome.Load::covered).count();
        double largest =
            loads.stream().mapToDouble(l -> Math.abs(l.pair().errorPercent())).max().orElse(0);
        row(
            "| %d | %s | %d | %+.2f %% | %.2f %% | %.2f %% | %.1f %% | %s | %s | %s |",
            outcome.seed(),
            criterion.word(),
            result.sample().n(),
            result.sample().mean(),
            result.sample().deviation(),
            largest,
            100.0 * covered / loads.size(),
            percent(result.smallestTolerance(), "%.2f %%"),
            percent(result.demanded(), "%.1f %%"),
            result.level().map(AccuracyClass::label).orElse("too few"));
      }
    }
  }

  private static String percent(double value, String form) {
    return Double.isNaN(value) ? "" : String.format(Locale.ROOT, form, value);
  }

  private void classes(Outcome outcome, R134Table table) {
    String cost =
        outcome.cost323().overall().map(AccuracyClass::label).orElse("no class, too few pairs");
    if (outcome.kind() != Kind.PLATFORM) {
      row(
          "Seed %d: COST 323 %s over all criteria, environment I, conditions R2, in service; %s.",
          outcome.seed(), cost, claim());
      return;
    }
    row(
        "Seed %d: errors within R 134 mass class %s; by percent alone %s, of vehicles above 35 kN %s."
            + " COST 323 %s for comparison; %s.",
        outcome.seed(),
        granted(outcome.pairs(), table),
        massClass(outcome.pairs(), table),
        massClass(outcome.loads(Criterion.GROSS).stream().map(Outcome.Load::pair).toList(), table),
        cost,
        claim());
  }

  private static String granted(List<Pair> pairs, R134Table table) {
    R134.Result mass =
        R134.assess(pairs, table, false, SiteDocument.INTERVAL_N)
            .results()
            .get(R134Table.Kind.VEHICLE_MASS);
    return mass == null
        ? "none"
        : String.format(
            Locale.ROOT,
            "%s in service (d = 20 kg, %d of %d errors by the 2 d an axle that it grants)",
            mass.row().map(R134Table.Row::name).orElse("none"),
            mass.byFloor(),
            mass.n());
  }

  private static String massClass(List<Pair> pairs, R134Table table) {
    R134.Result mass = R134.assess(pairs, table, false).results().get(R134Table.Kind.VEHICLE_MASS);
    return mass == null
        ? "none"
        : String.format(
            Locale.ROOT,
            "%s (largest error %+.2f %%)",
            mass.row().map(R134Table.Row::name).orElse("none"),
            mass.largestErrorPercent());
  }

  private static String sentence(String words) {
    return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1) + ".";
  }

  private void row(String form, Object... values) {
    line(String.format(Locale.ROOT, form, values));
  }

  private void line(String words) {
    text.append(words).append('\n');
  }
}
