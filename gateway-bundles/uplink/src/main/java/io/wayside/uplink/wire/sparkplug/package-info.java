// SPDX-License-Identifier: Apache-2.0
/** The live view in the terms of Sparkplug B 3.0: payloads, topics and the rules of a session. */
@NullMarked
package io.wayside.uplink.wire.sparkplug;

import org.jspecify.annotations.NullMarked;
