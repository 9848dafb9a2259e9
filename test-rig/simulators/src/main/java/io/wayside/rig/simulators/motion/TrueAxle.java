// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.motion;

import java.util.List;

/**
 * What is true of one axle on the ground.
 *
 * @param staticN its load at rest, newtons
 * @param leftN the left wheel's part; all of it on a motorcycle
 * @param rightN the right wheel's part
 * @param behindM how far it is behind the first axle
 * @param dual two tyres on each side
 * @param lineTimesS when its centre first crossed each of the site's lines, in their order, seconds
 *     since the first sample
 */
public record TrueAxle(
    double staticN,
    double leftN,
    double rightN,
    double behindM,
    boolean dual,
    List<Double> lineTimesS) {}
