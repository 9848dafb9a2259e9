// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.passage;

/**
 * Something of the lane's timeline.
 *
 * @param what such as {@code arming-on}, {@code safety-off}, {@code barrier-raise}
 */
public record LaneMoment(long atNanos, String what) {}
