// SPDX-License-Identifier: Apache-2.0
/** The journal's promise put to the test: kills and power cuts at any moment, nothing lost. */
@NullMarked
package io.wayside.rig.scenarios.journal;

import org.jspecify.annotations.NullMarked;
