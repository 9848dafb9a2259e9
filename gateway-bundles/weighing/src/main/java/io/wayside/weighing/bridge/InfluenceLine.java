// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.bridge;

import io.wayside.core.data.GarbledData;
import io.wayside.core.data.Node;
import java.util.Arrays;
import java.util.List;

/**
 * What a load of one newton at a place does to a strain sensor. Straight between its points,
 * nothing outside them.
 */
public final class InfluenceLine {

  private final double[] places;
  private final double[] strains;

  /**
   * @param placesM rising
   * @param strainPerNewton at each place
   */
  public InfluenceLine(double[] placesM, double[] strainPerNewton) {
    this.places = placesM.clone();
    this.strains = strainPerNewton.clone();
    if (places.length < 2 || places.length != strains.length) {
      throw new IllegalArgumentException(
          "an influence line needs at least two points, each with place and strain");
    }
    for (int i = 1; i < places.length; i++) {
      if (!(places[i] > places[i - 1])) {
        throw new IllegalArgumentException(
            "places of an influence line must rise, but "
                + places[i]
                + " m follows "
                + places[i - 1]
                + " m");
      }
    }
  }

  static InfluenceLine from(Node node) throws GarbledData {
    List<Node> points = node.elements();
    double[] places = new double[points.size()];
    double[] strains = new double[points.size()];
    for (int i = 0; i < points.size(); i++) {
      double[] point = points.get(i).numbers();
      if (point.length != 2) {
        throw points.get(i).wrong("must be [place in m, strain per newton]");
      }
      places[i] = point[0];
      strains[i] = point[1];
    }
    try {
      return new InfluenceLine(places, strains);
    } catch (IllegalArgumentException notALine) {
      throw node.wrong("is no influence line: " + notALine.getMessage());
    }
  }

  /** Strain per newton for a load at the place. */
  public double at(double placeM) {
    if (!(placeM >= places[0]) || !(placeM <= places[places.length - 1])) {
      return 0;
    }
    int found = Arrays.binarySearch(places, placeM);
    if (found >= 0) {
      return strains[found];
    }
    int above = -found - 1;
    double share = (placeM - places[above - 1]) / (places[above] - places[above - 1]);
    return strains[above - 1] + share * (strains[above] - strains[above - 1]);
  }

  public double fromM() {
    return places[0];
  }

  public double toM() {
    return places[places.length - 1];
  }

  /** As the instrument document has it: places and strains. */
  public double[][] points() {
    double[][] points = new double[places.length][];
    for (int i = 0; i < points.length; i++) {
      points[i] = new double[] {places[i], strains[i]};
    }
    return points;
  }
}
