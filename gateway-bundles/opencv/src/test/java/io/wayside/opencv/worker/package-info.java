// SPDX-License-Identifier: Apache-2.0
/** A bundle that the tests make, to use OpenCV as another bundle does. */
@NullMarked
package io.wayside.opencv.worker;

import org.jspecify.annotations.NullMarked;
