// SPDX-License-Identifier: Apache-2.0
/**
 * The live view at work: one edge node of Sparkplug B 3.0 with an outbox and a thread of its own.
 */
@NullMarked
package io.wayside.uplink.sparkplug;

import org.jspecify.annotations.NullMarked;
