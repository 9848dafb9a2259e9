// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.platform;

/**
 * An axle and the run it was weighed with.
 *
 * @param footing its time on the platform
 * @param run loads of all axles of the run
 * @param index its place in the run
 */
record WeighedAxle(Footing footing, RunLoads run, int index) {

  double loadN() {
    return run.loadsN()[index];
  }

  double leftN() {
    return run.leftN()[index];
  }

  double varianceN2() {
    return run.covariance()[index][index];
  }

  /** Covariance with another axle; none between runs. */
  @SuppressWarnings("ReferenceEquality") // the same run, not one with equal numbers
  double covarianceN2(WeighedAxle other) {
    return run == other.run ? run.covariance()[index][other.index] : 0;
  }

  double swingShare() {
    return run.swingShare()[index];
  }

  double visibleS() {
    return run.visibleS()[index];
  }
}
