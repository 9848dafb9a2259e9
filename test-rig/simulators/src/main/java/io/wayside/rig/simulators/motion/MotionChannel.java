// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.motion;

/** A sampled channel: its name and the unit of its values. */
public record MotionChannel(String name, String unit) {}
