// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.scene.traffic;

/**
 * Somebody on foot.
 *
 * @param timeS when he starts
 * @param xM from here
 * @param yM from here
 * @param xMps speed across the road
 * @param yMps speed along the road
 * @param forS how long he walks before he is out of sight
 */
public record Walk(
    double timeS, long look, double xM, double yM, double xMps, double yMps, double forS) {}
