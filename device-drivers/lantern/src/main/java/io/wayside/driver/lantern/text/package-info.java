// SPDX-License-Identifier: Apache-2.0
/** Text messages through a modem, and what lanterns write in them. */
@NullMarked
package io.wayside.driver.lantern.text;

import org.jspecify.annotations.NullMarked;
