// SPDX-License-Identifier: Apache-2.0
/** What the gateway writes against what the schemas say. */
@NullMarked
package io.wayside.rig.systemtests.wire;

import org.jspecify.annotations.NullMarked;
