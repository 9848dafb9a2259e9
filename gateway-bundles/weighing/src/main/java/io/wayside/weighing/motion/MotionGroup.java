// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.motion;

/**
 * Neighbouring axles that share a load.
 *
 * @param firstAxle index of its first axle in the vehicle, from 0
 * @param axles how many
 * @param loadN their load in newton
 * @param uncertaintyN expanded uncertainty (k = 2)
 */
public record MotionGroup(int firstAxle, int axles, double loadN, double uncertaintyN) {}
