// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.law;

import io.wayside.core.data.Wording;
import io.wayside.core.vehicle.Range;
import io.wayside.weighing.law.Limit.Distance;
import io.wayside.weighing.law.Limit.OfGross;
import io.wayside.weighing.law.Limit.Reduction;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds every gross limit that may apply to a vehicle of which not everything is known. */
final class GrossLimits {

  private final Weighed vehicle;
  private final Circumstances known;
  private final double groupGapM;
  private final List<Layout> layouts;

  private record Key(String rule, double limitKg) {}

  GrossLimits(Weighed vehicle, Circumstances known, double groupGapM, List<Layout> layouts) {
    this.vehicle = vehicle;
    this.known = known;
    this.groupGapM = groupGapM;
    this.layouts = layouts;
  }

  List<Candidate> of(List<OfGross> rules) {
    Map<Key, Candidate> found = new LinkedHashMap<>();
    for (OfGross rule : rules) {
      if (!rule.axles().contains(vehicle.axles())) {
        continue;
      }
      if (rule.layouts().isEmpty()) {
        add(rule, null, found);
      }
      for (Layout layout : layouts) {
        if (rule.layouts().contains(layout.id())) {
          add(rule, layout, found);
        }
      }
    }
    return List.copyOf(found.values());
  }

  private void add(OfGross rule, @Nullable Layout layout, Map<Key, Candidate> found) {
    List<Wording> under = new ArrayList<>();
    if (layout != null && layouts.size() > 1) {
      under.add(Conditions.layout(layout));
    }
    if (!containerFits(rule, under)) {
      return;
    }
    for (Map.Entry<Distance, Range> wanted : rule.distances().entrySet()) {
      Span distance = distance(wanted.getKey(), layout);
      if (!distance.mayBeIn(wanted.getValue())) {
        return;
      }
      if (!Judge.surely(distance, wanted.getValue())) {
        under.add(Conditions.distance(wanted.getKey(), wanted.getValue()));
      }
    }
    double[] limits = limits(rule, layout);
    for (double limit : limits) {
      Optional<Wording> condition =
          under.isEmpty() ? Optional.empty() : Optional.of(Conditions.all(under));
      found.putIfAbsent(
          new Key(rule.head().id(), limit), new Candidate(rule.head(), limit, condition));
    }
  }

  private boolean containerFits(OfGross rule, List<Wording> under) {
    if (rule.oneContainer().isEmpty()) {
      return true;
    }
    boolean wanted = rule.oneContainer().get();
    if (known.oneContainer().isEmpty()) {
      under.add(Conditions.container(wanted));
      return true;
    }
    return known.oneContainer().get() == wanted;
  }

  /** The limit for the shortest and for the longest the distance can be. */
  private double[] limits(OfGross rule, @Nullable Layout layout) {
    if (rule.reduction().isEmpty()) {
      return new double[] {rule.limitKg()};
    }
    Reduction reduction = rule.reduction().get();
    Span distance = distance(reduction.of(), layout);
    if (distance.isUnknown()) {
      return new double[] {rule.limitKg()};
    }
    Range within = rule.distances().getOrDefault(reduction.of(), Range.ANY);
    double shortest = reduction.at(Math.max(distance.low(), within.low()));
    double longest = reduction.at(Math.min(distance.high(), within.high()));
    return shortest == longest
        ? new double[] {rule.limitKg() - shortest}
        : new double[] {rule.limitKg() - shortest, rule.limitKg() - longest};
  }

  private Span distance(Distance distance, @Nullable Layout layout) {
    return switch (distance) {
      case FIRST_TO_LAST -> vehicle.extentM(0, vehicle.axles());
      case KINGPIN -> {
        if (known.kingpinM().isPresent()) {
          yield Span.of(known.kingpinM().getAsDouble());
        }
        yield layout == null ? Span.UNKNOWN : layout.kingpinM(vehicle, groupGapM);
      }
      case DRAWBAR ->
          known.drawbarM().isPresent() ? Span.of(known.drawbarM().getAsDouble()) : Span.UNKNOWN;
    };
  }
}
