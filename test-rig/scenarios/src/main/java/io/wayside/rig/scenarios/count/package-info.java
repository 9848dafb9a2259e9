// SPDX-License-Identifier: Apache-2.0
/** The verb count: a camera driver and the counting of pictures put together without a gateway. */
@NullMarked
package io.wayside.rig.scenarios.count;

import org.jspecify.annotations.NullMarked;
