// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.bridge;

/**
 * What least squares found.
 *
 * @param loadsN per axle
 * @param covariance of the loads, N²
 * @param held which axles had to be held together with their neighbours
 * @param disagreement of the worst sensor with all, as a share of the gross
 */
@SuppressWarnings("ArrayRecordComponent") // numbers of one calculation; nobody compares them
record MosesLoads(double[] loadsN, double[][] covariance, boolean[] held, double disagreement) {}
