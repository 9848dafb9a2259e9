// SPDX-License-Identifier: Apache-2.0
/** What a passage costs, and why. */
@NullMarked
package io.wayside.tolling.fare;

import org.jspecify.annotations.NullMarked;
