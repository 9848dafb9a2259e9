// SPDX-License-Identifier: Apache-2.0
/** How sure a static weighing is. Pure arithmetic. */
@NullMarked
package io.wayside.weighing.uncertainty;

import org.jspecify.annotations.NullMarked;
