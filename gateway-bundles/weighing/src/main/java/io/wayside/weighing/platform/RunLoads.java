// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.platform;

import java.util.List;

/**
 * The loads of a run's axles.
 *
 * @param loadsN per axle
 * @param leftN per axle, cells on the left
 * @param covariance of the loads, N²: noise, unexplained oscillation, and which frequency it was
 * @param visibleS how long each axle stood wholly on the platform
 * @param swingShare how far each load swung while the axle was on the platform alone
 * @param residualN standard deviation of what is left unexplained
 * @param onRamps whether ramps had to be weighed because a plateau was missing
 */
@SuppressWarnings("ArrayRecordComponent") // numbers of one calculation; nobody compares them
record RunLoads(
    double[] loadsN,
    double[] leftN,
    double[][] covariance,
    double[] visibleS,
    double[] swingShare,
    double residualN,
    boolean onRamps) {

  static RunLoads averaged(
      List<BounceModel> models, PlateauRows rows, int axles, double[] total, double[] left) {
    double best = models.stream().mapToDouble(BounceModel::evidence).max().orElse(0);
    double all = models.stream().mapToDouble(model -> Math.exp(model.evidence() - best)).sum();
    double[] loads = new double[axles];
    double[] lefts = new double[axles];
    double[] visible = new double[axles];
    double[] swing = new double[axles];
    double[][] covariance = new double[axles][axles];
    double variance = 0;
    for (BounceModel model : models) {
      double share = Math.exp(model.evidence() - best) / all;
      variance += share * model.variance();
      for (int i = 0; i < axles; i++) {
        for (int r = 0; r < total.length; r++) {
          double weight = share * model.weight(i, r);
          loads[i] += weight * total[r];
          lefts[i] += weight * left[r];
        }
      }
    }
    for (int i = 0; i < axles; i++) {
      visible[i] = rows.visibleS(i);
      swing[i] = rows.swingShare(i, total);
      for (int j = 0; j < axles; j++) {
        for (BounceModel model : models) {
          double share = Math.exp(model.evidence() - best) / all;
          covariance[i][j] +=
              share
                  * (model.covariance(i, j)
                      + (model.load(i) - loads[i]) * (model.load(j) - loads[j]));
        }
      }
    }
    return new RunLoads(
        loads, lefts, covariance, visible, swing, Math.sqrt(variance), rows.usesRamps());
  }
}
