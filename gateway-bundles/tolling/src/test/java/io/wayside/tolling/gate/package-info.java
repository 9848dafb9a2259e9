// SPDX-License-Identifier: Apache-2.0
/** Tests of ticket gates. */
@NullMarked
package io.wayside.tolling.gate;

import org.jspecify.annotations.NullMarked;
