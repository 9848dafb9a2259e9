// SPDX-License-Identifier: Apache-2.0
/** Plays a recording as if it were sampled now. */
@NullMarked
package io.wayside.driver.recording.play;

import org.jspecify.annotations.NullMarked;
