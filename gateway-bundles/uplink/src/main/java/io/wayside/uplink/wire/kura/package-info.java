// SPDX-License-Identifier: Apache-2.0
/** The wire form that Eclipse Kura speaks and Eclipse Kapua understands. */
@NullMarked
package io.wayside.uplink.wire.kura;

import org.jspecify.annotations.NullMarked;
