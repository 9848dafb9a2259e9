// SPDX-License-Identifier: Apache-2.0
/** The journal against the disk's own limit and against the bare database. */
@NullMarked
package io.wayside.rig.benchmarks.journal;

import org.jspecify.annotations.NullMarked;
