// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.lane;

/**
 * A moment of a vehicle's way.
 *
 * @param nanos monotonic
 * @param what such as {@code arming-on}, {@code safety-off}, {@code barrier-raise}
 */
public record Mark(long nanos, String what) {}
