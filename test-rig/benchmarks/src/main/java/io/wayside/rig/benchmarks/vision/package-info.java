// SPDX-License-Identifier: Apache-2.0
/** What counting in pictures costs, beside OpenCV's own background model on the same pictures. */
@NullMarked
package io.wayside.rig.benchmarks.vision;

import org.jspecify.annotations.NullMarked;
