// SPDX-License-Identifier: Apache-2.0
/** The camera driver whose ffmpeg is killed again and again. */
@NullMarked
package io.wayside.rig.scenarios.camerakill;

import org.jspecify.annotations.NullMarked;
