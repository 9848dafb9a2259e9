// SPDX-License-Identifier: Apache-2.0
/** A disk that is slow, counted, or cut off at any moment: what a power cut leaves of files. */
@NullMarked
package io.wayside.rig.scenarios.disk;

import org.jspecify.annotations.NullMarked;
