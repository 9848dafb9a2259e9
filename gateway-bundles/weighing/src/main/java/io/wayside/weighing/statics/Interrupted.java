// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.statics;

/** A stretch of a vehicle's weighing in which nothing was seen. */
public record Interrupted(long fromNanos, long toNanos, String cause, String detail) {}
