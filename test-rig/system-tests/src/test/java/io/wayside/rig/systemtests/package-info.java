// SPDX-License-Identifier: Apache-2.0

/** The gateway as a whole, tested from outside and inside, and the rules of the house. */
@NullMarked
package io.wayside.rig.systemtests;

import org.jspecify.annotations.NullMarked;
