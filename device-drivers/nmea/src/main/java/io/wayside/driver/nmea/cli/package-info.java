// SPDX-License-Identifier: Apache-2.0
/** The verb {@code ais}. */
@NullMarked
package io.wayside.driver.nmea.cli;

import org.jspecify.annotations.NullMarked;
