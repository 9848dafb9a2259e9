// SPDX-License-Identifier: Apache-2.0
/** Words of core about an aid as the sentences a transponder is told in. */
@NullMarked
package io.wayside.driver.nmea.spoken;

import org.jspecify.annotations.NullMarked;
