// SPDX-License-Identifier: Apache-2.0
/** A house in which every rule is broken at least once; see {@code HouseRulesTest}. */
@NullMarked
package io.wayside.rig.systemtests.broken;

import org.jspecify.annotations.NullMarked;
