// SPDX-License-Identifier: Apache-2.0
/** Tests of the types of this package, which are their specification. */
@NullMarked
package io.wayside.core.plate;

import org.jspecify.annotations.NullMarked;
