// SPDX-License-Identifier: Apache-2.0
/** Orders to a light through loss, delay and kills, against what the light truly did. */
@NullMarked
package io.wayside.rig.scenarios.aidcommands;

import org.jspecify.annotations.NullMarked;
