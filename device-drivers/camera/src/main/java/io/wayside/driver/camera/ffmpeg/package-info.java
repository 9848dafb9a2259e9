// SPDX-License-Identifier: Apache-2.0
/** The ffmpeg program as a child process. */
@NullMarked
package io.wayside.driver.camera.ffmpeg;

import org.jspecify.annotations.NullMarked;
