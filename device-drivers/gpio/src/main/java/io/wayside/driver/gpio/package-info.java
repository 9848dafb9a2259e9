// SPDX-License-Identifier: Apache-2.0
/** Contacts and outputs on GPIO lines. */
@NullMarked
package io.wayside.driver.gpio;

import org.jspecify.annotations.NullMarked;
