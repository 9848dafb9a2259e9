// SPDX-License-Identifier: Apache-2.0

/** What each device contract promises, as suites any implementation can run. */
@NullMarked
package io.wayside.rig.contracts;

import org.jspecify.annotations.NullMarked;
