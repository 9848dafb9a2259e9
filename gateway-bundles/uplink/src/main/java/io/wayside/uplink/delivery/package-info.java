// SPDX-License-Identifier: Apache-2.0
/** Back-off and window: the pure parts of delivery. */
@NullMarked
package io.wayside.uplink.delivery;

import org.jspecify.annotations.NullMarked;
