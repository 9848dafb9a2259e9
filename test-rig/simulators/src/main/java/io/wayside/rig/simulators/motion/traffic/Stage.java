// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.motion.traffic;

/** The part of the road that matters: where the site begins and ends, and its reference line. */
public record Stage(double fromM, double toM, double referenceM) {}
