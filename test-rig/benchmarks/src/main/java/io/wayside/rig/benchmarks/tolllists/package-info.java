// SPDX-License-Identifier: Apache-2.0
/** What six million tags cost, beside a bare database and a map in memory. */
@NullMarked
package io.wayside.rig.benchmarks.tolllists;

import org.jspecify.annotations.NullMarked;
