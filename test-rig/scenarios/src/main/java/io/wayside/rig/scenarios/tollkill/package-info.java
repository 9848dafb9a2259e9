// SPDX-License-Identifier: Apache-2.0
/** A toll lane whose process is killed at every act, and the road that does not wait for it. */
@NullMarked
package io.wayside.rig.scenarios.tollkill;

import org.jspecify.annotations.NullMarked;
