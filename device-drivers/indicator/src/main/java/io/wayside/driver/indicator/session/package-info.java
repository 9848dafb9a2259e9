// SPDX-License-Identifier: Apache-2.0

/**
 * From bytes with their times to readings, interruptions and health: pure, no thread and no clock.
 */
@NullMarked
package io.wayside.driver.indicator.session;

import org.jspecify.annotations.NullMarked;
