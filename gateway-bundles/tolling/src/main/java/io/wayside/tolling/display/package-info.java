// SPDX-License-Identifier: Apache-2.0
/** What drivers are told: codes of a lane, in words that are data. Pure. */
@NullMarked
package io.wayside.tolling.display;

import org.jspecify.annotations.NullMarked;
