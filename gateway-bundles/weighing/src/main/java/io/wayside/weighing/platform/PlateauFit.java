// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.platform;

import java.util.ArrayList;
import java.util.List;

/**
 * The loads of a run: axles that are on the platform without it being empty in between. Loads and
 * body bounce are solved for together, for each frequency a body may have, and the answers averaged
 * by how well each explains the signal. Where less than about 0.6 of a period is in sight no
 * frequency can be told: the result is then the mean of the plateau, and what the bounce may have
 * done to it stands in the uncertainty.
 */
final class PlateauFit {

  private static final double LOWEST_HZ = 1.0;
  private static final double HIGHEST_HZ = 4.5;
  private static final double STEP = 1.08;

  /** Periods of the platform's own oscillation left out after each edge. */
  private static final double SETTLING_PERIODS = 1.5;

  /** With fewer of its periods in sight, its oscillation is fitted and not left out. */
  private static final double SHORT_PERIODS = 4;

  /** Usual amplitude of the platform's own oscillation after an edge, as a share of the load. */
  private static final double RINGING_SHARE = 0.03;

  private final PlatformInstrument instrument;
  private final double noiseN;

  PlateauFit(PlatformInstrument instrument, double noiseN) {
    this.instrument = instrument;
    this.noiseN = noiseN;
  }

  RunLoads fit(List<Footing> axles, double[] total, double[] left, double dt) {
    double length = instrument.lengthM();
    double lasted = axles.stream().mapToDouble(Footing::lastedS).min().orElse(1);
    double ramp = 1.2 * instrument.tuning().footprintM() * lasted / length;
    double settle = SETTLING_PERIODS / instrument.naturalHz();
    boolean ringing = (lasted - ramp - settle) * instrument.naturalHz() < SHORT_PERIODS;
    double rowS = ringing ? 0.125 / instrument.naturalHz() : Double.POSITIVE_INFINITY;
    PlateauRows rows =
        new PlateauRows(axles, ramp, ringing ? settle / 5 : settle, rowS, dt, total.length);
    double[] values = PlateauRows.values(rows.rows(), total);
    double floor =
        Math.max(noiseN / 3, 0.02 * instrument.intervalN()); // rows are means of some points
    List<BounceModel> models = new ArrayList<>();
    if (values.length > 0) {
      for (double hz = LOWEST_HZ; hz <= HIGHEST_HZ; hz *= STEP) {
        models.add(model(rows.rows(), axles, values, hz, ringing, floor));
      }
    }
    return RunLoads.averaged(
        models, rows, axles.size(), values, PlateauRows.values(rows.rows(), left));
  }

  private BounceModel model(
      List<PlateauRows.Row> rows,
      List<Footing> axles,
      double[] values,
      double hz,
      boolean ringing,
      double floorN) {
    int n = axles.size();
    int bounce = 2 * n;
    int rings = ringing ? 4 * n : 0;
    double[] usual = new double[bounce + rings];
    double[][] design = new double[rows.size()][n + bounce + rings];
    double ring = 2 * Math.PI * instrument.naturalHz();
    for (int i = 0; i < n; i++) {
      Footing axle = axles.get(i);
      for (int k = 0; k < 2; k++) {
        usual[2 * i + k] = instrument.tuning().dynamicShare() * axle.roughN();
      }
      for (int k = 0; k < 4 && ringing; k++) {
        usual[bounce + 4 * i + k] = RINGING_SHARE * axle.roughN();
      }
      for (int r = 0; r < design.length; r++) {
        double at = rows.get(r).atS();
        double share = rows.get(r).shares()[i];
        design[r][i] = share;
        double phase = 2 * Math.PI * hz * (at - axle.onS());
        design[r][n + 2 * i] = share * Math.cos(phase);
        design[r][n + 2 * i + 1] = share * Math.sin(phase);
        if (ringing) {
          rings(design[r], n + bounce + 4 * i, ring, at - axle.onS());
          rings(design[r], n + bounce + 4 * i + 2, ring, at - axle.offS());
        }
      }
    }
    return new BounceModel(design, values, n, usual, floorN);
  }

  private void rings(double[] row, int column, double ring, double sinceS) {
    if (sinceS > 0) {
      double fading = Math.exp(-instrument.dampingRatio() * ring * sinceS);
      row[column] = fading * Math.cos(ring * sinceS);
      row[column + 1] = fading * Math.sin(ring * sinceS);
    }
  }
}
