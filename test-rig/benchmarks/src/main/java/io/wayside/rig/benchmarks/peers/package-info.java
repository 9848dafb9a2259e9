// SPDX-License-Identifier: Apache-2.0
/** The same work done by the gateway and by what people use instead: who keeps what it accepted. */
@NullMarked
package io.wayside.rig.benchmarks.peers;

import org.jspecify.annotations.NullMarked;
