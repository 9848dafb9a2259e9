// SPDX-License-Identifier: Apache-2.0
/** Tests of the types of this package, which are their specification. */
@NullMarked
package io.wayside.core.traffic;

import org.jspecify.annotations.NullMarked;
