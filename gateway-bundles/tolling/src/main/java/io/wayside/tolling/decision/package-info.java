// SPDX-License-Identifier: Apache-2.0
/** Whether a vehicle may pass, by which rule, on which lists, and who pays. Pure logic. */
@NullMarked
package io.wayside.tolling.decision;

import org.jspecify.annotations.NullMarked;
