// SPDX-License-Identifier: Apache-2.0
@NullMarked
package io.wayside.tolling.displayline;

import org.jspecify.annotations.NullMarked;
