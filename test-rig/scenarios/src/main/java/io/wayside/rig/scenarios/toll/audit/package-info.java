// SPDX-License-Identifier: Apache-2.0
/** {@code wayside toll-audit}: everything about one passage in one file, with its proof. */
@NullMarked
package io.wayside.rig.scenarios.toll.audit;

import org.jspecify.annotations.NullMarked;
