// SPDX-License-Identifier: Apache-2.0
/** Sentences found in bytes and taken apart: check sums, tag blocks, fields, figures. */
@NullMarked
package io.wayside.driver.nmea.sentence;

import org.jspecify.annotations.NullMarked;
