// SPDX-License-Identifier: Apache-2.0
/** {@code wayside aids}: availability of aids to navigation out of a journal. */
@NullMarked
package io.wayside.rig.scenarios.aids;

import org.jspecify.annotations.NullMarked;
