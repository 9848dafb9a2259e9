// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.accuracy;

import io.wayside.core.data.Evidence;
import io.wayside.core.data.GarbledData;
import io.wayside.core.data.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The types of ASTM E 1318 with their tolerances, as data.
 *
 * @param title of the document
 * @param sharePercent how many of the errors must be within the tolerance
 * @param rows all types and criteria
 */
public record E1318Table(String title, double sharePercent, List<Row> rows) {

  private static final double NEWTON_PER_POUND = 0.45359237 * 9.80665;
  private static final double MPS_PER_MPH = 0.44704;
  private static final double METRE_PER_FOOT = 0.3048;

  /** What is judged; an axle is judged alike whether it is single or one of a group. */
  public enum Measure {
    WHEEL,
    AXLE,
    GROUP,
    GROSS,
    SPEED,
    SPACING;

    static Optional<Measure> of(Criterion criterion) {
      return switch (criterion) {
        case WHEEL -> Optional.of(WHEEL);
        case SINGLE_AXLE, AXLE_OF_GROUP -> Optional.of(AXLE);
        case GROUP -> Optional.of(GROUP);
        case GROSS -> Optional.of(GROSS);
        case SPEED -> Optional.of(SPEED);
        case SPACING -> Optional.of(SPACING);
        case COUNT -> Optional.empty();
      };
    }

    private double unit() {
      return switch (this) {
        case WHEEL, AXLE, GROUP, GROSS -> NEWTON_PER_POUND;
        case SPEED -> MPS_PER_MPH;
        case SPACING -> METRE_PER_FOOT;
      };
    }
  }

  /**
   * The tolerance of one measure for one type.
   *
   * @param percent of the reference; zero where the tolerance is absolute
   * @param absolute in the measure's SI unit; zero where the tolerance is relative
   * @param least references below are not judged, in the measure's SI unit
   */
  public record Row(
      String type,
      Measure measure,
      double percent,
      double absolute,
      double least,
      Evidence evidence) {

    boolean judges(Pair pair) {
      return Measure.of(pair.criterion()).filter(measure::equals).isPresent()
          && pair.reference() >= least;
    }

    boolean holds(Pair pair) {
      double error = Math.abs(pair.measured() - pair.reference());
      return error <= Math.max(absolute, percent / 100 * pair.reference());
    }
  }

  public E1318Table {
    rows = List.copyOf(rows);
  }

  /** The types in the order of the document. */
  public List<String> types() {
    return rows.stream().map(Row::type).distinct().toList();
  }

  public static E1318Table from(Node document) throws GarbledData {
    document.only("$schema", "table", "title", "notes", "sharePercent", "rows");
    List<Row> rows = new ArrayList<>();
    for (Node row : document.member("rows").elements()) {
      rows.add(row(row));
    }
    return new E1318Table(
        document.member("title").text(), document.member("sharePercent").number(50, 100), rows);
  }

  /** Absolute figures stand in pounds, miles per hour and feet, as the standard prints them. */
  private static Row row(Node row) throws GarbledData {
    row.only("type", "measure", "percent", "absolute", "least", "source", "certainty");
    Measure measure = row.member("measure").word(Measure.class);
    Optional<Node> percent = row.optional("percent");
    Optional<Node> absolute = row.optional("absolute");
    Optional<Node> least = row.optional("least");
    if (percent.isPresent() == absolute.isPresent()) {
      throw row.wrong("needs either \"percent\" or \"absolute\"");
    }
    return new Row(
        row.member("type").text(),
        measure,
        percent.isPresent() ? percent.get().number(0, 100) : 0,
        absolute.isPresent() ? absolute.get().number(0, 1e6) * measure.unit() : 0,
        least.isPresent() ? least.get().number(0, 1e6) * measure.unit() : 0,
        Evidence.from(row));
  }
}
