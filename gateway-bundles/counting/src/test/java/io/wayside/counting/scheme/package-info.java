// SPDX-License-Identifier: Apache-2.0
/**
 * Class schemes beside each other: passenger-car units, and what of one scheme another can tell.
 */
@NullMarked
package io.wayside.counting.scheme;

import org.jspecify.annotations.NullMarked;
