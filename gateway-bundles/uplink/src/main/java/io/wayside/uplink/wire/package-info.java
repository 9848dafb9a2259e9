// SPDX-License-Identifier: Apache-2.0
/** Topics and payloads. */
@NullMarked
package io.wayside.uplink.wire;

import org.jspecify.annotations.NullMarked;
