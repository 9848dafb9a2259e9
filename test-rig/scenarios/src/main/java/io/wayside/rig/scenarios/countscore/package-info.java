// SPDX-License-Identifier: Apache-2.0
/** Events of a counter against what is true: matched one to one and scored. */
@NullMarked
package io.wayside.rig.scenarios.countscore;

import org.jspecify.annotations.NullMarked;
