// SPDX-License-Identifier: Apache-2.0
/** Writes what a stream brings into files of bounded number. */
@NullMarked
package io.wayside.driver.recording.tap;

import org.jspecify.annotations.NullMarked;
