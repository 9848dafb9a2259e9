// SPDX-License-Identifier: Apache-2.0
/**
 * Lights that flash in step with UTC: where they should be in their period, and whether they are.
 */
@NullMarked
package io.wayside.waterway.synchrony;

import org.jspecify.annotations.NullMarked;
