// SPDX-License-Identifier: Apache-2.0
/** An aid to navigation as it should be. */
@NullMarked
package io.wayside.waterway.aid;

import org.jspecify.annotations.NullMarked;
