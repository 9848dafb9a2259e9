// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.statics;

/** Since when and why nothing is seen. */
record Blind(long sinceNanos, String cause, String detail) {}
