// SPDX-License-Identifier: Apache-2.0
/**
 * A UHF tag reader that speaks LLRP 1.0.1 and 1.1, written from the numbers of the standard and not
 * from any client.
 */
@NullMarked
package io.wayside.rig.simulators.llrp;

import org.jspecify.annotations.NullMarked;
