// SPDX-License-Identifier: Apache-2.0
/**
 * What the centre keeps: each record once, what it refused, and the proof that nothing is missing.
 */
@NullMarked
package io.wayside.rig.central.store;

import org.jspecify.annotations.NullMarked;
