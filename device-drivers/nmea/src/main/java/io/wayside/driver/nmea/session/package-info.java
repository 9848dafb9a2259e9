// SPDX-License-Identifier: Apache-2.0
/** One receiver over the life of its driver: bytes and time in, what is heard and health out. */
@NullMarked
package io.wayside.driver.nmea.session;

import org.jspecify.annotations.NullMarked;
