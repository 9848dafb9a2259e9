// SPDX-License-Identifier: Apache-2.0
/** What sentences and messages say, in the words of core. */
@NullMarked
package io.wayside.driver.nmea.heard;

import org.jspecify.annotations.NullMarked;
