// SPDX-License-Identifier: Apache-2.0
/** Runs a user's model through OpenCV's own network runtime. */
@NullMarked
package io.wayside.counting.net;

import org.jspecify.annotations.NullMarked;
