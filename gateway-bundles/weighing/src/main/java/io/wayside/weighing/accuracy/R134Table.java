// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.accuracy;

import io.wayside.core.data.Evidence;
import io.wayside.core.data.GarbledData;
import io.wayside.core.data.Node;
import java.util.ArrayList;
import java.util.List;

/**
 * The classes of OIML R 134 with their permissible errors, as data. Rows of one kind stand from the
 * best class to the worst.
 *
 * @param title of the document
 * @param floor the least permissible error of a vehicle's mass
 * @param rows all classes of all kinds
 */
public record R134Table(String title, Floor floor, List<Row> rows) {

  /** What a row's errors apply to. */
  public enum Kind {
    VEHICLE_MASS,
    AXLE_TWO_AXLE_RIGID,
    AXLE_OTHER_VEHICLES,
    GROUP
  }

  /**
   * One class.
   *
   * @param initialPercent permissible error at verification, in percent of the reference
   * @param inServicePercent the same in service
   * @param largestIntervalKg an instrument with a larger scale interval is not of this class
   */
  public record Row(
      Kind kind,
      String name,
      double initialPercent,
      double inServicePercent,
      double largestIntervalKg,
      Evidence evidence) {

    double permissible(boolean initial) {
      return initial ? initialPercent : inServicePercent;
    }
  }

  /**
   * The least permissible error of a vehicle's mass, in scale intervals for each of its axles.
   *
   * @param initial at verification
   * @param inService in service
   */
  public record Floor(double initial, double inService, Evidence evidence) {

    double intervals(boolean atVerification) {
      return atVerification ? initial : inService;
    }

    private static Floor from(Node node) throws GarbledData {
      node.only("initialIntervalsPerAxle", "inServiceIntervalsPerAxle", "source", "certainty");
      return new Floor(
          node.member("initialIntervalsPerAxle").number(0, 100),
          node.member("inServiceIntervalsPerAxle").number(0, 100),
          Evidence.from(node));
    }
  }

  public R134Table {
    rows = List.copyOf(rows);
  }

  public static R134Table from(Node document) throws GarbledData {
    document.only("$schema", "table", "title", "notes", "vehicleMassFloor", "rows");
    List<Row> rows = new ArrayList<>();
    for (Node row : document.member("rows").elements()) {
      row.only(
          "kind",
          "class",
          "initialPercent",
          "inServicePercent",
          "largestIntervalKg",
          "source",
          "certainty");
      rows.add(
          new Row(
              row.member("kind").word(Kind.class),
              row.member("class").text(),
              row.member("initialPercent").number(0, 100),
              row.member("inServicePercent").number(0, 100),
              row.member("largestIntervalKg").number(0, 10_000),
              Evidence.from(row)));
    }
    return new R134Table(
        document.member("title").text(), Floor.from(document.member("vehicleMassFloor")), rows);
  }

  List<Row> of(Kind kind) {
    return rows.stream().filter(row -> row.kind() == kind).toList();
  }
}
