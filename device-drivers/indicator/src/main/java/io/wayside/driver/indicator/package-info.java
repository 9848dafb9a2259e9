// SPDX-License-Identifier: Apache-2.0

/** Weighing indicators and their protocols. */
@NullMarked
package io.wayside.driver.indicator;

import org.jspecify.annotations.NullMarked;
