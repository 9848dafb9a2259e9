// SPDX-License-Identifier: Apache-2.0
/** The way to a broker, behind a small interface. */
@NullMarked
package io.wayside.uplink.transport;

import org.jspecify.annotations.NullMarked;
