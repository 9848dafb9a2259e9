// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.law;

import io.wayside.core.data.GarbledData;
import io.wayside.core.data.Node;
import io.wayside.core.data.Value;
import io.wayside.core.vehicle.Range;
import io.wayside.core.vehicle.Units;
import io.wayside.weighing.law.Limit.ByBridgeFormula;
import io.wayside.weighing.law.Limit.ByBridgeFormula.Allowance;
import io.wayside.weighing.law.Limit.ByBridgeFormula.Formula;
import io.wayside.weighing.law.Limit.Distance;
import io.wayside.weighing.law.Limit.OfGross;
import io.wayside.weighing.law.Limit.OfGroup;
import io.wayside.weighing.law.Limit.OfSpan;
import io.wayside.weighing.law.Limit.Reduction;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads the limits of a pack, each by its kind. */
final class LimitReader {

  private static final int MOST_AXLES = 40;

  /** The kinds of limit, as documents name them. */
  private enum Kind {
    AXLE_GROUP,
    SPAN,
    GROSS,
    BRIDGE_FORMULA
  }

  /** Reads what all rules have in common. */
  interface HeadReader {
    RuleHead read(Node row) throws GarbledData;
  }

  private final Units units;
  private final List<Layout> layouts;
  private final HeadReader heads;

  LimitReader(Units units, List<Layout> layouts, HeadReader heads) {
    this.units = units;
    this.layouts = layouts;
    this.heads = heads;
  }

  Limit read(Node row) throws GarbledData {
    return switch (row.member("kind").word(Kind.class)) {
      case AXLE_GROUP -> group(row);
      case SPAN -> span(row);
      case GROSS -> gross(row);
      case BRIDGE_FORMULA -> bridge(row);
    };
  }

  private static void only(Node row, String... own) throws GarbledData {
    Stream<String> common =
        Stream.of("id", "kind", "name", "source", "certainty", "validFrom", "validTo");
    row.only(Stream.concat(common, Stream.of(own)).toArray(String[]::new));
  }

  private Limit group(Node row) throws GarbledData {
    only(row, "axles", "spacing", "limit");
    return new OfGroup(
        heads.read(row),
        row.member("axles").whole(1, MOST_AXLES),
        lengths(row, "spacing"),
        load(row.member("limit")));
  }

  private Limit span(Node row) throws GarbledData {
    only(row, "span", "limit");
    return new OfSpan(
        heads.read(row),
        Range.from(row.member("span")).times(units.metres()),
        load(row.member("limit")));
  }

  private Limit gross(Node row) throws GarbledData {
    only(row, "layouts", "axles", "distances", "oneContainer", "reduction", "limit");
    Map<Distance, Range> distances = new EnumMap<>(Distance.class);
    Optional<Node> listed = row.optional("distances");
    if (listed.isPresent()) {
      listed.get().only(words());
      for (Distance distance : Distance.values()) {
        Optional<Node> range = listed.get().optional(word(distance));
        if (range.isPresent()) {
          distances.put(distance, Range.from(range.get()).times(units.metres()));
        }
      }
    }
    Optional<Node> container = row.optional("oneContainer");
    Optional<Node> reduction = row.optional("reduction");
    return new OfGross(
        heads.read(row),
        layoutIds(row),
        axles(row),
        distances,
        container.isPresent() ? Optional.of(container.get().truth()) : Optional.empty(),
        load(row.member("limit")),
        reduction.isPresent() ? Optional.of(reduction(reduction.get())) : Optional.empty());
  }

  private List<String> layoutIds(Node row) throws GarbledData {
    List<String> ids = new ArrayList<>();
    Optional<Node> listed = row.optional("layouts");
    if (listed.isPresent()) {
      for (Node id : listed.get().elements()) {
        String text = id.text();
        if (layouts.stream().noneMatch(layout -> layout.id().equals(text))) {
          throw id.wrong("is \"" + text + "\", which is not among the layouts");
        }
        ids.add(text);
      }
    }
    return ids;
  }

  private Reduction reduction(Node node) throws GarbledData {
    node.only("of", "least", "perUnit");
    return new Reduction(
        node.member("of").word(Distance.class),
        node.member("least").number(0, 1e3) * units.metres(),
        load(node.member("perUnit")) / units.metres());
  }

  private Limit bridge(Node row) throws GarbledData {
    only(row, "axles", "span", "factor", "perAxle", "constant", "step", "exceptions");
    Formula formula =
        new Formula(
            row.member("factor").number(),
            row.member("perAxle").number(),
            row.member("constant").number(),
            row.member("step").number(1e-3, 1e6),
            units.metres(),
            units.kilograms());
    List<Allowance> exceptions = new ArrayList<>();
    Optional<Node> listed = row.optional("exceptions");
    if (listed.isPresent()) {
      for (Node exception : listed.get().elements()) {
        exceptions.add(exception(exception));
      }
    }
    Range axles = axles(row);
    if (axles.low() < 2) {
      throw row.member("axles").wrong("must begin at 2 or more: one axle has no distance");
    }
    return new ByBridgeFormula(heads.read(row), axles, lengths(row, "span"), formula, exceptions);
  }

  private Allowance exception(Node row) throws GarbledData {
    row.only(
        "id",
        "name",
        "source",
        "certainty",
        "validFrom",
        "validTo",
        "sets",
        "setSpan",
        "span",
        "limit");
    List<Integer> sets = new ArrayList<>();
    for (Node set : row.member("sets").elements()) {
      sets.add(set.whole(1, MOST_AXLES));
    }
    return new Allowance(
        heads.read(row),
        sets,
        lengths(row, "setSpan"),
        lengths(row, "span"),
        load(row.member("limit")));
  }

  private static Range axles(Node row) throws GarbledData {
    Optional<Node> node = row.optional("axles");
    if (node.isEmpty()) {
      return Range.ANY;
    }
    if (node.get().value() instanceof Value.Whole) {
      int axles = node.get().whole(1, MOST_AXLES);
      return Range.of(axles, axles);
    }
    return Range.from(node.get());
  }

  private Range lengths(Node row, String member) throws GarbledData {
    Optional<Node> node = row.optional(member);
    return node.isPresent() ? Range.from(node.get()).times(units.metres()) : Range.ANY;
  }

  private double load(Node node) throws GarbledData {
    return node.number(1e-3, 1e6) * units.kilograms();
  }

  private static String word(Distance distance) {
    return distance.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static String[] words() {
    return Stream.of(Distance.values()).map(LimitReader::word).toArray(String[]::new);
  }
}
