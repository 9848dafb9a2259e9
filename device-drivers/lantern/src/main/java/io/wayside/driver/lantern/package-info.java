// SPDX-License-Identifier: Apache-2.0
/** Lanterns and power controllers with registers, and lanterns that answer text messages. */
@NullMarked
package io.wayside.driver.lantern;

import org.jspecify.annotations.NullMarked;
