// SPDX-License-Identifier: Apache-2.0
/** Raw signals written down, and played back as a device. */
@NullMarked
package io.wayside.driver.recording;

import org.jspecify.annotations.NullMarked;
