// SPDX-License-Identifier: Apache-2.0
/**
 * Which vehicles a detector is asked about, what comes of its answers, and how a counted vehicle is
 * called at last. Pure: who asks, on which thread, is the station's affair.
 */
@NullMarked
package io.wayside.counting.naming;

import org.jspecify.annotations.NullMarked;
