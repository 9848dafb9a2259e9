// SPDX-License-Identifier: Apache-2.0
/** Who is in a closed system: told by lanes, by other gateways and by the office. */
@NullMarked
package io.wayside.tolling.entries;

import org.jspecify.annotations.NullMarked;
