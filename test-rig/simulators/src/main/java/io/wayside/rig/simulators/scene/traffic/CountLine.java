// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.scene.traffic;

/**
 * A line straight across the road.
 *
 * @param yM where
 * @param fromM its left end across the road
 * @param toM its right end
 */
public record CountLine(String id, double yM, double fromM, double toM) {}
