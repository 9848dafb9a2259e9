// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.bridge;

/**
 * What least squares found.
 *
 * @param loadsN per axle
 * @param covariance of the loads, N²
 * @param condition of the problem; large when axles are hard to tell apart
 * @param held whether neighbouring axles had to be held together
 * @param disagreement of the worst sensor with all, as a share of the gross
 */
@SuppressWarnings("ArrayRecordComponent") // numbers of one calculation; nobody compares them
record MosesLoads(
    double[] loadsN, double[][] covariance, double condition, boolean held, double disagreement) {}
