// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.motion;

/**
 * A contact that closed or opened.
 *
 * @param contact its name
 * @param timeS since the first sample
 * @param closed true when it closed
 */
public record ContactEdge(String contact, double timeS, boolean closed) {}
