// SPDX-License-Identifier: Apache-2.0
/** Some hundreds of gateways' real uplinks in one process against one real broker. */
@NullMarked
package io.wayside.rig.scenarios.fleet;

import org.jspecify.annotations.NullMarked;
